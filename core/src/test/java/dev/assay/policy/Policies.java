package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary policies: each rule mentioned or not, by any of a few demands of its own. */
final class Policies {
    private static final Instant TIME = Instant.parse("2026-09-01T00:00:00Z");

    private Policies() {}

    static Arbitrary<Policy> any() {
        Arbitrary<Policy> plain = plain().map(policy -> policy);
        return Arbitraries.lazyOf(
                () -> plain,
                () -> plain,
                () -> Combinators.combine(
                                Arbitraries.of(CompositePolicy.ALL_OF, CompositePolicy.ANY_OF),
                                plain.list().ofMinSize(1).ofMaxSize(3))
                        .as((how, parts) -> new CompositePolicy("c", "1", how, parts)));
    }

    static Arbitrary<PlainPolicy> plain() {
        return Combinators.combine(name(), name(), reportData(), snp(), tdx(), Arbitraries.of(1, 2, 3))
                .as((id, version, data, snp, tdx, sections) -> {
                    PolicyBuilder builder = Policy.builder(id, version).reportData(data);
                    if ((sections & 1) != 0) {
                        builder.snp(snp);
                    }
                    if ((sections & 2) != 0) {
                        builder.tdx(tdx);
                    }
                    return builder.with(CommonRules.TRUST_ANCHORS, Minted.roots())
                            .build();
                });
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl));
    }

    private static Arbitrary<Bytes> bytes(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Bytes::copyOf);
    }

    private static Arbitrary<Demand<Bytes>> reportData() {
        return Arbitraries.oneOf(
                Arbitraries.just(Demand.any()),
                bytes(64, 64).map(ReportData::exact),
                bytes(1, 64).map(ReportData::prefix),
                Combinators.combine(
                                Arbitraries.of(HashAlgorithm.values()),
                                bytes(1, 9).list().ofMinSize(1).ofMaxSize(3))
                        .as(ReportData.HashOf::new));
    }

    /** Demands, half of which minted evidence meets. */
    static Arbitrary<PolicySection<VerifiedReport>> snp() {
        List<Arbitrary<PolicyStep<VerifiedReport>>> steps = new ArrayList<>();
        SnpRulesTest.cases().forEach(rule -> {
            // These can contradict others, which has tests of its own.
            if (!List.of(
                            SnpRules.CHIP_ID,
                            SnpRules.CSP_ID,
                            SnpRules.ID_BLOCK,
                            SnpRules.MASKED_CHIP_ID,
                            SnpRules.PRODUCTS)
                    .contains(rule.rule())) {
                steps.add(step(rule));
            }
        });
        return section(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any()), steps);
    }

    private static Arbitrary<PolicySection<VerifiedQuote>> tdx() {
        List<Arbitrary<PolicyStep<VerifiedQuote>>> steps = new ArrayList<>();
        TdxRulesTest.cases().forEach(rule -> {
            if (rule.rule() != TdxRules.MR_CONFIG_ID
                    && rule.rule() != TdxRules.REGISTERS
                    && !rule.rule().member().startsWith("attributes.")
                    && !rule.rule().member().startsWith("xfam.")) {
                steps.add(step(rule));
            }
        });
        steps.add(Arbitraries.of(
                section -> section,
                section -> section.with(
                        TdxRules.TCB_STATUS,
                        new AcceptedStatuses(List.of(
                                AcceptedStatus.of(TcbStatus.CONFIGURATION_NEEDED),
                                new AcceptedStatus(
                                        TcbStatus.OUT_OF_DATE,
                                        Optional.of(List.of("INTEL-SA-00615", "INTEL-SA-01036")),
                                        Optional.of(TIME)))))));
        steps.add(Arbitraries.of(
                section -> section,
                section -> section.with(
                        TdxRules.REGISTERS,
                        new RegisterSets(List.of(Map.of(TdxRegister.MR_CONFIG_ID, Minted.filled(48, 0)))))));
        return section(PolicySection.tdx().with(TdxRules.MR_TD, Demand.any()), steps);
    }

    interface PolicyStep<V> {
        PolicySection<V> apply(PolicySection<V> section);
    }

    private static <V extends Verified<?>, F> Arbitrary<PolicyStep<V>> step(RuleCase<V, F> rule) {
        return Arbitraries.of(
                section -> section,
                section -> section,
                section -> section,
                section -> section.with(rule.rule(), rule.met()),
                section -> section.with(rule.rule(), rule.met()),
                section -> section.with(rule.rule(), rule.unmet()),
                section -> section.with(rule.rule(), Demand.any()));
    }

    private static <V> Arbitrary<PolicySection<V>> section(
            PolicySection<V> start, List<Arbitrary<PolicyStep<V>>> steps) {
        return Combinators.combine(steps).as(chosen -> {
            PolicySection<V> section = start;
            for (PolicyStep<V> step : chosen) {
                section = step.apply(section);
            }
            return section;
        });
    }
}
