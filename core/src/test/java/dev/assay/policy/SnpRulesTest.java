package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleStatus;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.PlatformInfoBit;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule for SEV-SNP, with a demand that minted evidence meets and one that it does not meet. */
class SnpRulesTest {
    private static final Bytes ONES = Minted.filled(48, 1);
    private static final Bytes ID_KEY = Minted.filled(48, 0x11);
    private static final Bytes AUTHOR_KEY = Minted.filled(48, 0x22);

    /** A guest that has everything: an ID block with an author, host data, ABI 1.51, all platform bits but two. */
    private static final VerifiedReport RICH = Minted.report(
            Minted.MILAN,
            5,
            report -> report.policy(0x30133)
                    .hostData(Minted.filled(32, 0x77).toArray())
                    .set(SnpField.FAMILY_ID, Minted.filled(16, 0xFA).toArray())
                    .set(SnpField.IMAGE_ID, Minted.filled(16, 0x1A).toArray())
                    .idKeyDigest(ID_KEY.toArray())
                    .authorKeyDigest(AUTHOR_KEY.toArray())
                    .signerInfo(1)
                    .guestSvn(7)
                    .mitigations(0b0110, 0b1110));

    private static final VerifiedReport CLOUD = Minted.report(Minted.CLOUD, 3, right -> right);

    private static TcbFloors milan(int bootLoader, int tee, int snp, int microcode) {
        return TcbFloors.of(
                TcbScope.of(Product.MILAN),
                Map.of(
                        TcbComponent.BOOT_LOADER,
                        bootLoader,
                        TcbComponent.TEE,
                        tee,
                        TcbComponent.SNP,
                        snp,
                        TcbComponent.MICROCODE,
                        microcode));
    }

    private static <F> RuleCase<VerifiedReport, F> rich(
            PolicyRule<VerifiedReport, F> rule, Demand<F> met, Demand<F> unmet) {
        return new RuleCase<>(rule, RICH, met, unmet);
    }

    private static final List<RuleCase<VerifiedReport, ?>> CASES = List.copyOf(minted());

    static List<RuleCase<VerifiedReport, ?>> cases() {
        return CASES;
    }

    private static List<RuleCase<VerifiedReport, ?>> minted() {
        TcbFloors exact = milan(4, 0, 0x18, 0xDB);
        List<RuleCase<VerifiedReport, ?>> cases = new ArrayList<>(List.of(
                rich(SnpRules.MEASUREMENT, Values.of(ONES, Minted.filled(48, 0x3E)), Values.of(ONES)),
                rich(SnpRules.ID_KEY_DIGESTS, Values.of(ID_KEY), Values.of(AUTHOR_KEY)),
                rich(SnpRules.AUTHOR_KEY_DIGESTS, Values.of(AUTHOR_KEY), Values.of(ID_KEY)),
                rich(SnpRules.ID_BLOCK, BitState.REQUIRED, BitState.FORBIDDEN),
                rich(SnpRules.HOST_DATA, Values.of(Minted.filled(32, 0x77)), Values.of(Minted.filled(32, 0x76))),
                rich(SnpRules.FAMILY_ID, Values.of(Minted.filled(16, 0xFA)), Values.of(Minted.filled(16, 0))),
                rich(SnpRules.IMAGE_ID, Values.of(Minted.filled(16, 0x1A)), Values.of(Minted.filled(16, 0xFA))),
                rich(SnpRules.MIN_GUEST_SVN, new AtLeast(7), new AtLeast(8)),
                rich(SnpRules.VMPL, new AtMost(0), Numbers.of(1, 2, 3)),
                rich(SnpRules.REPORT_ID, Values.of(Minted.filled(32, 0x1D)), Values.of(Minted.filled(32, 0xFF))),
                rich(SnpRules.REPORT_ID_MA, Values.of(Minted.filled(32, 0xFF)), Values.of(Minted.filled(32, 0x1D)))));
        cases.addAll(List.of(
                rich(SnpRules.MIN_ABI, VersionFloor.of(1, 51), VersionFloor.of(1, 52)),
                rich(SnpRules.SIGNING_KEY, Words.of("VLEK", "VCEK"), Words.of("VLEK")),
                new RuleCase<>(SnpRules.CSP_ID, CLOUD, Words.of("CN=cc-simulator.example"), Words.of("other")),
                rich(
                        SnpRules.CHIP_ID,
                        Values.of(Bytes.copyOf(Minted.MILAN.chipId())),
                        Values.of(Minted.filled(64, 0xC1))),
                rich(SnpRules.MASKED_CHIP_ID, BitState.FORBIDDEN, BitState.REQUIRED),
                rich(SnpRules.PRODUCTS, Words.of("Genoa", "Milan"), Words.of("Genoa")),
                new RuleCase<>(
                        SnpRules.MIN_REPORT_VERSION,
                        Minted.report(Minted.MILAN, 3, right -> right),
                        new AtLeast(3),
                        new AtLeast(4)),
                rich(SnpRules.MIN_TCB, exact, milan(4, 0, 0x18, 0xDC)),
                rich(SnpRules.MIN_COMMITTED_TCB, exact, milan(4, 0, 0x19, 0xDB)),
                rich(SnpRules.MIN_CURRENT_TCB, exact, milan(4, 1, 0x18, 0xDB)),
                rich(SnpRules.MIN_LAUNCH_TCB, exact, milan(5, 0, 0x18, 0xDB))));
        cases.addAll(List.of(
                rich(SnpRules.MIN_FIRMWARE, VersionFloor.of(1, 55, 35), VersionFloor.of(1, 55, 36)),
                rich(SnpRules.MIN_COMMITTED_FIRMWARE, VersionFloor.of(1, 54, 255), VersionFloor.of(2, 0, 0)),
                rich(SnpRules.PROVISIONAL_FIRMWARE, BitState.FORBIDDEN, BitState.REQUIRED),
                rich(SnpRules.LAUNCH_MITIGATIONS, BitsSet.of(0b0110), BitsSet.of(0b0001)),
                rich(SnpRules.CURRENT_MITIGATIONS, BitsSet.of(0b1000), BitsSet.of(0b11110)),
                rich(SnpRules.MAX_CERTIFICATE_AGE, new AtMost(299), new AtMost(298))));
        for (GuestPolicyBit bit : GuestPolicyBit.values()) {
            boolean set = bit == GuestPolicyBit.SMT;
            cases.add(rich(SnpRules.guestPolicy(bit), BitState.as(set), BitState.as(!set)));
        }
        for (PlatformInfoBit bit : PlatformInfoBit.values()) {
            boolean set = (0x25 >>> bit.bit() & 1) != 0;
            cases.add(rich(SnpRules.platform(bit), BitState.as(set), BitState.as(!set)));
        }
        return cases;
    }

    private static <F> AttestationResult appraise(RuleCase<VerifiedReport, F> rule, Demand<F> demand) {
        return Minted.snp(section -> section.with(rule.rule(), demand)).appraise(rule.evidence());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F> void aDemandThatIsMetPasses(RuleCase<VerifiedReport, F> rule) {
        AttestationResult result = appraise(rule, rule.met());
        assertEquals(List.of(), RuleCase.failed(result));
        assertTrue(result.passed());
        assertEquals(RuleStatus.PASSED, RuleCase.status(result, rule.rule()));
        assertFalse(RuleCase.find(result, rule.rule()).byDefault());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F> void aDemandThatIsNotMetFailsThatRuleAndNoOther(RuleCase<VerifiedReport, F> rule) {
        AttestationResult result = appraise(rule, rule.unmet());
        assertEquals(List.of(rule.rule().code()), RuleCase.failed(result));
        assertFalse(result.passed());
        assertEquals(
                rule.rule().words(rule.unmet()),
                RuleCase.find(result, rule.rule()).expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F> void aRuleThatIsLeftOpenIsListedAsSuch(RuleCase<VerifiedReport, F> rule) {
        AttestationResult result = appraise(rule, Demand.any());
        assertTrue(result.passed());
        assertEquals(RuleStatus.NOT_ASKED, RuleCase.status(result, rule.rule()));
        assertTrue(result.leftOpen().contains(RuleCase.find(result, rule.rule())));
    }

    @Test
    void everyRuleHasACaseButThoseAboutUnknownBits() {
        HashSet<PolicyRule<VerifiedReport, ?>> missing = new HashSet<>(SnpRules.rules());
        cases().forEach(rule -> missing.remove(rule.rule()));
        assertEquals(new HashSet<>(List.of(SnpRules.GUEST_POLICY_RESERVED, SnpRules.PLATFORM_UNKNOWN)), missing);
    }

    @ParameterizedTest
    @EnumSource
    void aBitThatIsSetMeetsRequiredOnly(GuestPolicyBit bit) {
        VerifiedReport set = Minted.report(Minted.MILAN, 5, report -> report.policy(0x20000 | 1L << bit.bit()));
        PolicyRule<VerifiedReport, Boolean> rule = SnpRules.guestPolicy(bit);
        assertTrue(Minted.snp(snp -> snp.with(rule, BitState.REQUIRED))
                .appraise(set)
                .passed());
        assertEquals(
                List.of(rule.code()),
                RuleCase.failed(
                        Minted.snp(snp -> snp.with(rule, BitState.FORBIDDEN)).appraise(set)));
    }

    @ParameterizedTest
    @EnumSource
    void aPlatformBitThatIsSetMeetsRequiredOnly(PlatformInfoBit bit) {
        VerifiedReport set = Minted.report(Minted.MILAN, 5, report -> report.platformInfo(1L << bit.bit()));
        PolicyRule<VerifiedReport, Boolean> rule = SnpRules.platform(bit);
        assertTrue(Minted.snp(snp -> snp.with(rule, BitState.REQUIRED))
                .appraise(set)
                .passed());
        assertEquals(
                List.of(rule.code()),
                RuleCase.failed(
                        Minted.snp(snp -> snp.with(rule, BitState.FORBIDDEN)).appraise(set)));
    }

    @Test
    void aDemandOnWhatTheReportDoesNotHaveFails() {
        VerifiedReport plain = Minted.report(Minted.MILAN, 3, right -> right);
        assertEquals(
                List.of("policy.id-key", "policy.author-key", "policy.csp-id", "policy.launch-mitigations"),
                RuleCase.failed(Minted.snp(snp -> snp.with(SnpRules.ID_KEY_DIGESTS, Values.of(ID_KEY))
                                .with(SnpRules.AUTHOR_KEY_DIGESTS, Values.of(AUTHOR_KEY))
                                .with(SnpRules.CSP_ID, Words.of("x"))
                                .with(SnpRules.LAUNCH_MITIGATIONS, BitsSet.of(1)))
                        .appraise(plain)));
        assertEquals(
                List.of("policy.chip-id"),
                RuleCase.failed(Minted.snp(snp -> snp.with(SnpRules.CHIP_ID, Values.of(Minted.filled(64, 1))))
                        .appraise(CLOUD)));
    }

    @Test
    void anAuthorKeyThatIsNotEnabledIsIgnored() {
        VerifiedReport ignored = Minted.report(Minted.MILAN, 5, report -> report.authorKeyDigest(AUTHOR_KEY.toArray()));
        assertEquals(
                List.of("policy.author-key"),
                RuleCase.failed(Minted.snp(snp -> snp.with(SnpRules.AUTHOR_KEY_DIGESTS, Values.of(AUTHOR_KEY)))
                        .appraise(ignored)));
    }

    @Test
    void aFirmwareIsProvisionalByItsTcbOrItsVersion() {
        Stream.of(
                        Minted.report(Minted.MILAN, 5, report -> report.committedFirmware(1, 55, 34)),
                        Minted.report(Minted.MILAN, 5, report -> report.committedTcb(0xDA18_0000_0000_0004L)))
                .forEach(provisional -> {
                    AttestationResult allowed = Minted.snp(snp -> snp).appraise(provisional);
                    assertTrue(allowed.passed());
                    assertEquals(
                            List.of("policy.provisional-firmware"),
                            allowed.notices().stream()
                                    .map(it -> it.code())
                                    .filter(it -> it.startsWith("policy"))
                                    .toList());
                    assertEquals(
                            List.of("policy.provisional-firmware"),
                            RuleCase.failed(
                                    Minted.snp(snp -> snp.with(SnpRules.PROVISIONAL_FIRMWARE, BitState.FORBIDDEN))
                                            .appraise(provisional)));
                });
    }

    @Test
    void turinHasFloorsOfItsOwnLayout() {
        VerifiedReport turin = Minted.report(Minted.TURIN, 5, right -> right);
        TcbScope scope = TcbScope.of(Product.TURIN);
        for (TcbComponent component : turin.reportedTcb().layout().components()) {
            int spl = turin.reportedTcb().spl(component);
            assertTrue(Minted.snp(snp -> snp.with(SnpRules.MIN_TCB, TcbFloors.of(scope, Map.of(component, spl))))
                    .appraise(turin)
                    .passed());
            assertEquals(
                    List.of("policy.min-tcb"),
                    RuleCase.failed(Minted.snp(snp ->
                                    snp.with(SnpRules.MIN_TCB, TcbFloors.of(scope, Map.of(component, spl + 1))))
                            .appraise(turin)));
        }
    }
}
