package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * What a quote offers for finding the certificate of the key (PCK) that vouches for the quoting enclave. All
 * quotes seen in practice carry a {@link PckChain}. It is not covered by any signature. Source: DCAP {@code sgx_quote_3.h},
 * {@code sgx_ql_cert_key_type_t}.
 */
public sealed interface CertificationData permits ClearPpid, EncryptedPpid, PckLeaf, PckChain, PlatformManifest {
    /**
     * The number of the kind.
     *
     * @return 1 to 5, or 7
     */
    int type();

    /**
     * The data without their type and length.
     *
     * @return bytes as received
     */
    Bytes content();
}
