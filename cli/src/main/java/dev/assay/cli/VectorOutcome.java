package dev.assay.cli;

import dev.assay.model.Finding;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyException;
import dev.assay.testvectors.manifest.Appraisal;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.OutcomeBuilder;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
import java.util.stream.Collectors;

/** What this library said, in the terms of test vectors. */
final class VectorOutcome {
    private VectorOutcome() {}

    /** Adds what verification concluded, for evidence of either kind. */
    static dev.assay.testvectors.manifest.Outcome of(OutcomeBuilder builder, Vector vector, Outcome<?> outcome) {
        String policy = vector.policy();
        if (policy != null) {
            outcome.verified().ifPresent(verified -> builder.appraisal(appraise(policy, verified)));
        }
        return builder.conclusion(conclusion(outcome))
                .findings(outcome.findings().stream().map(Finding::code).collect(Collectors.toSet()))
                .detail(detail(outcome))
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

    /** A policy that cannot be read passes nothing. */
    private static Appraisal appraise(String policy, Verified<?> verified) {
        try {
            return Policy.fromJson(policy).appraise(verified).passed() ? Appraisal.PASS : Appraisal.FAIL;
        } catch (PolicyException e) {
            return Appraisal.FAIL;
        }
    }

    private static String detail(Outcome<?> outcome) {
        return outcome.findings().stream().map(Finding::toString).collect(Collectors.joining(" | "));
    }
}
