package dev.assay.policy;

import dev.assay.result.AttestationResult;
import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import dev.assay.verify.Verified;
import java.util.List;

/**
 * A rule with evidence, a demand that the evidence meets, and one that it does not meet.
 *
 * @param rule the rule
 * @param evidence the evidence, which meets all defaults
 * @param met the demand that it meets
 * @param unmet the demand that it does not meet
 */
record RuleCase<V extends Verified<?>, F>(PolicyRule<V, F> rule, V evidence, Demand<F> met, Demand<F> unmet) {
    static List<String> failed(AttestationResult result) {
        return result.failedRules().stream().map(RuleResult::code).toList();
    }

    static RuleStatus status(AttestationResult result, PolicyRule<?, ?> rule) {
        return find(result, rule).status();
    }

    static RuleResult find(AttestationResult result, PolicyRule<?, ?> rule) {
        return result.rules().stream()
                .filter(it -> it.code().equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return rule.code();
    }
}
