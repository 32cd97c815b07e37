package dev.assay.policy;

import dev.assay.result.AttestationResult;
import dev.assay.result.Branch;
import dev.assay.result.Combination;
import dev.assay.result.Notice;
import dev.assay.result.RuleResult;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.List;

/** Evaluates a policy against verified evidence: every rule, whatever came of the others. */
final class Evaluation {
    private final Verified<?> verified;

    private Evaluation(Verified<?> verified) {
        this.verified = verified;
    }

    static AttestationResult of(Policy policy, Verified<?> verified, List<CustomRule> custom) {
        Evaluation evaluation = new Evaluation(verified);
        return AttestationResult.appraised(
                verified,
                evaluation.withCustom(evaluation.branch(policy), custom),
                evaluation.notices(),
                TcbRows.of(evaluation.deciding(policy), verified),
                policy.reference());
    }

    private Branch branch(Policy policy) {
        if (policy instanceof CompositePolicy composite) {
            return new Branch(
                    composite.id(),
                    composite.version(),
                    composite.combination(),
                    List.of(),
                    composite.parts().stream().map(this::branch).toList());
        }
        PlainPolicy plain = (PlainPolicy) policy;
        return new Branch(plain.id(), plain.version(), Combination.RULES, rules(plain), List.of());
    }

    private List<RuleResult> rules(PlainPolicy policy) {
        List<RuleResult> rules = new ArrayList<>(policy.common().judge(verified));
        rules.add(TeeRule.judge(policy, verified));
        if (verified instanceof VerifiedReport report) {
            policy.snp().ifPresent(snp -> rules.addAll(snp.judge(report)));
        } else {
            policy.tdx().ifPresent(tdx -> rules.addAll(tdx.judge((VerifiedQuote) verified)));
        }
        return rules;
    }

    private Branch withCustom(Branch branch, List<CustomRule> custom) {
        if (custom.isEmpty()) {
            return branch;
        }
        List<RuleResult> results =
                custom.stream().map(rule -> rule.apply(verified)).toList();
        Branch own = new Branch("custom", branch.policyVersion(), Combination.RULES, results, List.of());
        return new Branch(
                branch.policyId(), branch.policyVersion(), Combination.ALL_OF, List.of(), List.of(branch, own));
    }

    /** They do not depend on what is demanded. */
    private List<Notice> notices() {
        return verified instanceof VerifiedReport report
                ? PolicySection.snp().notices(report)
                : PolicySection.tdx().notices((VerifiedQuote) verified);
    }

    /** The part whose floors are worth showing: the first that is met, or the first. */
    private PlainPolicy deciding(Policy policy) {
        List<PlainPolicy> leaves = policy.leaves();
        return leaves.size() == 1
                ? leaves.get(0)
                : leaves.stream()
                        .filter(leaf -> branch(leaf).passed())
                        .findFirst()
                        .orElse(leaves.get(0));
    }
}
