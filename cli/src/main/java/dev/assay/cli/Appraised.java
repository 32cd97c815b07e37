package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.policy.Baseline;
import dev.assay.policy.Policy;
import dev.assay.policy.TrustedRoots;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import dev.assay.verify.Verified;
import java.util.Comparator;
import java.util.List;

/**
 * What a policy said of verified evidence, as it is printed. The only class of this package that knows the library's own
 * form of an appraisal.
 *
 * @param policy what to call the policy
 * @param passed the policy's verdict
 * @param rules every rule, the failed first, then those that nothing was asked of
 */
record Appraised(String policy, boolean passed, List<AppraisedRule> rules) {
    Appraised {
        rules = rules.stream()
                .sorted(Comparator.comparing(AppraisedRule::status))
                .toList();
    }

    /** Appraises by what is built in. Anchors that the command line names are those that were asked for. */
    static Appraised byBaseline(Verified<?> verified, VerifySettings settings) {
        Policy policy = Baseline.withReportData(settings.reportData());
        if (settings.anchors().custom()) {
            policy = policy.withTrustAnchors(new TrustedRoots(false, keys(settings.anchors())));
        }
        return of("built-in baseline", policy.appraise(verified));
    }

    private static List<Bytes> keys(TrustAnchors anchors) {
        return anchors.certificates().stream()
                .map(root -> Bytes.copyOf(root.getPublicKey().getEncoded()).sha256())
                .toList();
    }

    List<String> notAsked() {
        return rules.stream()
                .filter(rule -> rule.status() == AppraisedRule.Status.NOT_ASKED)
                .map(AppraisedRule::code)
                .toList();
    }

    /** Rules that the baseline says nothing of, and those for other evidence, are no news. */
    private static Appraised of(String policy, AttestationResult result) {
        return new Appraised(
                policy,
                result.passed(),
                result.rules().stream()
                        .filter(rule -> rule.status() == RuleStatus.FAILED
                                || rule.status() == RuleStatus.PASSED
                                || rule.leftOpen())
                        .map(Appraised::rule)
                        .toList());
    }

    private static AppraisedRule rule(RuleResult result) {
        return new AppraisedRule(
                result.code(),
                switch (result.status()) {
                    case FAILED -> AppraisedRule.Status.FAILED;
                    case NOT_ASKED, NOT_APPLICABLE -> AppraisedRule.Status.NOT_ASKED;
                    case PASSED -> AppraisedRule.Status.PASSED;
                },
                result.expected(),
                result.actual(),
                result.source(),
                result.nextStep());
    }
}
