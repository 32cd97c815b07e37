package dev.assay.verify;

import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What both procedures ask of a revocation list, by its bytes alone. Worked out once for each list object: looking at
 * every entry costs more than all the rest of a verification if there are many.
 *
 * @param fingerprint SHA-256 of its DER, 32 bytes
 * @param pss whether it is signed under {@link PssProfile}, by both of its algorithm identifiers
 * @param ecdsaSha256 whether it is signed by ECDSA with SHA-256, by both of its algorithm identifiers
 * @param partial how it says that it is not a whole list of version 2, if it does
 * @param lacking the OIDs of CRL number and authority key identifier, as far as it does not have them
 * @param unsupported what else there is in it that nobody here can judge, if there is something
 */
record CrlTraits(
        Bytes fingerprint,
        boolean pss,
        boolean ecdsaSha256,
        Optional<String> partial,
        List<String> lacking,
        Optional<String> unsupported) {
    private static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final List<String> USUAL = List.of("2.5.29.20", "2.5.29.35");
    private static final int VERSION_2 = 2;

    static CrlTraits of(X509CRL crl) {
        return Facts.of(crl, CrlTraits.class, CrlTraits::read);
    }

    /** When a list is current that says so. Worked out once for each list object. */
    static ValidityWindow window(X509CRL crl) {
        return Facts.of(
                crl,
                ValidityWindow.class,
                list -> new ValidityWindow(
                        list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant()));
    }

    /** What is wrong with its form, if something is. */
    Optional<String> fault() {
        return partial.or(() -> unsupported);
    }

    private static CrlTraits read(X509CRL crl) {
        Bytes der = Facts.der(crl);
        boolean agree = AlgorithmIdentifiers.agree(der);
        byte @Nullable [] parameters = crl.getSigAlgParams();
        return new CrlTraits(
                der.sha256(),
                agree && PssProfile.matches(crl.getSigAlgOID(), parameters),
                agree && parameters == null && crl.getSigAlgOID().equals(CertificateTraits.ECDSA_SHA256),
                Optional.ofNullable(partial(crl)),
                USUAL.stream().filter(oid -> crl.getExtensionValue(oid) == null).toList(),
                Optional.ofNullable(unsupported(crl)));
    }

    private static @Nullable String partial(X509CRL crl) {
        if (crl.getVersion() != VERSION_2) {
            return "version " + crl.getVersion();
        }
        if (crl.getExtensionValue(DELTA_CRL_INDICATOR) != null) {
            return "a delta list";
        }
        return crl.getExtensionValue(ISSUING_DISTRIBUTION_POINT) == null
                ? null
                : "a list of limited scope (issuing distribution point)";
    }

    private static @Nullable String unsupported(X509CRL crl) {
        Set<String> critical =
                Optional.ofNullable(crl.getCriticalExtensionOIDs()).orElse(Set.of());
        if (!critical.isEmpty()) {
            return "critical extensions " + critical;
        }
        if (crl.getNextUpdate() == null) {
            return "no next update";
        }
        return unsupported(Optional.ofNullable(crl.getRevokedCertificates()).orElse(Set.of()));
    }

    private static @Nullable String unsupported(Set<? extends X509CRLEntry> entries) {
        String fault = null;
        for (X509CRLEntry entry : entries) {
            if (hasCriticalExtensions(entry)) {
                return "an entry with critical extensions";
            }
            // The platform files such an entry, and those after it, under the other issuer, where no look-up finds it.
            if (entry.getCertificateIssuer() != null) {
                fault = "an entry for another issuer's certificate";
            }
        }
        return fault;
    }

    private static boolean hasCriticalExtensions(X509CRLEntry entry) {
        Set<String> critical = entry.getCriticalExtensionOIDs();
        return critical != null && !critical.isEmpty();
    }
}
