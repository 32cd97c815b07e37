package dev.assay.result;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one rule came to.
 *
 * @param code the rule's stable name, for instance {@code policy.vmpl}
 * @param status how it ended
 * @param byDefault whether the policy does not mention the rule, so that its default was applied
 * @param expected what is demanded
 * @param actual what the evidence has
 * @param source where the subject of the rule is defined
 * @param nextStep what to do if it failed: one sentence
 * @param claim which claim of a trustworthiness vector the rule bears on; empty if on none
 * @param failedValue the value of that claim if the rule failed; there exactly if the claim is
 */
public record RuleResult(
        String code,
        RuleStatus status,
        boolean byDefault,
        String expected,
        String actual,
        String source,
        String nextStep,
        Optional<TrustClaim> claim,
        OptionalInt failedValue) {
    /**
     * Checks that claim and value belong together.
     *
     * @param code the rule's stable name, for instance {@code policy.vmpl}
     * @param status how it ended
     * @param byDefault whether the policy does not mention the rule, so that its default was applied
     * @param expected what is demanded
     * @param actual what the evidence has
     * @param source where the subject of the rule is defined
     * @param nextStep what to do if it failed: one sentence
     * @param claim which claim of a trustworthiness vector the rule bears on; empty if on none
     * @param failedValue the value of that claim if the rule failed; there exactly if the claim is
     * @throws IllegalArgumentException if one is there without the other, or the value would not speak against trust
     */
    public RuleResult {
        if (claim.isPresent() != failedValue.isPresent()) {
            throw new IllegalArgumentException("a claim and its value belong together");
        }
        if (failedValue.isPresent() && TrustTier.of(failedValue.getAsInt()).compareTo(TrustTier.WARNING) < 0) {
            throw new IllegalArgumentException("a failed rule cannot make a claim trustworthy");
        }
    }

    /**
     * Whether the rule speaks against the evidence.
     *
     * @return true if it failed
     */
    public boolean failed() {
        return status == RuleStatus.FAILED;
    }

    /**
     * Whether the policy says in so many words that anything will do.
     *
     * @return true if nothing was asked, and not for want of mention
     */
    public boolean leftOpen() {
        return status == RuleStatus.NOT_ASKED && !byDefault;
    }
}
