package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.VekExtensionReader;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.SigningKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Step 2: which certificates may be for the key that signed. Choosing proves nothing; whatever is chosen goes through
 * every check. The order only makes the findings be about the certificate that the caller most likely meant.
 */
final class SnpLeafSelection {
    /** Leaves that are tried; a made-up one among them must not hide the genuine one. */
    private static final int MOST_CANDIDATES = 4;

    private SnpLeafSelection() {}

    /** Returns the likeliest first; none if there is a finding. */
    static List<X509Certificate> select(
            AttestationReport report, Endorsements endorsements, Instant at, FindingList findings) {
        SigningKey key = report.signerInfo().signingKey();
        List<X509Certificate> candidates = ofKind(endorsements, key);
        if (candidates.isEmpty()) {
            SigningKey other = key == SigningKey.VCEK ? SigningKey.VLEK : SigningKey.VCEK;
            if (ofKind(endorsements, other).isEmpty()) {
                findings.add(SnpCheck.LEAF_MISSING, "the certificate of the " + key + " that signed", "none");
            } else {
                findings.add(SnpCheck.LEAF_KIND, "a " + key + ", which signed the report", "only a " + other);
            }
        }
        return candidates.size() < 2
                ? candidates
                : candidates.stream()
                        .sorted(preference(report, at).reversed())
                        .limit(MOST_CANDIDATES)
                        .toList();
    }

    private static List<X509Certificate> ofKind(Endorsements endorsements, SigningKey key) {
        X500Principal subject = key == SigningKey.VCEK ? AmdAuthority.VCEK : AmdAuthority.VLEK;
        return endorsements.certificates().stream()
                .filter(certificate -> certificate.getSubjectX500Principal().equals(subject))
                .toList();
    }

    private static Comparator<X509Certificate> preference(AttestationReport report, Instant at) {
        return Comparator.comparing((X509Certificate certificate) -> isForReport(certificate, report))
                .thenComparing(
                        certificate -> CertificateFact.window(certificate).contains(at, Duration.ZERO))
                .thenComparing(X509Certificate::getNotAfter)
                .thenComparing(certificate -> CertificateBytes.der(certificate).hex());
    }

    /** The product, TCB and chip are those of the report, as far as both sides name them. */
    private static boolean isForReport(X509Certificate certificate, AttestationReport report) {
        return AmdAuthority.named(certificate.getIssuerX500Principal())
                .flatMap(issuer -> new VekExtensionReader(
                                certificate,
                                report.signerInfo().signingKey(),
                                issuer.product().tcbLayout())
                        .extensions())
                .filter(extensions -> extensions.tcb().bytes().equals(report.reportedTcb()))
                .filter(extensions ->
                        extensions.hwId().map(report.chipId()::startsWith).orElse(true))
                .isPresent();
    }
}
