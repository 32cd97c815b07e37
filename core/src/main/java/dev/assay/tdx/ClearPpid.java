package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * Certification data of type 1: the platform's identity in clear and its security versions, by which Intel's service
 * gives out the PCK certificate. 36 bytes. Source: DCAP {@code sgx_quote_3.h},
 * {@code sgx_ql_ppid_cleartext_cert_info_t}.
 *
 * @param content the 36 bytes as received
 */
public record ClearPpid(Bytes content) implements CertificationData {
    /** The number of this kind. */
    public static final int TYPE = 1;

    /** How many bytes it has. */
    public static final int SIZE = 36;

    /**
     * Wraps the data.
     *
     * @param content the 36 bytes as received
     * @throws IllegalArgumentException if they are not 36
     */
    public ClearPpid {
        FixedSize.require(content, SIZE, "Certification data of type 1");
    }

    @Override
    public int type() {
        return TYPE;
    }

    /**
     * The platform provisioning identifier: 16 bytes at offset 0.
     *
     * @return 16 bytes as received
     */
    public Bytes ppid() {
        return content.slice(0, 16);
    }

    /**
     * The CPUSVN of the PCK, opaque: 16 bytes at offset 16.
     *
     * @return 16 bytes as received
     */
    public Bytes cpuSvn() {
        return content.slice(16, 16);
    }

    /**
     * The provisioning certification enclave's security version: 2 bytes at offset 32, little-endian.
     *
     * @return 0 to 65535
     */
    public int pceSvn() {
        return content.u16le(32);
    }

    /**
     * The provisioning certification enclave's identity: 2 bytes at offset 34.
     *
     * @return 2 bytes as received
     */
    public Bytes pceId() {
        return content.slice(34, 2);
    }
}
