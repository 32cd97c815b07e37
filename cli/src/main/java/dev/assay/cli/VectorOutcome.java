package dev.assay.cli;

import dev.assay.model.Finding;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.OutcomeBuilder;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import java.util.stream.Collectors;

/** What this library said, in the terms of test vectors. */
final class VectorOutcome {
    private VectorOutcome() {}

    /** Adds what verification concluded, for evidence of either kind. */
    static dev.assay.testvectors.manifest.Outcome of(OutcomeBuilder builder, Vector vector, Outcome<?> outcome) {
        return builder.conclusion(conclusion(outcome))
                .findings(outcome.findings().stream().map(Finding::code).collect(Collectors.toSet()))
                .detail(detail(vector, outcome))
                .build();
    }

    /** For vectors whose anchors are none, which the library refuses to be set up with. */
    static dev.assay.testvectors.manifest.Outcome trustsNobody(OutcomeBuilder builder) {
        return builder.conclusion(Conclusion.REJECTED)
                .detail("the trust anchors hold no root that the evidence could chain to")
                .build();
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
