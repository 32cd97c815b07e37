package dev.assay.policy;

import dev.assay.result.Appraisal;
import dev.assay.result.AttestationResult;
import dev.assay.result.Branch;
import dev.assay.result.Combination;
import dev.assay.result.Notice;
import dev.assay.result.RuleResult;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;

/** Evaluates a policy against verified evidence: all of it, and the caller's own rules besides. */
final class Evaluation {
    private final Policy policy;
    private final Verified<?> verified;
    private final Judged judged;
    private final List<RuleResult> custom;

    private Evaluation(Policy policy, Verified<?> verified, List<CustomRule> custom) {
        this.policy = policy;
        this.verified = verified;
        this.judged = judge(policy, verified);
        // The caller's code runs once for each appraisal, and then and there.
        this.custom = custom.stream().map(rule -> rule.apply(verified)).toList();
    }

    static AttestationResult of(Policy policy, Verified<?> verified, List<CustomRule> custom) {
        Evaluation evaluation = new Evaluation(policy, verified, custom);
        return AttestationResult.appraised(verified, evaluation.passed(), evaluation::appraisal);
    }

    static Judged judge(Policy policy, Verified<?> verified) {
        return policy instanceof CompositePolicy composite
                ? JudgedParts.of(composite, verified)
                : JudgedRules.of((PlainPolicy) policy, verified);
    }

    private boolean passed() {
        return judged.passed() && custom.stream().noneMatch(RuleResult::failed);
    }

    private Appraisal appraisal() {
        return new Appraisal(
                withCustom(judged.explain()), notices(), TcbRows.of(judged.deciding(), verified), policy.reference());
    }

    private Branch withCustom(Branch branch) {
        if (custom.isEmpty()) {
            return branch;
        }
        Branch own = new Branch("custom", branch.policyVersion(), Combination.RULES, custom, List.of());
        return new Branch(
                branch.policyId(), branch.policyVersion(), Combination.ALL_OF, List.of(), List.of(branch, own));
    }

    /** They do not depend on what is demanded. */
    private List<Notice> notices() {
        return verified instanceof VerifiedReport report
                ? PolicySection.snp().notices(report)
                : PolicySection.tdx().notices((VerifiedQuote) verified);
    }
}
