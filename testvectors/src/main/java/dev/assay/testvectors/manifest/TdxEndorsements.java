package dev.assay.testvectors.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endorsements of a TDX quote, which Intel calls collateral. A component that is null is not given.
 *
 * @param tcbInfo the signed TCB info, JSON as Intel serves it
 * @param qeIdentity the signed identity of the quoting enclave, JSON as Intel serves it
 * @param pckCrl the revocation list of the CA that issued the PCK certificate, DER, PEM or hexadecimal text
 * @param rootCrl the root's revocation list, DER, PEM or hexadecimal text
 * @param tcbSigningCertificate the certificate whose key signed the two JSON documents, DER or PEM
 * @param trustAnchors replacement of the embedded roots, DER or PEM
 */
public record TdxEndorsements(
        @Nullable VectorFile tcbInfo,
        @Nullable VectorFile qeIdentity,
        @Nullable VectorFile pckCrl,
        @Nullable VectorFile rootCrl,
        @Nullable VectorFile tcbSigningCertificate,
        @Nullable List<VectorFile> trustAnchors)
        implements Endorsements {
    /**
     * Copies the list.
     *
     * @param tcbInfo taken as it is
     * @param qeIdentity taken as it is
     * @param pckCrl taken as it is
     * @param rootCrl taken as it is
     * @param tcbSigningCertificate taken as it is
     * @param trustAnchors copied
     */
    public TdxEndorsements {
        trustAnchors = trustAnchors == null ? null : List.copyOf(trustAnchors);
    }
}
