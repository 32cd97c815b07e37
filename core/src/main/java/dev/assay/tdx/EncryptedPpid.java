package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * Certification data of types 2 and 3: like {@link ClearPpid}, but the platform's identity is encrypted with RSA-OAEP to
 * a key of Intel's. 276 bytes (type 2, RSA-2048) or 404 (type 3, RSA-3072). Source: DCAP {@code sgx_quote_3.h},
 * {@code sgx_ql_ppid_rsa2048_encrypted_cert_info_t} and {@code sgx_ql_ppid_rsa3072_encrypted_cert_info_t}.
 *
 * @param type 2 or 3
 * @param content the 276 or 404 bytes as received
 */
public record EncryptedPpid(int type, Bytes content) implements CertificationData {
    /** The number of the kind with RSA-2048. */
    public static final int RSA_2048 = 2;

    /** The number of the kind with RSA-3072. */
    public static final int RSA_3072 = 3;

    private static final int VERSIONS_SIZE = 20;

    /**
     * Wraps the data.
     *
     * @param type 2 or 3
     * @param content the 276 or 404 bytes as received
     * @throws IllegalArgumentException if the type or the length is another
     */
    public EncryptedPpid {
        FixedSize.require(content, size(type), "Certification data of type " + type);
    }

    /**
     * The only size that the data of a type can have.
     *
     * @param type 2 or 3
     * @return 276 or 404 bytes
     * @throws IllegalArgumentException if the type is another
     */
    public static int size(int type) {
        return switch (type) {
            case RSA_2048 -> 256 + VERSIONS_SIZE;
            case RSA_3072 -> 384 + VERSIONS_SIZE;
            default -> throw new IllegalArgumentException("type " + type + " is no encrypted PPID");
        };
    }

    private int versions() {
        return content.length() - VERSIONS_SIZE;
    }

    /**
     * The encrypted platform provisioning identifier, at offset 0.
     *
     * @return 256 or 384 bytes as received
     */
    public Bytes encryptedPpid() {
        return content.slice(0, versions());
    }

    /**
     * The CPUSVN of the PCK, opaque: 16 bytes behind the identifier.
     *
     * @return 16 bytes as received
     */
    public Bytes cpuSvn() {
        return content.slice(versions(), 16);
    }

    /**
     * The provisioning certification enclave's security version: 2 bytes, little-endian, behind the CPUSVN.
     *
     * @return 0 to 65535
     */
    public int pceSvn() {
        return content.u16le(versions() + 16);
    }

    /**
     * The provisioning certification enclave's identity: the last 2 bytes.
     *
     * @return 2 bytes as received
     */
    public Bytes pceId() {
        return content.slice(versions() + 18, 2);
    }
}
