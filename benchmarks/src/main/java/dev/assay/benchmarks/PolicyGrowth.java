package dev.assay.benchmarks;

import dev.assay.model.Bytes;
import dev.assay.policy.CommonRules;
import dev.assay.policy.CompositePolicy;
import dev.assay.policy.Demand;
import dev.assay.policy.PlainPolicy;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyRule;
import dev.assay.policy.PolicySection;
import dev.assay.policy.TdxRules;
import dev.assay.policy.Values;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleStatus;
import dev.assay.verify.VerifiedQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What appraisal costs while a policy has more rules, and while one of them allows more. */
final class PolicyGrowth {
    private static final int MOST_VALUES = 10_000;
    private static final int REGISTER_SIZE = 48;
    private static final List<PolicyRule<VerifiedQuote, Bytes>> REGISTERS = List.of(
            TdxRules.MR_TD,
            TdxRules.RTMR0,
            TdxRules.RTMR1,
            TdxRules.RTMR2,
            TdxRules.RTMR3,
            TdxRules.MR_CONFIG_ID,
            TdxRules.MR_OWNER,
            TdxRules.MR_OWNER_CONFIG);

    private final VerifiedQuote verified;
    private final PlainPolicy forty;

    PolicyGrowth(VerifiedQuote verified) throws IOException {
        this.verified = verified;
        this.forty = (PlainPolicy) FortyRules.TDX_MINTED.policy(verified);
    }

    void measure(GrowthResults results) throws Exception {
        int rules = applied(forty);
        results.add(GrowthSeries.measure(
                "TDX: appraisal by a policy of all parts, of " + rules + " rules each",
                "rules",
                IntStream.of(GrowthSeries.sizes(1, 4, CompositePolicy.MOST))
                        .map(parts -> parts * rules)
                        .toArray(),
                count -> appraisal(ofParts(count / rules))));
        results.add(GrowthSeries.measure(
                "TDX: appraisal by a rule that allows more",
                "allowed values of MRTD",
                GrowthSeries.sizes(1, 10, MOST_VALUES),
                count -> appraisal(allowing(count))));
    }

    private MedianTime.Part appraisal(Policy policy) {
        return MedianTime.repeated(() -> result(policy).passed());
    }

    AttestationResult result(Policy policy) {
        return policy.appraise(verified);
    }

    /** How many rules have evidence to meet and are met. */
    int applied(Policy policy) {
        return (int) result(policy).rules().stream()
                .filter(rule -> rule.status() == RuleStatus.PASSED)
                .count();
    }

    /** Policies that differ in what else they allow in each register. */
    Policy ofParts(int parts) {
        return Policy.allOf(
                "all", "1", IntStream.range(0, parts).mapToObj(this::part).toArray(Policy[]::new));
    }

    private Policy part(int number) {
        PolicySection<VerifiedQuote> section = forty.tdx().orElseThrow();
        for (PolicyRule<VerifiedQuote, Bytes> register : REGISTERS) {
            List<Bytes> more = new ArrayList<>(allowed(section.demand(register)));
            more.add(other(number));
            section = section.with(register, new Values(more));
        }
        return new PlainPolicy("part " + number, "1", forty.common(), forty.snp(), Optional.of(section));
    }

    private static List<Bytes> allowed(Demand<Bytes> demand) {
        return ((Values) demand).allowed();
    }

    /** The right value is the last one. */
    Policy allowing(int values) {
        PolicySection<VerifiedQuote> section = forty.tdx().orElseThrow();
        List<Bytes> more = new ArrayList<>(
                IntStream.range(1, values).mapToObj(PolicyGrowth::other).toList());
        more.addAll(allowed(section.demand(TdxRules.MR_TD)));
        return Policy.builder("one rule", "1")
                .reportData(Demand.any())
                .with(CommonRules.TRUST_ANCHORS, forty.common().demand(CommonRules.TRUST_ANCHORS))
                .tdx(PolicySection.tdx().with(TdxRules.MR_TD, new Values(more)))
                .build();
    }

    private static Bytes other(int number) {
        byte[] value = new byte[REGISTER_SIZE];
        value[0] = 1;
        value[1] = (byte) (number >> 8);
        value[2] = (byte) number;
        return Bytes.copyOf(value);
    }
}
