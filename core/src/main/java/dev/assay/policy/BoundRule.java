package dev.assay.policy;

import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import java.util.Optional;

/**
 * A rule together with what one section demands of it. What does not depend on evidence is settled when it is made, since
 * one policy judges many pieces of evidence; words are put together only if somebody asks for them.
 */
final class BoundRule<V, F> {
    private final PolicyRule<V, F> rule;
    private final Demand<F> demand;
    private final Demand<F> settled;
    private final boolean open;
    private final boolean said;

    BoundRule(PolicyRule<V, F> rule, Optional<Demand<F>> said) {
        this.rule = rule;
        this.demand = said.orElse(rule.unsaid());
        this.settled = demand.settled();
        this.open = demand.open();
        this.said = said.isPresent();
    }

    /** A fact that is not there meets no demand of the policy's own; a default goes without it. */
    RuleStatus judge(V verified) {
        if (open) {
            return RuleStatus.NOT_ASKED;
        }
        Optional<F> fact = rule.fact(verified);
        if (fact.isEmpty()) {
            return said ? RuleStatus.FAILED : RuleStatus.NOT_APPLICABLE;
        }
        return settled.accepts(fact.get()) ? RuleStatus.PASSED : RuleStatus.FAILED;
    }

    RuleResult explain(V verified, RuleStatus status) {
        return new RuleResult(
                rule.code(),
                status,
                !said,
                rule.words(demand),
                rule.actual(verified),
                rule.source(),
                rule.nextStep(),
                rule.claim(),
                rule.failedValue());
    }
}
