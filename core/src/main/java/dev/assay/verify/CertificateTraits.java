package dev.assay.verify;

import dev.assay.x509.Facts;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What both procedures ask of a certificate, by its bytes alone. Worked out once for each certificate object.
 *
 * @param pss whether it is signed under {@link PssProfile}, by both of its algorithm identifiers
 * @param ecdsaSha256 whether it is signed by ECDSA with SHA-256, by both of its algorithm identifiers
 * @param critical the OIDs of its critical extensions
 * @param onlyUsualCritical whether these are key usage and basic constraints, both and no others
 * @param lacking the OIDs of the five standard extensions that it does not have
 * @param p256 the point of its key, if that is a key on P-256
 */
record CertificateTraits(
        boolean pss,
        boolean ecdsaSha256,
        Set<String> critical,
        boolean onlyUsualCritical,
        List<String> lacking,
        Optional<CurvePoint> p256) {
    static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    static final String KEY_USAGE = "2.5.29.15";
    static final String BASIC_CONSTRAINTS = "2.5.29.19";

    /** What vendors mark as critical, and the procedures judge. */
    static final Set<String> USUAL_CRITICAL = Set.of(KEY_USAGE, BASIC_CONSTRAINTS);

    /** Subject and authority key identifier, key usage, basic constraints, CRL distribution points. */
    private static final List<String> STANDARD =
            List.of("2.5.29.14", "2.5.29.35", KEY_USAGE, BASIC_CONSTRAINTS, "2.5.29.31");

    static CertificateTraits of(X509Certificate certificate) {
        return Facts.of(certificate, CertificateTraits.class, CertificateTraits::read);
    }

    private static CertificateTraits read(X509Certificate certificate) {
        boolean agree = AlgorithmIdentifiers.agree(Facts.der(certificate));
        byte @Nullable [] parameters = certificate.getSigAlgParams();
        Set<String> critical = oids(certificate.getCriticalExtensionOIDs());
        Set<String> others = oids(certificate.getNonCriticalExtensionOIDs());
        return new CertificateTraits(
                agree && PssProfile.matches(certificate.getSigAlgOID(), parameters),
                agree && parameters == null && certificate.getSigAlgOID().equals(ECDSA_SHA256),
                critical,
                critical.equals(USUAL_CRITICAL),
                STANDARD.stream()
                        .filter(oid -> !critical.contains(oid) && !others.contains(oid))
                        .toList(),
                point(certificate.getPublicKey()));
    }

    /** Copied, since the platform gives a set that can be changed, and null for none. In order, for messages. */
    private static Set<String> oids(@Nullable Set<String> given) {
        return given == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(given));
    }

    private static Optional<CurvePoint> point(PublicKey key) {
        return key instanceof ECPublicKey elliptic && EcCurve.P256.hasParameters(elliptic.getParams())
                ? CurvePoint.of(EcCurve.P256, elliptic.getW())
                : Optional.empty();
    }
}
