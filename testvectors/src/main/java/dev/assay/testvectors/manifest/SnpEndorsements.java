package dev.assay.testvectors.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endorsements of an SEV-SNP report.
 *
 * @param vek the VCEK or VLEK certificate, DER or PEM; null if there is none
 * @param chain certificates above it, each file DER or PEM with one or several; empty to use embedded ones
 * @param crl revocation lists, DER, PEM or hexadecimal text
 * @param trustAnchors replacement of the embedded roots, DER or PEM; null to keep them
 */
public record SnpEndorsements(
        @Nullable VectorFile vek,
        List<VectorFile> chain,
        List<VectorFile> crl,
        @Nullable List<VectorFile> trustAnchors) implements Endorsements {
    /**
     * Copies the lists.
     *
     * @param vek taken as it is
     * @param chain copied
     * @param crl copied
     * @param trustAnchors copied
     */
    public SnpEndorsements {
        chain = List.copyOf(chain);
        crl = List.copyOf(crl);
        trustAnchors = trustAnchors == null ? null : List.copyOf(trustAnchors);
    }
}
