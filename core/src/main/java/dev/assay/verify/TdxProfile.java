package dev.assay.verify;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What every certificate of Intel's hierarchy must be besides its place in it: version 3, a key on P-256, ECDSA with
 * SHA-256, the five standard extensions, and no critical one without a meaning here.
 */
final class TdxProfile {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;
    private static final int VERSION_3 = 3;

    /**
     * Those that only help to find other certificates and lists. Intel's own always have them; a hierarchy that somebody
     * made for tests, and that the caller names as an anchor, may do without.
     */
    private static final List<String> IDENTIFIERS = List.of("2.5.29.14", "2.5.29.35", "2.5.29.31");

    private final boolean customAnchors;

    TdxProfile(VerificationOptions options) {
        customAnchors = options.trustAnchors().custom();
    }

    /**
     * Checks a certificate that issues others.
     *
     * @param below how many authorities may stand between it and a leaf
     */
    void authority(X509Certificate certificate, String role, int below, TdxCheck check, FindingList findings) {
        common(certificate, role, check, findings);
        if (certificate.getBasicConstraints() < below) {
            findings.add(
                    check,
                    role + " with CA:TRUE and a path length of at least " + below,
                    certificate.getBasicConstraints() < 0
                            ? "CA:FALSE, or nothing said"
                            : "path length " + certificate.getBasicConstraints());
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[KEY_CERT_SIGN] || !usage[CRL_SIGN]) {
            findings.add(check, role + " with key usage keyCertSign and cRLSign", "key usage without them");
        }
    }

    void endEntity(X509Certificate certificate, String role, TdxCheck check, FindingList findings) {
        common(certificate, role, check, findings);
        if (certificate.getBasicConstraints() >= 0) {
            findings.add(check, role + " with CA:FALSE", "CA:TRUE");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[DIGITAL_SIGNATURE] || usage[KEY_CERT_SIGN]) {
            findings.add(check, role + " with key usage digitalSignature and not keyCertSign", "another key usage");
        }
    }

    private void common(X509Certificate certificate, String role, TdxCheck check, FindingList findings) {
        CertificateTraits traits = CertificateTraits.of(certificate);
        if (certificate.getVersion() != VERSION_3) {
            findings.add(check, role + " of version 3", "version " + certificate.getVersion());
        }
        List<String> missing = traits.lacking();
        if (!missing.isEmpty()) {
            findings.add(
                    customAnchors && IDENTIFIERS.containsAll(missing) ? TdxCheck.CHAIN_REDUCED : check,
                    role + " with Intel's standard extensions",
                    "no extensions " + missing);
        }
        if (!traits.onlyUsualCritical()) {
            critical(traits, role, check, findings);
        }
        if (traits.p256().isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_KEY,
                    role + " with a key on P-256",
                    certificate.getPublicKey().getAlgorithm());
        }
        if (!traits.ecdsaSha256()) {
            findings.add(
                    TdxCheck.CHAIN_ALGORITHM,
                    role + " signed by ECDSA with SHA-256",
                    certificate.getSigAlgName() + " or other parameters");
        }
    }

    /** For other critical extensions than the usual two. One that is not there at all was reported already. */
    private void critical(CertificateTraits traits, String role, TdxCheck check, FindingList findings) {
        if (!CertificateTraits.USUAL_CRITICAL.containsAll(traits.critical())) {
            findings.add(
                    check, role + " with nothing critical but key usage and basic constraints", "" + traits.critical());
        } else if (traits.lacking().stream().noneMatch(CertificateTraits.USUAL_CRITICAL::contains)) {
            findings.add(
                    customAnchors ? TdxCheck.CHAIN_REDUCED : check,
                    role + " with key usage and basic constraints critical",
                    "" + traits.critical());
        }
    }
}
