package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What AMD's authorities are by their certificates: RSA-4096, allowed to sign certificates, one below the other. */
final class SnpAuthorityProfile {
    private static final int KEY_BITS = 4096;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    private static final int KEY_CERT_SIGN = 5;

    private SnpAuthorityProfile() {}

    /** Checked before the key is used for anything: an attacker's key may be made to be slow. */
    static boolean hasUsualKey(X509Certificate authority) {
        return authority.getPublicKey() instanceof RSAPublicKey key
                && key.getAlgorithm().equals("RSA")
                && key.getModulus().bitLength() == KEY_BITS
                && key.getPublicExponent().equals(EXPONENT);
    }

    static String describeKey(X509Certificate authority) {
        return authority.getPublicKey() instanceof RSAPublicKey key
                ? key.getAlgorithm() + " with " + key.getModulus().bitLength() + " bits, exponent "
                        + key.getPublicExponent()
                : authority.getPublicKey().getAlgorithm();
    }

    static void check(
            AmdAuthority issuer,
            X509Certificate intermediate,
            X509Certificate root,
            boolean customAnchors,
            FindingList findings) {
        Optional<AmdAuthority> anchor = AmdAuthority.named(root.getSubjectX500Principal());
        AmdAuthority expected = new AmdAuthority(AmdAuthority.Role.ARK, issuer.product());
        if (!anchor.equals(Optional.of(expected))) {
            findings.add(
                    SnpCheck.CHAIN_NAMES,
                    issuer.commonName() + " under " + expected.commonName(),
                    "under " + root.getSubjectX500Principal().getName());
        }
        checkAuthority(intermediate, "intermediate", customAnchors, findings);
        checkAuthority(root, "root", customAnchors, findings);
        int depth = root.getBasicConstraints();
        if (depth == 0) {
            findings.add(SnpCheck.CHAIN_PATH_LENGTH, "a root that allows one intermediate", "path length 0");
        }
    }

    /**
     * Not left to the platform, which counts every extension that it can parse as supported: name or policy constraints
     * that nobody looks at, say.
     */
    static void checkCritical(X509Certificate certificate, String role, FindingList findings) {
        Set<String> critical = CertificateTraits.of(certificate).critical();
        if (!CertificateTraits.USUAL_CRITICAL.containsAll(critical)) {
            Set<String> unknown = new TreeSet<>(critical);
            unknown.removeAll(CertificateTraits.USUAL_CRITICAL);
            findings.add(
                    SnpCheck.CHAIN_CRITICAL_EXTENSION,
                    "no critical extension but key usage and basic constraints",
                    role + " has " + unknown);
        }
    }

    /**
     * AMD's authorities always name their key usage; one of a hierarchy that the caller names as an anchor may say nothing,
     * which RFC 5280 takes as no restriction.
     */
    private static void checkAuthority(
            X509Certificate authority, String role, boolean customAnchors, FindingList findings) {
        if (authority.getBasicConstraints() < 0) {
            findings.add(SnpCheck.CHAIN_BASIC_CONSTRAINTS, role + " with CA:TRUE", "CA:FALSE, or nothing said");
        }
        boolean[] usage = authority.getKeyUsage();
        if (usage == null || !usage[KEY_CERT_SIGN]) {
            findings.add(
                    usage == null && customAnchors ? SnpCheck.CHAIN_REDUCED : SnpCheck.CHAIN_KEY_USAGE,
                    role + " with key usage keyCertSign",
                    usage == null ? "no key usage" : "key usage without it");
        }
    }
}
