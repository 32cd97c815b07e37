package dev.assay.cli;

import dev.assay.explain.Description;
import dev.assay.model.Finding;
import dev.assay.policy.Appraisal;
import dev.assay.policy.RuleResult;
import dev.assay.verify.VerifiedReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code verify} found out, before it is put into words.
 *
 * @param claims what the evidence says of itself
 * @param settings how it was verified
 * @param verdict what verification came to
 * @param findings what the checks had to say, failing first
 * @param verified what was established; there exactly if the verdict is that
 * @param appraisal what the policy said; empty if it was not asked
 */
record Judgement(
        Description claims,
        VerifySettings settings,
        Verdict verdict,
        List<Finding> findings,
        Optional<VerifiedReport> verified,
        Optional<Appraisal> appraisal) {
    Judgement {
        if (verified.isPresent() != (verdict == Verdict.VERIFIED) || (appraisal.isPresent() && verified.isEmpty())) {
            throw new IllegalArgumentException("verdict and verified value contradict each other");
        }
        findings =
                findings.stream().sorted(Comparator.comparing(Finding::effect)).toList();
    }

    /** Failing first, then those that were not asked, so that nobody has to search for either. */
    List<RuleResult> rules() {
        return appraisal
                .map(done -> done.rules().stream()
                        .sorted(Comparator.comparing(rule -> switch (rule.status()) {
                            case FAILED -> 0;
                            case NOT_ASKED -> 1;
                            case PASSED -> 2;
                        }))
                        .toList())
                .orElse(List.of());
    }

    List<String> notAsked() {
        return rules().stream()
                .filter(rule -> rule.status() == RuleResult.Status.NOT_ASKED)
                .map(rule -> rule.rule().code())
                .toList();
    }

    /** The one place that decides about a yes. */
    boolean passed() {
        return verdict == Verdict.VERIFIED
                && (settings.verifyOnly() || appraisal.map(Appraisal::passed).orElse(false));
    }

    ExitStatus status() {
        if (passed()) {
            return ExitStatus.SUCCESS;
        }
        return verdict == Verdict.INDETERMINATE ? ExitStatus.INDETERMINATE : ExitStatus.REFUSED;
    }

    String headline() {
        String notAppraised = settings.verifyOnly() ? "; appraisal was not done (--verify-only)" : "";
        return switch (verdict) {
            case VERIFIED ->
                settings.verifyOnly()
                        ? "VERIFIED" + notAppraised
                        : passed()
                                ? "VERIFIED, and the policy passed (built-in baseline)"
                                : "VERIFIED, but the policy failed (built-in baseline)";
            case REJECTED -> "REJECTED: do not trust this evidence" + notAppraised;
            case INDETERMINATE -> "INDETERMINATE: " + openQuestion() + notAppraised;
        };
    }

    private String openQuestion() {
        return findings.stream().anyMatch(finding -> finding.check() == TdxNotSupported.INSTANCE)
                ? "verification of TDX quotes is not part of this version"
                : "something needed is missing or out of date, so do not trust this evidence yet";
    }
}
