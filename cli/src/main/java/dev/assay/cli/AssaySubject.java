package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.OutcomeBuilder;
import dev.assay.testvectors.manifest.Subject;
import dev.assay.testvectors.manifest.TcbFacts;
import dev.assay.testvectors.manifest.Tee;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * This library as a subject of test vectors. Every vector is run for itself, with the library's default cryptography and
 * without a memory of earlier signatures, so that none depends on another.
 */
final class AssaySubject implements Subject {
    @Override
    public dev.assay.testvectors.manifest.Outcome run(Vector vector) {
        Evidence evidence;
        try {
            evidence = Evidence.decode(vector.evidence().bytes());
        } catch (MalformedEvidenceException e) {
            return malformed(vector, String.valueOf(e.getMessage()));
        }
        if (evidence instanceof SnpEvidence snp && vector.tee() == Tee.SEV_SNP) {
            return report(vector, snp);
        }
        if (evidence instanceof TdxEvidence && vector.tee() == Tee.TDX) {
            return vector.decodingOnly()
                    ? dev.assay.testvectors.manifest.Outcome.decoded(
                                    evidence.describe().members())
                            .build()
                    : dev.assay.testvectors.manifest.Outcome.unsupported("verification of TDX quotes");
        }
        return malformed(vector, "evidence of another kind than " + vector.tee().label());
    }

    private static dev.assay.testvectors.manifest.Outcome report(Vector vector, SnpEvidence evidence) {
        Endorsements endorsements = SnpVectorInput.endorsements(vector);
        SigningKey key = evidence.report().signerInfo().signingKey();
        OutcomeBuilder builder = dev.assay.testvectors.manifest.Outcome.decoded(
                        evidence.describe().members())
                .product(evidence.report()
                        .cpuid()
                        .flatMap(Cpuid::product)
                        .or(() -> SnpVectorInput.leafProduct(endorsements))
                        .map(Product::label)
                        .orElse(null))
                .signingKey(key.name());
        Instant at = vector.at();
        if (vector.decodingOnly() || at == null) {
            return builder.build();
        }
        Optional<String> unsupported = SnpVectorInput.unsupported(vector);
        if (unsupported.isPresent()) {
            return dev.assay.testvectors.manifest.Outcome.unsupported(unsupported.get());
        }
        if (SnpVectorInput.trustsNobody(vector)) {
            return builder.conclusion(Conclusion.REJECTED)
                    .detail("the trust anchors hold no root that a report could chain to")
                    .build();
        }
        Outcome<VerifiedReport> outcome =
                Verifier.of(SnpVectorInput.options(vector)).verify(evidence, endorsements, at);
        outcome.verified()
                .ifPresent(verified -> builder.product(verified.product().label())
                        .signingKey(verified.signingKey().name()));
        return builder.conclusion(conclusion(outcome))
                .findings(outcome.findings().stream().map(Finding::code).collect(Collectors.toSet()))
                .detail(detail(vector, outcome))
                .build();
    }

    /**
     * A report that cannot be decoded names no product and no key; then the certificate that was given for it says which
     * are meant.
     */
    private static dev.assay.testvectors.manifest.Outcome malformed(Vector vector, String reason) {
        Endorsements endorsements = SnpVectorInput.endorsements(vector);
        return new dev.assay.testvectors.manifest.Outcome(
                Conclusion.MALFORMED,
                Map.of(),
                SnpVectorInput.leafProduct(endorsements).map(Product::label).orElse(null),
                SnpVectorInput.leafKey(endorsements).map(SigningKey::name).orElse(null),
                TcbFacts.UNKNOWN,
                null,
                Set.of(),
                reason);
    }

    private static Conclusion conclusion(Outcome<?> outcome) {
        if (outcome.verified().isPresent()) {
            return Conclusion.VERIFIED;
        }
        return outcome instanceof Indeterminate ? Conclusion.INDETERMINATE : Conclusion.REJECTED;
    }

    private static String detail(Vector vector, Outcome<?> outcome) {
        String findings = outcome.findings().stream().map(Finding::toString).collect(Collectors.joining(" | "));
        return vector.policy() == null ? findings : "policies are not supported yet; " + findings;
    }
}
