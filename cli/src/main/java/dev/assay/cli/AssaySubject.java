package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.Outcome;
import dev.assay.testvectors.manifest.OutcomeBuilder;
import dev.assay.testvectors.manifest.Subject;
import dev.assay.testvectors.manifest.TcbFacts;
import dev.assay.testvectors.manifest.Tee;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * This library as a subject of test vectors, with its default cryptography. Every vector is run for itself. Quotes share a
 * memory of good signatures, since hundreds rest on the same few documents: what it remembers are facts about bytes, under
 * the digest of all of those bytes, so that no vector's outcome depends on another's.
 */
final class AssaySubject implements Subject {
    private static final int MEMORY = 4096;

    private final SignatureMemory memory = SignatureMemory.ofCapacity(MEMORY);

    @Override
    public Outcome run(Vector vector) {
        Evidence evidence;
        try {
            evidence = Evidence.decode(vector.evidence().bytes());
        } catch (MalformedEvidenceException e) {
            return malformed(vector, Set.of(e.reason().code()), String.valueOf(e.getMessage()));
        }
        if (evidence instanceof SnpEvidence snp && vector.tee() == Tee.SEV_SNP) {
            return report(vector, snp);
        }
        if (evidence instanceof TdxEvidence tdx && vector.tee() == Tee.TDX) {
            return quote(vector, tdx);
        }
        return malformed(
                vector,
                Set.of(),
                "evidence of another kind than " + vector.tee().label());
    }

    private static Outcome report(Vector vector, SnpEvidence evidence) {
        Endorsements endorsements = SnpVectorInput.endorsements(vector);
        SigningKey key = evidence.report().signerInfo().signingKey();
        OutcomeBuilder builder = Outcome.decoded(evidence.describe().members())
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
            return Outcome.unsupported(unsupported.get());
        }
        if (VectorAnchors.trustNobody(vector)) {
            return VectorOutcome.trustsNobody(builder);
        }
        dev.assay.verify.Outcome<VerifiedReport> outcome =
                Verifier.of(SnpVectorInput.options(vector)).verify(evidence, endorsements, at);
        outcome.verified()
                .ifPresent(verified -> builder.product(verified.product().label())
                        .signingKey(verified.signingKey().name()));
        return VectorOutcome.of(builder, vector, outcome);
    }

    private Outcome quote(Vector vector, TdxEvidence evidence) {
        OutcomeBuilder builder = Outcome.decoded(evidence.describe().members());
        Instant at = vector.at();
        if (vector.decodingOnly() || at == null) {
            return builder.build();
        }
        Optional<String> unsupported = TdxVectorInput.unsupported(vector);
        if (unsupported.isPresent()) {
            return Outcome.unsupported(unsupported.get());
        }
        if (VectorAnchors.trustNobody(vector)) {
            return VectorOutcome.trustsNobody(builder);
        }
        dev.assay.verify.Outcome<VerifiedQuote> outcome = Verifier.of(TdxVectorInput.options(vector, memory))
                .verify(evidence, TdxVectorInput.endorsements(vector), at);
        outcome.verified()
                .ifPresent(verified -> builder.tcb(
                        new TcbFacts(verified.tcbStatus().label(), verified.tcbDate(), verified.advisories(), (long)
                                verified.tcbEvaluationDataNumber())));
        return VectorOutcome.of(builder, vector, outcome);
    }

    /**
     * A report that cannot be decoded names no product and no key; then the certificate that was given for it says which
     * are meant.
     */
    private static Outcome malformed(Vector vector, Set<String> codes, String reason) {
        Endorsements endorsements = SnpVectorInput.endorsements(vector);
        return new Outcome(
                Conclusion.MALFORMED,
                Map.of(),
                SnpVectorInput.leafProduct(endorsements).map(Product::label).orElse(null),
                SnpVectorInput.leafKey(endorsements).map(SigningKey::name).orElse(null),
                TcbFacts.UNKNOWN,
                null,
                codes,
                reason);
    }
}
