package dev.assay.policy;

import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import dev.assay.verify.Verified;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A rule of the caller's own, as code, for what policies have no words for. It is shown in the result like any other, but
 * is no part of the policy, nor of its digest.
 *
 * @param name lower-case words separated by hyphens; the code is {@code policy.custom.} and the name
 * @param source where the rule comes from
 * @param nextStep what to do if it fails: one sentence
 * @param judge judges the evidence; if it throws, or returns null, the rule fails
 */
public record CustomRule(String name, String source, String nextStep, Function<Verified<?>, Ruling> judge) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * What the rule says of some evidence.
     *
     * @param passed whether it is met
     * @param expected what is demanded
     * @param actual what the evidence has
     */
    public record Ruling(boolean passed, String expected, String actual) {
        /**
         * Refuses a ruling that says nothing: thrown inside a rule, that fails it.
         *
         * @param passed whether it is met
         * @param expected what is demanded
         * @param actual what the evidence has
         */
        public Ruling {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(actual, "actual");
        }
    }

    /**
     * Checks the name.
     *
     * @param name lower-case words separated by hyphens; the code is {@code policy.custom.} and the name
     * @param source where the rule comes from
     * @param nextStep what to do if it fails: one sentence
     * @param judge judges the evidence; if it throws, or returns null, the rule fails
     * @throws IllegalArgumentException if it is not made of lower-case words and hyphens
     */
    public CustomRule {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not lower-case words with hyphens: " + name);
        }
    }

    RuleResult apply(Verified<?> verified) {
        Ruling ruling = ruling(verified);
        return new RuleResult(
                "policy.custom." + name,
                ruling.passed() ? RuleStatus.PASSED : RuleStatus.FAILED,
                false,
                ruling.expected(),
                ruling.actual(),
                source,
                nextStep,
                Optional.empty(),
                OptionalInt.empty());
    }

    private Ruling ruling(Verified<?> verified) {
        try {
            return Objects.requireNonNull(judge.apply(verified), "no ruling");
        } catch (RuntimeException e) {
            return new Ruling(false, "a rule that comes to an end", "it threw " + e);
        }
    }
}
