package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.result.AttestationResult;
import dev.assay.result.Branch;
import dev.assay.result.Combination;
import dev.assay.result.RuleResult;
import dev.assay.verify.VerifiedReport;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies that are made of others, rules of the caller's own, and the policy that applies when there is none. */
class CompositionTest {
    private static final VerifiedReport REPORT = Minted.milan();
    private static final Policy THIS =
            Minted.snp(snp -> snp.with(SnpRules.MEASUREMENT, Values.of(Minted.filled(48, 0x3E))));
    private static final Policy OTHER =
            Minted.snp(snp -> snp.with(SnpRules.MEASUREMENT, Values.of(Minted.filled(48, 0x3F))));

    @Test
    void oneAcceptedReleaseIsEnoughAndTheOthersSayWhyNot() {
        AttestationResult result = Policy.anyOf("roll-out", "3", OTHER, THIS).appraise(REPORT);
        assertTrue(result.passed());
        assertEquals(List.of(), result.failedRules());
        Branch branch = result.appraisal().orElseThrow();
        assertEquals(Combination.ANY_OF, branch.combination());
        assertEquals(
                List.of(false, true),
                branch.branches().stream().map(Branch::passed).toList());
        assertEquals(
                List.of("policy.measurement"),
                branch.branches().get(0).rules().stream()
                        .filter(RuleResult::failed)
                        .map(RuleResult::code)
                        .toList());
        assertEquals(branch.branches().get(1).rules(), result.rules());
        assertEquals("roll-out", result.audit().policy().id());
    }

    @Test
    void withoutAnAcceptedReleaseAllOfThemAreListed() {
        AttestationResult result = Policy.anyOf("roll-out", "3", OTHER, OTHER).appraise(REPORT);
        assertFalse(result.passed());
        assertEquals(List.of("policy.measurement", "policy.measurement"), RuleCase.failed(result));
    }

    @Test
    void allPartsMustBeMet() {
        assertTrue(Policy.allOf("both", "1", THIS, THIS).appraise(REPORT).passed());
        AttestationResult result = Policy.allOf("both", "1", THIS, OTHER).appraise(REPORT);
        assertEquals(List.of("policy.measurement"), RuleCase.failed(result));
        assertEquals(2 * THIS.appraise(REPORT).rules().size(), result.rules().size());
    }

    @Test
    void aNonceReachesAllParts() {
        Policy policy = Policy.anyOf("a", "1", OTHER, Policy.allOf("b", "1", THIS));
        Demand<Bytes> right = ReportData.exact(Minted.filled(64, 0x5D));
        Demand<Bytes> wrong = ReportData.exact(Minted.filled(64, 0x5C));
        assertTrue(policy.withReportData(right).appraise(REPORT).passed());
        assertFalse(policy.withReportData(wrong).appraise(REPORT).passed());
        assertFalse(policy.withTrustAnchors(TrustedRoots.vendorsOnly())
                .appraise(REPORT)
                .passed());
    }

    @Test
    void aCompositeNeedsParts() {
        assertThrows(PolicyException.class, () -> Policy.anyOf("a", "1"));
        assertThrows(PolicyException.class, () -> Policy.allOf("a", "1"));
        assertThrows(PolicyException.class, () -> Policy.allOf("", "1", THIS));
        assertThrows(PolicyException.class, () -> new CompositePolicy("a", "1", Combination.RULES, List.of(THIS)));
    }

    @Test
    void evidenceOfAnotherKindIsRefused() {
        AttestationResult td = THIS.appraise(Minted.td());
        assertEquals(List.of("policy.tee"), RuleCase.failed(td));
        AttestationResult report = Minted.tdx(tdx -> tdx).appraise(REPORT);
        assertEquals(List.of("policy.tee"), RuleCase.failed(report));
        assertEquals(
                "tdx",
                RuleCase.failed(report).isEmpty()
                        ? ""
                        : report.failedRules().get(0).expected());
    }

    @Test
    void customTrustAnchorsAreRefusedUnlessNamed() {
        assertEquals(
                List.of("policy.trust-anchors"),
                RuleCase.failed(
                        THIS.withTrustAnchors(TrustedRoots.vendorsOnly()).appraise(REPORT)));
        Bytes root = REPORT.chain().get(2).keyFingerprint();
        assertTrue(THIS.withTrustAnchors(new TrustedRoots(false, List.of(root)))
                .appraise(REPORT)
                .passed());
        assertFalse(THIS.withTrustAnchors(new TrustedRoots(true, List.of(Minted.filled(32, 1))))
                .appraise(REPORT)
                .passed());
    }

    @Test
    void revocationIsDemandedOnRequest() {
        Policy strict = Policy.builder("r", "1")
                .reportData(Demand.any())
                .with(CommonRules.TRUST_ANCHORS, Minted.roots())
                .with(CommonRules.REVOCATION, BitState.REQUIRED)
                .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any()))
                .tdx(PolicySection.tdx().with(TdxRules.MR_TD, Demand.any()))
                .build();
        assertEquals(List.of("policy.revocation"), RuleCase.failed(strict.appraise(REPORT)));
        assertTrue(strict.appraise(Minted.report(Minted.MILAN, 5, right -> right, true))
                .passed());
        assertTrue(strict.appraise(Minted.td()).passed());
    }

    @Test
    void aRuleAsCodeCountsLikeAnyOther() {
        CustomRule met = new CustomRule("met", "ours", "Nothing.", v -> new CustomRule.Ruling(true, "a", "a"));
        CustomRule unmet = new CustomRule("not-met", "ours", "Fix it.", v -> new CustomRule.Ruling(false, "a", "b"));
        AttestationResult passed = THIS.appraise(REPORT, met);
        assertTrue(passed.passed());
        assertEquals(
                "policy.custom.met",
                passed.rules().get(passed.rules().size() - 1).code());
        AttestationResult failed = THIS.appraise(REPORT, met, unmet);
        assertEquals(List.of("policy.custom.not-met"), RuleCase.failed(failed));
        assertEquals("Fix it.", failed.failedRules().get(0).nextStep());
        assertEquals(THIS.digest(), failed.audit().policy().sha256());
    }

    @Test
    void aRuleAsCodeThatThrowsFails() {
        CustomRule broken = new CustomRule("broken", "ours", "Fix it.", v -> {
            throw new IllegalStateException("oops");
        });
        AttestationResult result = THIS.appraise(REPORT, broken);
        assertEquals(List.of("policy.custom.broken"), RuleCase.failed(result));
        assertTrue(result.failedRules().get(0).actual().contains("oops"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CustomRule("Not A Name", "", "", v -> new CustomRule.Ruling(true, "", "")));
    }

    @Test
    @SuppressWarnings("NullAway") // callers may be compiled without it
    void aRuleAsCodeThatDoesNotSayWhatItFoundFails() {
        CustomRule silent = new CustomRule("silent", "ours", "Fix it.", v -> new CustomRule.Ruling(true, "a", null));
        assertEquals(List.of("policy.custom.silent"), RuleCase.failed(THIS.appraise(REPORT, silent)));
        CustomRule mute = new CustomRule("mute", "ours", "Fix it.", v -> null);
        assertEquals(List.of("policy.custom.mute"), RuleCase.failed(THIS.appraise(REPORT, mute)));
    }

    @Test
    void theBaselinePinsNothingAndSaysSo() {
        Policy baseline = Baseline.policy().withTrustAnchors(Minted.roots());
        AttestationResult result = baseline.appraise(REPORT);
        assertTrue(result.passed());
        assertEquals(
                List.of("policy.report-data", "policy.measurement"),
                result.leftOpen().stream().map(RuleResult::code).toList());
        assertEquals(
                List.of("policy.report-data", "policy.mr-td"),
                baseline.appraise(Minted.td()).leftOpen().stream()
                        .map(RuleResult::code)
                        .toList());
        assertEquals(List.of("policy.trust-anchors"), RuleCase.failed(Baseline.appraise(REPORT, Optional.empty())));
    }

    @Test
    void theBaselineTakesReportDataWithZerosAfterIt() {
        byte[] data = new byte[64];
        data[0] = 7;
        VerifiedReport report = Minted.report(Minted.MILAN, 5, it -> it.reportData(data));
        Policy expecting =
                Baseline.withReportData(Optional.of(Bytes.fromHex("07"))).withTrustAnchors(Minted.roots());
        assertTrue(expecting.appraise(report).passed());
        data[63] = 1;
        assertFalse(expecting
                .appraise(Minted.report(Minted.MILAN, 5, it -> it.reportData(data)))
                .passed());
        assertEquals(
                "reportData",
                assertThrows(PolicyException.class, () -> Baseline.withReportData(Optional.of(Bytes.empty())))
                        .path());
    }

    /** The digest of "ab" by another implementation. */
    @Test
    void aHashOfPartsIsThatOfThemOneAfterTheOther() {
        byte[] data = new byte[64];
        byte[] digest = HexFormat.of().parseHex("fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603");
        System.arraycopy(digest, 0, data, 0, digest.length);
        ReportData demand = ReportData.hashOf(HashAlgorithm.SHA256, Bytes.fromHex("61"), Bytes.fromHex("62"));
        assertTrue(demand.accepts(Bytes.copyOf(data)));
        data[32] = 1;
        assertFalse(demand.accepts(Bytes.copyOf(data)));
        assertFalse(
                ReportData.hashOf(HashAlgorithm.SHA384, Bytes.fromHex("6162")).accepts(Bytes.copyOf(data)));
        assertFalse(
                ReportData.hashOf(HashAlgorithm.SHA512, Bytes.fromHex("6162")).accepts(Bytes.copyOf(data)));
    }
}
