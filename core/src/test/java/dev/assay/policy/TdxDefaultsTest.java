package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.TcbStatus;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleStatus;
import dev.assay.result.TcbRow;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.verify.CrlMode;
import dev.assay.verify.VerifiedQuote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What applies to TDX quotes that a policy does not mention. */
class TdxDefaultsTest {
    private static final Policy DEFAULTS = Minted.tdx(section -> section);

    @Test
    void theDefaultsAreTheseAndNoOthers() {
        Map<String, String> defaults = new LinkedHashMap<>();
        TdxRules.rules().stream()
                .filter(rule -> !rule.unsaid().open())
                .forEach(rule -> defaults.put(rule.code(), rule.unsaid().words()));
        assertEquals(
                Map.of(
                        "policy.service-td", "00".repeat(48),
                        "policy.td-debug", "clear",
                        "policy.tcb-status", "UpToDate"),
                defaults);
        assertEquals(
                List.of(CommonRules.TRUST_ANCHORS),
                CommonRules.rules().stream()
                        .filter(rule -> !rule.unsaid().open())
                        .toList());
    }

    @Test
    void aTdThatCanBeMigratedByNobodyKnowsWhomIsAWarning() {
        VerifiedQuote old = Minted.verified(
                Minted.INTEL.quote(4, Kind.TD_1_0, td -> td.set(TdField.TD_ATTRIBUTES, 3L << 28)), CrlMode.REQUIRED);
        AttestationResult result = DEFAULTS.appraise(old);
        assertTrue(result.passed());
        assertEquals(
                List.of("policy.td-migratable"),
                result.notices().stream().map(notice -> notice.code()).toList());
        VerifiedQuote stated = Minted.quote(Minted.INTEL, td -> td.set(TdField.TD_ATTRIBUTES, 3L << 28));
        assertEquals(List.of(), DEFAULTS.appraise(stated).notices());
    }

    @Test
    void whatFallsShortOfAnAcceptedStatusStandsBesideItsFloor() {
        VerifiedQuote old = Minted.quote(Minted.INTEL.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE), right -> right);
        assertEquals(
                List.of(
                        new TcbRow("platform", "SGX component 1", 3, OptionalInt.of(4)),
                        new TcbRow("platform", "SGX component 2", 3, OptionalInt.of(4)),
                        new TcbRow("platform", "SGX component 5", 3, OptionalInt.of(4)),
                        new TcbRow("platform", "PCESVN", 11, OptionalInt.of(13))),
                shortfalls(old));
        VerifiedQuote module = Minted.quote(Minted.INTEL.status(TcbPart.MODULE, TdxStatus.OUT_OF_DATE), right -> right);
        assertEquals(List.of(new TcbRow("TDX module", "TDX module", 4, OptionalInt.of(6))), shortfalls(module));
        assertEquals(List.of(), shortfalls(Minted.td()));
        PlainPolicy accepting =
                Minted.tdx(tdx -> tdx.with(TdxRules.TCB_STATUS, AcceptedStatuses.of(TcbStatus.OUT_OF_DATE)));
        assertEquals(3, accepting.appraise(old).tcb().size());
        PlainPolicy open = Minted.tdx(tdx -> tdx.with(TdxRules.TCB_STATUS, Demand.any()));
        assertEquals(3, open.appraise(old).tcb().size());
    }

    /** What stands in the table beside the three components of TEE_TCB_SVN. */
    private static List<TcbRow> shortfalls(VerifiedQuote quote) {
        List<TcbRow> rows = DEFAULTS.appraise(quote).tcb();
        return rows.subList(3, rows.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aTdUnderDebugIsRefused(int bit) {
        VerifiedQuote debug = Minted.quote(Minted.INTEL, td -> td.set(TdField.TD_ATTRIBUTES, 1L << 28 | 1L << bit));
        AttestationResult result = DEFAULTS.appraise(debug);
        assertEquals(List.of("policy.td-debug"), RuleCase.failed(result));
        assertEquals("under debug", RuleCase.find(result, TdxRules.DEBUG).actual());
    }

    @Test
    void aBoundServiceTdIsRefused() {
        VerifiedQuote bound = Minted.quote(
                Minted.INTEL,
                td -> td.set(TdField.MR_SERVICE_TD, Minted.filled(48, 5).toArray()));
        assertEquals(List.of("policy.service-td"), RuleCase.failed(DEFAULTS.appraise(bound)));
        assertTrue(Minted.tdx(tdx -> tdx.with(TdxRules.MR_SERVICE_TD, Values.of(Minted.filled(48, 5))))
                .appraise(bound)
                .passed());
    }

    @Test
    void aReportOfTdx10CannotTellOfServiceTds() {
        VerifiedQuote old = Minted.verified(Minted.INTEL.quote(4, Kind.TD_1_0, right -> right), CrlMode.REQUIRED);
        AttestationResult result = DEFAULTS.appraise(old);
        assertTrue(result.passed());
        assertEquals(RuleStatus.NOT_APPLICABLE, RuleCase.status(result, TdxRules.MR_SERVICE_TD));
        assertEquals(
                List.of("policy.service-td"),
                RuleCase.failed(Minted.tdx(tdx -> tdx.with(TdxRules.MR_SERVICE_TD, Values.of(TdxFacts.NO_SERVICE_TD)))
                        .appraise(old)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP_TO_DATE", "REVOKED"})
    void anyStatusButUpToDateIsRefused(TdxStatus status) {
        VerifiedQuote behind = Minted.quote(Minted.INTEL.status(TcbPart.PLATFORM, status), right -> right);
        AttestationResult result = DEFAULTS.appraise(behind);
        assertEquals(List.of("policy.tcb-status"), RuleCase.failed(result));
        assertEquals(status.label(), result.claims().get("tdx_tcb_status"));
        assertTrue(RuleCase.find(result, TdxRules.TCB_STATUS).actual().startsWith(status.label()));
    }

    @Test
    void exceptionsThatTheHostCanInjectAreAWarning() {
        VerifiedQuote injectable = Minted.quote(Minted.INTEL, td -> td.set(TdField.TD_ATTRIBUTES, 0));
        AttestationResult result = DEFAULTS.appraise(injectable);
        assertTrue(result.passed());
        assertEquals(
                List.of("policy.td-sept-ve-disable"),
                result.notices().stream()
                        .map(notice -> notice.code())
                        .filter(code -> code.startsWith("policy"))
                        .toList());
        assertEquals(
                List.of(),
                DEFAULTS.appraise(Minted.td()).notices().stream()
                        .filter(notice -> notice.code().startsWith("policy"))
                        .toList());
    }

    @Test
    void aPlatformWithOnePackageHasNoInstanceAndNoFlags() {
        TdxSimulator small = TdxSimulator.create(IntelHierarchy.create(0), PckCa.PROCESSOR);
        VerifiedQuote quote = Minted.quote(small, right -> right);
        assertTrue(DEFAULTS.appraise(quote).passed());
        assertEquals(
                List.of("policy.platform-instance-id", "policy.smt-enabled"),
                RuleCase.failed(Minted.tdx(
                                tdx -> tdx.with(TdxRules.PLATFORM_INSTANCE_ID, Values.of(Minted.filled(16, 1)))
                                        .with(TdxRules.platform(PlatformFlag.SMT_ENABLED), BitState.FORBIDDEN))
                        .appraise(quote)));
    }

    @Test
    void theLowerEvaluationNumberCounts() {
        VerifiedQuote info = Minted.quote(Minted.INTEL.tcbInfo(it -> it.evaluationNumber(19)), right -> right);
        VerifiedQuote identity = Minted.quote(Minted.INTEL.qeIdentity(it -> it.evaluationNumber(18)), right -> right);
        assertEquals(19, TdxFacts.evaluationNumber(info));
        assertEquals(18, TdxFacts.evaluationNumber(identity));
    }
}
