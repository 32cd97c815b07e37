package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.VekExtensionReader;
import dev.assay.endorsement.VekExtensions;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.x509.Facts;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Step 2: which certificate is for the key that signed. Choosing proves nothing; whatever is chosen goes through every
 * check. It only makes the findings be about the certificate that the caller most likely meant.
 *
 * <p>Several certificates may fit all that the report says: re-issued ones, a VLEK for each region of a cloud, a forged
 * extra. Only the signatures tell these apart, so each is tried.
 */
final class SnpLeafSelection {
    /** Certificates that are tried; each may cost the work of a whole verification. */
    private static final int MOST_CANDIDATES = 16;

    private SnpLeafSelection() {}

    /** The certificates to try, the likeliest first; none of them only if none is of the right kind. */
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
            return List.of();
        }
        if (candidates.size() == 1) {
            return candidates;
        }
        List<X509Certificate> fitting = candidates.stream()
                .filter(certificate -> isForReport(certificate, report))
                .toList();
        return fitting.isEmpty() ? first(candidates, at, 1) : first(fitting, at, MOST_CANDIDATES);
    }

    private static List<X509Certificate> ofKind(Endorsements endorsements, SigningKey key) {
        X500Principal subject = key == SigningKey.VCEK ? AmdAuthority.VCEK : AmdAuthority.VLEK;
        List<X509Certificate> ofKind = new ArrayList<>();
        for (X509Certificate certificate : endorsements.certificates()) {
            if (certificate.getSubjectX500Principal().equals(subject)) {
                ofKind.add(certificate);
            }
        }
        return ofKind;
    }

    /** By validity now, then the later end; the bytes make the order the same however the certificates were given. */
    private static List<X509Certificate> first(List<X509Certificate> certificates, Instant at, int most) {
        Comparator<X509Certificate> preference = Comparator.comparing((X509Certificate certificate) ->
                        CertificateFact.window(certificate).contains(at, Duration.ZERO))
                .thenComparing(X509Certificate::getNotAfter)
                .thenComparing(certificate -> Facts.der(certificate).hex());
        return certificates.stream().sorted(preference.reversed()).limit(most).toList();
    }

    /** The product, TCB and chip are those of the report, as far as both sides name them. */
    private static boolean isForReport(X509Certificate certificate, AttestationReport report) {
        Optional<Product> product = AmdAuthority.named(certificate.getIssuerX500Principal())
                .map(AmdAuthority::product)
                .filter(issuer -> report.cpuid().flatMap(Cpuid::product).orElse(issuer) == issuer);
        if (product.isEmpty()) {
            return false;
        }
        SigningKey key = report.signerInfo().signingKey();
        Optional<VekExtensions> extensions = VekExtensionReader.of(
                        certificate, key, product.get().tcbLayout())
                .extensions();
        return extensions.isPresent()
                && extensions.get().tcb().bytes().equals(report.reportedTcb())
                && extensions
                        .get()
                        .hwId()
                        .map(hwId -> report.chipId().isZero() || report.chipId().startsWith(hwId))
                        .orElse(true);
    }
}
