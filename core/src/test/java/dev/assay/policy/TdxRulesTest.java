package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleStatus;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.XfamFeature;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.verify.VerifiedQuote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule for TDX, with a demand that minted evidence meets and one that it does not meet. */
class TdxRulesTest {
    private static final VerifiedQuote TD = Minted.quote(
            Minted.INTEL, td -> td.set(TdField.MR_OWNER, register(0x0E).toArray()));
    private static final VerifiedQuote OLD =
            Minted.quote(Minted.INTEL.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE), right -> right);
    private static final Bytes XFAM = Bytes.fromHex("e702060000000000");
    private static final Instant TCB_DATE = Instant.parse("2025-08-13T00:00:00Z");

    private static Bytes register(int value) {
        return Minted.filled(48, value);
    }

    private static <F> RuleCase<VerifiedQuote, F> td(
            PolicyRule<VerifiedQuote, F> rule, Demand<F> met, Demand<F> unmet) {
        return new RuleCase<>(rule, TD, met, unmet);
    }

    private static RuleCase<VerifiedQuote, Bytes> value(PolicyRule<VerifiedQuote, Bytes> rule, int value) {
        return td(rule, Values.of(register(0x99), register(value)), Values.of(register(0x99)));
    }

    private static final List<RuleCase<VerifiedQuote, ?>> CASES = List.copyOf(minted());

    static List<RuleCase<VerifiedQuote, ?>> cases() {
        return CASES;
    }

    private static List<RuleCase<VerifiedQuote, ?>> minted() {
        List<RuleCase<VerifiedQuote, ?>> cases = new ArrayList<>(List.of(
                value(TdxRules.MR_TD, 0x7D),
                td(
                        TdxRules.REGISTERS,
                        new RegisterSets(List.of(
                                Map.of(TdxRegister.RTMR0, register(0xA1)),
                                Map.of(TdxRegister.RTMR0, register(0xA0), TdxRegister.RTMR1, register(0xA1)))),
                        new RegisterSets(
                                List.of(Map.of(TdxRegister.RTMR0, register(0xA0), TdxRegister.RTMR1, register(0xA0))))),
                value(TdxRules.RTMR0, 0xA0),
                value(TdxRules.RTMR1, 0xA1),
                value(TdxRules.RTMR2, 0xA2),
                value(TdxRules.RTMR3, 0),
                value(TdxRules.MR_CONFIG_ID, 0),
                value(TdxRules.MR_OWNER, 0x0E),
                value(TdxRules.MR_OWNER_CONFIG, 0),
                value(TdxRules.MR_SEAM, 0x5E),
                value(TdxRules.MR_SIGNER_SEAM, 0)));
        cases.addAll(List.of(
                value(TdxRules.MR_SERVICE_TD, 0),
                td(TdxRules.DEBUG, BitState.FORBIDDEN, BitState.REQUIRED),
                td(
                        TdxRules.ATTRIBUTES_MASKED,
                        new MaskedBits(Minted.filled(8, 0xFF), Bytes.fromHex("0000001000000000")),
                        new MaskedBits(Minted.filled(8, 0xFF), Bytes.fromHex("0000001000000080"))),
                td(
                        TdxRules.XFAM_MASKED,
                        new MaskedBits(Bytes.fromHex("0f00000000000000"), Bytes.fromHex("0700000000000000")),
                        new MaskedBits(Bytes.fromHex("0f00000000000000"), Bytes.fromHex("0f00000000000000"))),
                td(
                        TdxRules.MIN_TEE_TCB_SVN,
                        new SvnFloor(Bytes.fromHex("06010400" + "00".repeat(12))),
                        new SvnFloor(Bytes.fromHex("06010500" + "00".repeat(12)))),
                new RuleCase<>(
                        TdxRules.TCB_STATUS,
                        TD,
                        AcceptedStatuses.of(TcbStatus.UP_TO_DATE),
                        AcceptedStatuses.of(TcbStatus.OUT_OF_DATE)),
                td(TdxRules.MIN_EVALUATION_NUMBER, new AtLeast(20), new AtLeast(21)),
                td(TdxRules.MIN_TCB_DATE, new Since(TCB_DATE), new Since(TCB_DATE.plusSeconds(1))),
                td(TdxRules.MAX_COLLATERAL_AGE, new AtMost(20), new AtMost(19)),
                td(TdxRules.MIN_QE_SVN, new AtLeast(8), new AtLeast(9)),
                td(
                        TdxRules.FMSPC,
                        Values.of(Bytes.fromHex("b0c06f000000")),
                        Values.of(Bytes.fromHex("00806f050000")))));
        cases.addAll(List.of(
                td(
                        TdxRules.PPID,
                        Values.of(Bytes.copyOf(Minted.INTEL.platform().ppid())),
                        Values.of(Minted.filled(16, 1))),
                td(
                        TdxRules.PLATFORM_INSTANCE_ID,
                        Values.of(Bytes.copyOf(Minted.INTEL.platform().instanceId())),
                        Values.of(Minted.filled(16, 1)))));
        for (PlatformFlag flag : PlatformFlag.values()) {
            cases.add(td(TdxRules.platform(flag), BitState.REQUIRED, BitState.FORBIDDEN));
        }
        for (TdAttribute attribute : TdAttribute.values()) {
            TdxRules.attribute(attribute).ifPresent(rule -> {
                // What is a debug attribute cannot be demanded while debug is forbidden; another test has those.
                boolean set = attribute == TdAttribute.SEPT_VE_DISABLE;
                if (attribute.bit() >= 8) {
                    cases.add(td(rule, BitState.as(set), BitState.as(!set)));
                }
            });
        }
        for (XfamFeature feature : XfamFeature.values()) {
            boolean set = (XFAM.u64le(0) & feature.mask()) != 0;
            cases.add(td(TdxRules.xfam(feature), BitState.as(set), BitState.as(!set)));
        }
        return cases;
    }

    private static <F> AttestationResult appraise(RuleCase<VerifiedQuote, F> rule, Demand<F> demand) {
        return Minted.tdx(section -> section.with(rule.rule(), demand)).appraise(rule.evidence());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F> void aDemandThatIsMetPasses(RuleCase<VerifiedQuote, F> rule) {
        AttestationResult result = appraise(rule, rule.met());
        assertEquals(List.of(), RuleCase.failed(result));
        assertTrue(result.passed());
        assertEquals(RuleStatus.PASSED, RuleCase.status(result, rule.rule()));
        assertFalse(RuleCase.find(result, rule.rule()).byDefault());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F> void aDemandThatIsNotMetFailsThatRuleAndNoOther(RuleCase<VerifiedQuote, F> rule) {
        AttestationResult result = appraise(rule, rule.unmet());
        assertEquals(List.of(rule.rule().code()), RuleCase.failed(result));
        assertFalse(result.passed());
    }

    @Test
    void everyRuleHasACaseHereOrATestOfItsOwn() {
        HashSet<String> missing = new HashSet<>();
        TdxRules.rules().forEach(rule -> missing.add(rule.code()));
        cases().forEach(rule -> missing.remove(rule.rule().code()));
        assertEquals(
                new HashSet<>(List.of(
                        "policy.td-unknown-bits",
                        "policy.xfam-unknown-bits",
                        "policy.rejected-advisories",
                        "policy.max-tcb-age",
                        "policy.td-hgs-plus-prof",
                        "policy.td-perf-prof",
                        "policy.td-pmt-prof")),
                missing);
    }

    @ParameterizedTest
    @EnumSource(names = {"HGS_PLUS_PROF", "PERF_PROF", "PMT_PROF"})
    void profilingIsUnderDebugAndHasARuleOfItsOwn(TdAttribute attribute) {
        PolicyRule<VerifiedQuote, Boolean> rule = TdxRules.attribute(attribute).orElseThrow();
        VerifiedQuote profiled =
                Minted.quote(Minted.INTEL, td -> td.set(TdField.TD_ATTRIBUTES, 1L << 28 | attribute.mask()));
        assertEquals(
                List.of("policy.td-debug"),
                RuleCase.failed(Minted.tdx(tdx -> tdx).appraise(profiled)));
        PolicySection<VerifiedQuote> open = PolicySection.tdx().with(TdxRules.DEBUG, Demand.any());
        assertTrue(Minted.tdx(tdx -> tdx.with(TdxRules.DEBUG, Demand.any()).with(rule, BitState.REQUIRED))
                .appraise(profiled)
                .passed());
        assertEquals(
                List.of(rule.code()),
                RuleCase.failed(Minted.tdx(tdx -> tdx.with(TdxRules.DEBUG, open.demand(TdxRules.DEBUG))
                                .with(rule, BitState.FORBIDDEN))
                        .appraise(profiled)));
    }

    /** Bits without a meaning, X87 or SSE missing, half of AVX-512, of control-flow enforcement, of AMX. */
    @Test
    void anXfamThatNoTdCanHaveDoesNotPassInSilence() {
        for (long xfam : new long[] {0x602E7 | 1L << 50, 2, 1, 0x23, 0x803, 0x20003}) {
            AttestationResult result =
                    Minted.tdx(tdx -> tdx).appraise(Minted.quote(Minted.INTEL, td -> td.set(TdField.XFAM, xfam)));
            assertEquals(
                    1,
                    result.notices().stream()
                            .filter(it -> it.code().equals("policy.xfam-unknown-bits"))
                            .count(),
                    Long.toHexString(xfam));
        }
        for (long xfam : new long[] {0x602E7, 0x600E7, 0x618E7, 0x61AE7, 0x642E7, 0xE7, 0x207}) {
            AttestationResult result =
                    Minted.tdx(tdx -> tdx).appraise(Minted.quote(Minted.INTEL, td -> td.set(TdField.XFAM, xfam)));
            assertTrue(result.notices().stream().noneMatch(it -> it.code().startsWith("policy.xfam")));
        }
    }

    @Test
    void unknownBitsAreAllowedUnlessForbidden() {
        VerifiedQuote odd = Minted.quote(
                Minted.INTEL,
                td -> td.set(TdField.TD_ATTRIBUTES, 1L << 28 | 1L << 40).set(TdField.XFAM, 0x602E7 | 1L << 50));
        AttestationResult allowed = Minted.tdx(tdx -> tdx).appraise(odd);
        assertTrue(allowed.passed());
        assertTrue(allowed.notices().stream().anyMatch(it -> it.code().equals("policy.td-unknown-bits")));
        Policy strict = Minted.tdx(tdx -> tdx.with(TdxRules.ATTRIBUTES_UNKNOWN, BitState.FORBIDDEN)
                .with(TdxRules.XFAM_UNKNOWN, BitState.FORBIDDEN));
        assertEquals(
                List.of("policy.td-unknown-bits", "policy.xfam-unknown-bits"), RuleCase.failed(strict.appraise(odd)));
        assertTrue(strict.appraise(TD).passed());
    }

    @Test
    void advisoriesAreRefusedByTheirIds() {
        Policy old = Minted.tdx(tdx -> tdx.with(TdxRules.TCB_STATUS, AcceptedStatuses.of(TcbStatus.OUT_OF_DATE)));
        assertTrue(old.appraise(OLD).passed());
        assertEquals(
                List.of("policy.rejected-advisories"),
                RuleCase.failed(Minted.tdx(
                                tdx -> tdx.with(TdxRules.TCB_STATUS, AcceptedStatuses.of(TcbStatus.OUT_OF_DATE))
                                        .with(
                                                TdxRules.REJECTED_ADVISORIES,
                                                new NoneOf(List.of("INTEL-SA-99999", "INTEL-SA-01036"))))
                        .appraise(OLD)));
        assertTrue(Minted.tdx(tdx -> tdx.with(TdxRules.TCB_STATUS, AcceptedStatuses.of(TcbStatus.OUT_OF_DATE))
                        .with(TdxRules.REJECTED_ADVISORIES, new NoneOf(List.of("INTEL-SA-99999"))))
                .appraise(OLD)
                .passed());
    }

    /** The platform lacks levels of 2025-05-14 and 2025-08-13; from the first to 2026-09-01 it is 475 days. */
    @Test
    void theTcbIsAsOldAsTheFirstUpdateThatItLacks() {
        assertEquals(475, TdxFacts.tcbAge(OLD));
        assertEquals(0, TdxFacts.tcbAge(TD));
        PolicySection<VerifiedQuote> accepting =
                PolicySection.tdx().with(TdxRules.TCB_STATUS, AcceptedStatuses.of(TcbStatus.OUT_OF_DATE));
        Demand<TcbState> statuses = accepting.demand(TdxRules.TCB_STATUS);
        assertTrue(
                Minted.tdx(tdx -> tdx.with(TdxRules.TCB_STATUS, statuses).with(TdxRules.MAX_TCB_AGE, new AtMost(475)))
                        .appraise(OLD)
                        .passed());
        assertEquals(
                List.of("policy.max-tcb-age"),
                RuleCase.failed(Minted.tdx(tdx ->
                                tdx.with(TdxRules.TCB_STATUS, statuses).with(TdxRules.MAX_TCB_AGE, new AtMost(474)))
                        .appraise(OLD)));
    }

    @Test
    void aStatusCanBeAcceptedWithKnownAdvisoriesAndForATime() {
        List<String> known = List.of("INTEL-SA-01036", "INTEL-SA-01245");
        Instant at = OLD.at();
        assertTrue(accepts(Optional.of(known), Optional.of(at)));
        assertFalse(accepts(Optional.of(known), Optional.of(at.minusSeconds(1))));
        assertFalse(accepts(Optional.of(known.subList(0, 1)), Optional.empty()));
        assertTrue(accepts(Optional.empty(), Optional.of(at.plusSeconds(1))));
    }

    private static boolean accepts(Optional<List<String>> advisories, Optional<Instant> until) {
        AcceptedStatuses statuses = new AcceptedStatuses(List.of(
                AcceptedStatus.of(TcbStatus.SW_HARDENING_NEEDED),
                new AcceptedStatus(TcbStatus.OUT_OF_DATE, advisories, until)));
        return Minted.tdx(tdx -> tdx.with(TdxRules.TCB_STATUS, statuses))
                .appraise(OLD)
                .passed();
    }
}
