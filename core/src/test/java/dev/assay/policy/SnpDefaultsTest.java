package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.result.AttestationResult;
import dev.assay.result.RuleStatus;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.verify.VerifiedReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What applies to SEV-SNP reports that a policy does not mention. */
class SnpDefaultsTest {
    private static final Policy DEFAULTS = Minted.snp(section -> section);

    private static AttestationResult appraise(int version, UnaryOperator<SnpReportEncoder> change) {
        return DEFAULTS.appraise(Minted.report(Minted.MILAN, version, change));
    }

    private static List<String> failed(UnaryOperator<SnpReportEncoder> change) {
        return RuleCase.failed(appraise(5, change));
    }

    @Test
    void theDefaultsAreTheseAndNoOthers() {
        Map<String, String> defaults = new LinkedHashMap<>();
        SnpRules.rules().stream()
                .filter(rule -> !rule.unsaid().open())
                .forEach(rule -> defaults.put(rule.code(), rule.unsaid().words()));
        assertEquals(
                Map.of(
                        "policy.vmpl", "0",
                        "policy.debug", "clear",
                        "policy.migrate-ma", "clear",
                        "policy.guest-policy-reserved", "clear",
                        "policy.masked-chip-id", "clear",
                        "policy.min-report-version", "at least 2"),
                defaults);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 0xFFFFFFFFL})
    void onlyTheMostPrivilegedLevelMaySpeak(long vmpl) {
        assertEquals(List.of("policy.vmpl"), failed(report -> report.vmpl(vmpl)));
    }

    @Test
    void aReportForTheHostIsBelowNoLevel() {
        VerifiedReport host = Minted.report(Minted.MILAN, 5, report -> report.vmpl(0xFFFFFFFFL));
        AttestationResult result =
                Minted.snp(snp -> snp.with(SnpRules.VMPL, new AtMost(3))).appraise(host);
        assertEquals(List.of("policy.vmpl"), RuleCase.failed(result));
        assertEquals(
                "asked for by the host", RuleCase.find(result, SnpRules.VMPL).actual());
    }

    @ParameterizedTest
    @CsvSource({"0xb0000, policy.debug", "0x70000, policy.migrate-ma"})
    void whatLetsOthersReadTheGuestIsForbidden(String policy, String code) {
        assertEquals(List.of(code), failed(report -> report.policy(Long.decode(policy))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10000", "0x4030000", "-0x7ffffffffffd0000"})
    void theReservedBitsOfTheGuestPolicyAreAsTheyMustBe(String policy) {
        assertEquals(List.of("policy.guest-policy-reserved"), failed(report -> report.policy(Long.decode(policy))));
        assertTrue(Minted.snp(snp -> snp.with(SnpRules.GUEST_POLICY_RESERVED, Demand.any()))
                .appraise(Minted.report(Minted.MILAN, 5, report -> report.policy(Long.decode(policy))))
                .passed());
    }

    @Test
    void unknownPlatformBitsAreReportedAndRefusedOnDemand() {
        VerifiedReport odd = Minted.report(Minted.MILAN, 5, report -> report.platformInfo(0x125));
        AttestationResult result = DEFAULTS.appraise(odd);
        assertTrue(result.passed());
        assertTrue(result.notices().stream()
                .anyMatch(notice -> notice.code().equals("policy.platform-unknown-bits")
                        && notice.text().contains("0x100")));
        assertEquals(
                List.of("policy.platform-unknown-bits"),
                RuleCase.failed(Minted.snp(snp -> snp.with(SnpRules.PLATFORM_UNKNOWN, BitState.FORBIDDEN))
                        .appraise(odd)));
        assertTrue(Minted.snp(snp -> snp.with(SnpRules.PLATFORM_UNKNOWN, BitState.FORBIDDEN))
                .appraise(Minted.milan())
                .passed());
    }

    @Test
    void aMaskedChipIsRefusedOfAVcekAndNormalOfAVlek() {
        assertEquals(List.of("policy.masked-chip-id"), failed(report -> report.chipId(new byte[64])));
        AttestationResult cloud = DEFAULTS.appraise(Minted.report(Minted.CLOUD, 3, right -> right));
        assertTrue(cloud.passed());
        assertEquals(RuleStatus.NOT_APPLICABLE, RuleCase.status(cloud, SnpRules.MASKED_CHIP_ID));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void allVersionsOfTheReportAreAllowed(int version) {
        assertTrue(appraise(version, right -> right).passed());
    }

    @Test
    void anOrdinaryGuestHasNothingToNotice() {
        assertEquals(
                List.of(),
                appraise(5, right -> right).notices().stream()
                        .filter(notice -> notice.code().startsWith("policy"))
                        .toList());
    }

    @Test
    void aProductThatIsNotNamedIsRefusedByFloors() {
        TcbFloors genoa = TcbFloors.of(TcbScope.of(Product.GENOA), Map.of(TcbComponent.SNP, 0));
        assertEquals(
                List.of("policy.min-tcb"),
                RuleCase.failed(
                        Minted.snp(snp -> snp.with(SnpRules.MIN_TCB, genoa)).appraise(Minted.milan())));
    }

    @Test
    void aFloorForTheModelTakesThePlaceOfTheProducts() {
        VerifiedReport siena = Minted.report(Minted.GENOA, 5, report -> report.cpuid(0x19, 0xA0, 2));
        VerifiedReport old = Minted.report(Minted.GENOA, 2, right -> right);
        TcbFloors floors = new TcbFloors(Map.of(
                TcbScope.of(Product.GENOA), Map.of(TcbComponent.MICROCODE, 0x55),
                TcbScope.parse("Genoa/19/a0"), Map.of(TcbComponent.MICROCODE, 0x1B)));
        Policy policy = Minted.snp(snp -> snp.with(SnpRules.MIN_TCB, floors));
        assertTrue(policy.appraise(siena).passed());
        assertEquals(List.of("policy.min-tcb"), RuleCase.failed(policy.appraise(old)));
    }
}
