package dev.assay.verify;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts about a chain, digested once and only if somebody asks. Two who ask at once both get equal facts. */
final class ChainFacts {
    private final List<X509Certificate> certificates;
    private volatile @Nullable List<CertificateFact> facts;

    ChainFacts(X509Certificate... certificates) {
        this.certificates = List.of(certificates);
    }

    List<CertificateFact> facts() {
        List<CertificateFact> known = facts;
        if (known == null) {
            known = certificates.stream().map(CertificateFact::of).toList();
            facts = known;
        }
        return known;
    }
}
