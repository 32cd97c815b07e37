package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.explain.Description;
import dev.assay.model.Finding;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleResult;
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
 * @param policy what the policy is called
 * @param verdict what verification came to
 * @param findings what the checks had to say, failing first
 * @param verified what was established; there exactly if the verdict is that
 * @param result the attestation result; empty if nobody wants an appraisal
 */
record Judgement(
        Evidence evidence,
        VerifySettings settings,
        String policy,
        Verdict verdict,
        List<Finding> findings,
        Optional<? extends Verified<?>> verified,
        Optional<AttestationResult> result) {
    Judgement {
        if (verified.isPresent() != (verdict == Verdict.VERIFIED)
                || result.map(AttestationResult::authenticated).orElse(verified.isPresent()) != verified.isPresent()) {
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

    boolean verifyOnly() {
        return result.isEmpty();
    }

    /** The result, if a policy was asked. */
    Optional<AttestationResult> appraisal() {
        return result.filter(AttestationResult::authenticated);
    }

    List<String> leftOpen() {
        return result.map(done -> done.leftOpen().stream()
                        .map(RuleResult::code)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The one place that decides about a yes. */
    boolean passed() {
        return verdict == Verdict.VERIFIED
                && result.map(AttestationResult::passed).orElse(true);
    }

    ExitStatus status() {
        if (passed()) {
            return ExitStatus.SUCCESS;
        }
        return verdict == Verdict.INDETERMINATE ? ExitStatus.INDETERMINATE : ExitStatus.REFUSED;
    }

    String headline() {
        String notAppraised = verifyOnly() ? "; appraisal was not done (--verify-only)" : "";
        return switch (verdict) {
            case VERIFIED -> "VERIFIED" + (verifyOnly() ? notAppraised : wanted());
            case REJECTED -> "REJECTED: do not trust this evidence" + notAppraised;
            case INDETERMINATE ->
                "INDETERMINATE: something needed is missing or out of date, so do not trust this evidence yet"
                        + notAppraised;
        };
    }

    private String wanted() {
        return (passed() ? ", and the policy passed (" : ", but the policy failed (") + policy + ")";
    }
}
