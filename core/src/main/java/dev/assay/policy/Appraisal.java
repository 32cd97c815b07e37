package dev.assay.policy;

import java.util.List;

/**
 * What all rules came to.
 *
 * @param rules every rule, also those that nothing was asked of
 */
public record Appraisal(List<RuleResult> rules) {
    /**
     * Keeps its own copy of the list.
     *
     * @param rules every rule, also those that nothing was asked of
     */
    public Appraisal {
        rules = List.copyOf(rules);
    }

    /**
     * The verdict.
     *
     * @return true if no rule failed
     */
    public boolean passed() {
        return rules.stream().noneMatch(rule -> rule.status() == RuleResult.Status.FAILED);
    }
}
