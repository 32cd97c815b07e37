package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.explain.Description;
import dev.assay.model.Finding;
import dev.assay.verify.CrlMode;
import dev.assay.verify.Verified;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code verify} found out, before it is put into words.
 *
 * @param evidence what was judged
 * @param settings how it was verified
 * @param verdict what verification came to
 * @param findings what the checks had to say, failing first
 * @param verified what was established; there exactly if the verdict is that
 * @param appraisal what the policy said; empty if it was not asked, or there is none for such evidence
 */
record Judgement(
        Evidence evidence,
        VerifySettings settings,
        Verdict verdict,
        List<Finding> findings,
        Optional<? extends Verified<?>> verified,
        Optional<Appraised> appraisal) {
    Judgement {
        if (verified.isPresent() != (verdict == Verdict.VERIFIED) || (appraisal.isPresent() && verified.isEmpty())) {
            throw new IllegalArgumentException("verdict and verified value contradict each other");
        }
        findings =
                findings.stream().sorted(Comparator.comparing(Finding::effect)).toList();
    }

    /** What the evidence says of itself. */
    Description claims() {
        return evidence.describe();
    }

    /** What was demanded of revocation lists. */
    CrlMode crlMode() {
        return settings.crlMode(evidence);
    }

    List<AppraisedRule> rules() {
        return appraisal.map(Appraised::rules).orElse(List.of());
    }

    List<String> notAsked() {
        return appraisal.map(Appraised::notAsked).orElse(List.of());
    }

    /** The one place that decides about a yes. */
    boolean passed() {
        return verdict == Verdict.VERIFIED
                && (settings.verifyOnly() || appraisal.map(Appraised::passed).orElse(false));
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
            case VERIFIED -> "VERIFIED" + (settings.verifyOnly() ? notAppraised : wanted());
            case REJECTED -> "REJECTED: do not trust this evidence" + notAppraised;
            case INDETERMINATE ->
                "INDETERMINATE: something needed is missing or out of date, so do not trust this evidence yet"
                        + notAppraised;
        };
    }

    private String wanted() {
        return appraisal
                .map(done -> (done.passed() ? ", and the policy passed (" : ", but the policy failed (") + done.policy()
                        + ")")
                .orElse(", but no policy for TDX quotes is built in yet: not passed");
    }
}
