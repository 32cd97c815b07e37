package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Finding;
import dev.assay.policy.CommonRules;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyException;
import dev.assay.policy.TrustedRoots;
import dev.assay.result.AttestationResult;
import dev.assay.testvectors.manifest.Appraisal;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.OutcomeBuilder;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What this library said, in the terms of test vectors. */
final class VectorOutcome {
    private VectorOutcome() {}

    /** Adds what verification concluded, for evidence of either kind. */
    static dev.assay.testvectors.manifest.Outcome of(OutcomeBuilder builder, Vector vector, Outcome<?> outcome) {
        Set<String> codes =
                outcome.findings().stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
        String detail = detail(outcome);
        String policy = vector.policy();
        if (policy != null && outcome.verified().isPresent()) {
            detail += " | " + appraise(vector, policy, outcome.verified().get(), builder, codes);
        }
        return builder.conclusion(conclusion(outcome))
                .findings(codes)
                .detail(detail)
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

    /** A policy that cannot be read passes nothing. Rules that failed are among the codes that are reported. */
    private static String appraise(
            Vector vector, String text, Verified<?> verified, OutcomeBuilder builder, Set<String> codes) {
        builder.appraisal(Appraisal.FAIL);
        try {
            AttestationResult result = policy(vector, text).appraise(verified);
            if (result.passed()) {
                builder.appraisal(Appraisal.PASS);
            }
            result.failedRules().forEach(rule -> codes.add(rule.code()));
            return result.failedRules().stream()
                    .map(rule -> rule.code() + ": expected " + rule.expected() + ", found " + rule.actual())
                    .collect(Collectors.joining(" | "));
        } catch (PolicyException e) {
            return "not a policy: " + e.getMessage();
        }
    }

    /** A vector that gives roots asks for them, unless its policy says itself which roots it wants. */
    private static Policy policy(Vector vector, String text) throws PolicyException {
        Policy policy = Policy.fromJson(text);
        TrustAnchors anchors = VectorAnchors.of(vector);
        boolean silent = policy.leaves().stream()
                .allMatch(leaf -> leaf.common().said(CommonRules.TRUST_ANCHORS).isEmpty());
        return anchors.custom() && silent ? policy.withTrustAnchors(TrustedRoots.of(anchors.certificates())) : policy;
    }

    private static String detail(Outcome<?> outcome) {
        return outcome.findings().stream().map(Finding::toString).collect(Collectors.joining(" | "));
    }
}
