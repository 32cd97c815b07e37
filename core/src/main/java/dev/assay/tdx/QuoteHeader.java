package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * The first 48 bytes of a quote; covered by the quote's signature. Integers are little-endian. Source: DCAP
 * {@code sgx_quote_4.h}, {@code sgx_quote4_header_t}; version 5 uses the same.
 *
 * @param raw the 48 bytes as received
 */
public record QuoteHeader(Bytes raw) {
    /** How many bytes a header has. */
    public static final int SIZE = 48;

    /** The TEE type of Intel TDX. */
    public static final long TEE_TYPE_TDX = 0x81;

    /** The TEE type of Intel SGX. */
    public static final long TEE_TYPE_SGX = 0;

    /** The attestation key type of ECDSA with the curve P-256 and SHA-256, the only one that is decoded here. */
    public static final int ECDSA_P256 = 2;

    /** The attestation key type of ECDSA with the curve P-384: named by Intel, produced by nobody. */
    public static final int ECDSA_P384 = 3;

    /**
     * Wraps a header.
     *
     * @param raw the 48 bytes as received
     * @throws IllegalArgumentException if they are not 48
     */
    public QuoteHeader {
        FixedSize.require(raw, SIZE, "A quote header");
    }

    /**
     * The version of the quote format: 2 bytes at offset 0.
     *
     * @return 4 or 5 in a decoded quote
     */
    public int version() {
        return raw.u16le(0);
    }

    /**
     * The algorithm of the attestation key: 2 bytes at offset 2.
     *
     * @return {@link #ECDSA_P256} in a decoded quote
     */
    public int attestationKeyType() {
        return raw.u16le(2);
    }

    /**
     * The kind of trusted execution environment: 4 bytes at offset 4.
     *
     * @return {@link #TEE_TYPE_TDX} in a decoded quote
     */
    public long teeType() {
        return raw.u32le(4);
    }

    /**
     * The four reserved bytes at offset 8. Version 3 keeps the security versions of QE and PCE here, and a decoder of
     * versions 4 and 5 has no say over them: they are zero in all TDX quotes seen, and not checked.
     *
     * @return 4 bytes as received
     */
    public Bytes reserved() {
        return raw.slice(8, 4);
    }

    /**
     * The reserved bytes at offset 8 read as the QE's security version, which they are in version 3 only. For TDX take
     * {@link EnclaveReport#isvSvn()} of the QE report instead.
     *
     * @return 0 to 65535, zero in all TDX quotes seen
     */
    public int qeSvn() {
        return raw.u16le(8);
    }

    /**
     * The reserved bytes at offset 10 read as the PCE's security version, which they are in version 3 only. For TDX
     * the PCK certificate has the number.
     *
     * @return 0 to 65535, zero in all TDX quotes seen
     */
    public int pceSvn() {
        return raw.u16le(10);
    }

    /**
     * Who made the quoting enclave: a UUID in the order in which it is written, 16 bytes at offset 12. Decoding takes
     * any; verification knows Intel's.
     *
     * @return 16 bytes as received
     */
    public Bytes qeVendorId() {
        return raw.slice(12, 16);
    }

    /**
     * Data of the attestation key's owner, 20 bytes at offset 28. Intel's QE puts an identifier of the platform into
     * the first 16.
     *
     * @return 20 bytes as received
     */
    public Bytes userData() {
        return raw.slice(28, 20);
    }
}
