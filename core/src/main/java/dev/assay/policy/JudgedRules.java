package dev.assay.policy;

import dev.assay.result.Branch;
import dev.assay.result.Combination;
import dev.assay.result.RuleResult;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a policy of rules came to: every rule is judged, whatever came of the others. */
final class JudgedRules implements Judged {
    private final PlainPolicy policy;
    private final Verified<?> verified;
    private final JudgedSection<Verified<?>> common;
    private final Optional<? extends JudgedSection<?>> own;

    private JudgedRules(
            PlainPolicy policy,
            Verified<?> verified,
            JudgedSection<Verified<?>> common,
            Optional<? extends JudgedSection<?>> own) {
        this.policy = policy;
        this.verified = verified;
        this.common = common;
        this.own = own;
    }

    static JudgedRules of(PlainPolicy policy, Verified<?> verified) {
        return new JudgedRules(
                policy,
                verified,
                policy.common().judge(verified),
                verified instanceof VerifiedReport report
                        ? policy.snp().map(section -> section.judge(report))
                        : policy.tdx().map(section -> section.judge((VerifiedQuote) verified)));
    }

    @Override
    public boolean passed() {
        return common.passed()
                && TeeRule.accepts(policy, verified)
                && own.map(JudgedSection::passed).orElse(false);
    }

    @Override
    public Branch explain() {
        List<RuleResult> rules = new ArrayList<>(common.explain());
        rules.add(TeeRule.explain(policy, verified));
        own.ifPresent(section -> rules.addAll(section.explain()));
        return new Branch(policy.id(), policy.version(), Combination.RULES, rules, List.of());
    }

    @Override
    public PlainPolicy deciding() {
        return policy;
    }
}
