package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * An SGX enclave report body, here that of the quoting enclave (QE): 384 bytes, integers little-endian. Its reserved
 * parts (28 bytes at offset 20, 32 at 96, 96 at 160, 60 at 260) are signed like the rest, and not checked. Source: Intel
 * SGX SDK {@code sgx_report.h}, {@code sgx_report_body_t}.
 *
 * @param raw the 384 bytes as received, which the PCK's signature covers
 */
public record EnclaveReport(Bytes raw) {
    /** How many bytes a report body has. */
    public static final int SIZE = 384;

    private static final long FLAG_DEBUG = 1L << 1;

    /**
     * Wraps a report body.
     *
     * @param raw the 384 bytes as received
     * @throws IllegalArgumentException if they are not 384
     */
    public EnclaveReport {
        FixedSize.require(raw, SIZE, "An enclave report");
    }

    /**
     * The processor's security version, opaque: 16 bytes at offset 0.
     *
     * @return 16 bytes as received
     */
    public Bytes cpuSvn() {
        return raw.slice(0, 16);
    }

    /**
     * The extended state information that the enclave asked for: 4 bytes at offset 16.
     *
     * @return 0 to 4294967295
     */
    public long miscSelect() {
        return raw.u32le(16);
    }

    /**
     * The enclave's attributes as received: 16 bytes at offset 48, flags and XFRM.
     *
     * @return 16 bytes as received
     */
    public Bytes attributes() {
        return raw.slice(48, 16);
    }

    /**
     * The first half of the attributes: 8 bytes at offset 48.
     *
     * @return 64 bits; bit 0 INIT, bit 1 DEBUG, bit 2 MODE64BIT, bit 4 PROVISIONKEY
     */
    public long attributeFlags() {
        return raw.u64le(48);
    }

    /**
     * The second half of the attributes, the XSAVE features that the enclave may use: 8 bytes at offset 56.
     *
     * @return 64 bits
     */
    public long xfrm() {
        return raw.u64le(56);
    }

    /**
     * Tells whether the enclave can be debugged: bit 1 of the flags.
     *
     * @return true if it is set
     */
    public boolean debug() {
        return (attributeFlags() & FLAG_DEBUG) != 0;
    }

    /**
     * The measurement of the enclave: 32 bytes at offset 64.
     *
     * @return 32 bytes as received
     */
    public Bytes mrEnclave() {
        return raw.slice(64, 32);
    }

    /**
     * The measurement of the enclave's signer: 32 bytes at offset 128.
     *
     * @return 32 bytes as received
     */
    public Bytes mrSigner() {
        return raw.slice(128, 32);
    }

    /**
     * The product number that the signer gave: 2 bytes at offset 256.
     *
     * @return 0 to 65535
     */
    public int isvProdId() {
        return raw.u16le(256);
    }

    /**
     * The security version that the signer gave: 2 bytes at offset 258.
     *
     * @return 0 to 65535
     */
    public int isvSvn() {
        return raw.u16le(258);
    }

    /**
     * What the enclave says: 64 bytes at offset 320. The QE puts the hash of attestation key and authentication data
     * into the first 32.
     *
     * @return 64 bytes as received
     */
    public Bytes reportData() {
        return raw.slice(320, 64);
    }
}
