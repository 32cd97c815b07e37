package dev.assay.policy;

import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import java.util.ArrayList;
import java.util.List;

/** What the rules of one section came to. */
final class JudgedSection<V> {
    private final List<BoundRule<V, ?>> rules;
    private final V verified;
    private final RuleStatus[] statuses;
    private final boolean passed;

    JudgedSection(List<BoundRule<V, ?>> rules, V verified) {
        this.rules = rules;
        this.verified = verified;
        this.statuses = new RuleStatus[rules.size()];
        boolean all = true;
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = rules.get(i).judge(verified);
            all &= statuses[i] != RuleStatus.FAILED;
        }
        this.passed = all;
    }

    /** Whether no rule failed. */
    boolean passed() {
        return passed;
    }

    List<RuleResult> explain() {
        List<RuleResult> results = new ArrayList<>();
        for (int i = 0; i < statuses.length; i++) {
            results.add(rules.get(i).explain(verified, statuses[i]));
        }
        return results;
    }
}
