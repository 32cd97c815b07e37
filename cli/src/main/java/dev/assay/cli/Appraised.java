package dev.assay.cli;

import dev.assay.model.Bytes;
import dev.assay.policy.Appraisal;
import dev.assay.policy.Baseline;
import dev.assay.policy.RuleResult;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Appraises by what is built in; empty if nothing is built in for this kind of evidence, which is not a yes. */
    static Optional<Appraised> byBaseline(Verified<?> verified, Optional<Bytes> reportData) {
        return verified instanceof VerifiedReport report
                ? Optional.of(of("built-in baseline", Baseline.appraise(report, reportData)))
                : Optional.empty();
    }

    List<String> notAsked() {
        return rules.stream()
                .filter(rule -> rule.status() == AppraisedRule.Status.NOT_ASKED)
                .map(AppraisedRule::code)
                .toList();
    }

    private static Appraised of(String policy, Appraisal appraisal) {
        return new Appraised(
                policy,
                appraisal.passed(),
                appraisal.rules().stream().map(Appraised::rule).toList());
    }

    private static AppraisedRule rule(RuleResult result) {
        return new AppraisedRule(
                result.rule().code(),
                switch (result.status()) {
                    case FAILED -> AppraisedRule.Status.FAILED;
                    case NOT_ASKED -> AppraisedRule.Status.NOT_ASKED;
                    case PASSED -> AppraisedRule.Status.PASSED;
                },
                result.expected(),
                result.actual(),
                result.rule().source(),
                result.rule().nextStep());
    }
}
