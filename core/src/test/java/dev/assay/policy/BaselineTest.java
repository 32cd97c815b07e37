package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.policy.RuleResult.Status;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedReport;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final SnpSimulator SIMULATOR = SnpSimulator.create(AmdProduct.GENOA);
    private static final long SAFE = 0x30000;

    private static VerifiedReport verified(UnaryOperator<SnpReportEncoder> change) throws Exception {
        var minted = SIMULATOR.report(change);
        X509Certificate root = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(minted.root()));
        Verifier verifier =
                Verifier.of(VerificationOptions.defaults().withTrustAnchors(TrustAnchors.of(List.of(root))));
        return verifier.verify(
                        (SnpEvidence) Evidence.decode(minted.report()),
                        Endorsements.of(minted.leaf(), minted.intermediate()),
                        minted.at())
                .orElseThrow();
    }

    private static List<Rule> failed(Appraisal appraisal) {
        return appraisal.rules().stream()
                .filter(rule -> rule.status() == Status.FAILED)
                .map(RuleResult::rule)
                .toList();
    }

    @Test
    void anOrdinaryGuestPassesAndWhatWasNotAskedIsListed() throws Exception {
        Appraisal appraisal =
                Baseline.appraise(verified(report -> report.policy(SAFE).vmpl(0)), Optional.empty());
        assertTrue(appraisal.passed());
        assertEquals(
                List.of(Rule.REPORT_DATA, Rule.MEASUREMENT),
                appraisal.rules().stream()
                        .filter(rule -> rule.status() == Status.NOT_ASKED)
                        .map(RuleResult::rule)
                        .toList());
        assertEquals(
                List.of(Rule.values()),
                appraisal.rules().stream().map(RuleResult::rule).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0x80000, DEBUG",
        "0x40000, MIGRATE_MA",
        "0x4000000, GUEST_POLICY_RESERVED",
        "-0x8000000000000000, GUEST_POLICY_RESERVED"
    })
    void eachForbiddenBitOfThePolicyFailsItsOwnRule(String bit, Rule rule) throws Exception {
        Appraisal appraisal = Baseline.appraise(
                verified(report -> report.policy(SAFE | Long.decode(bit)).vmpl(0)), Optional.empty());
        assertEquals(List.of(rule), failed(appraisal));
        assertFalse(appraisal.passed());
    }

    @Test
    void aPolicyWithoutItsFixedOneFails() throws Exception {
        assertEquals(
                List.of(Rule.GUEST_POLICY_RESERVED),
                failed(Baseline.appraise(
                        verified(report -> report.policy(0x10000).vmpl(0)), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 0xFFFFFFFFL})
    void everyLevelButTheMostPrivilegedFails(long vmpl) throws Exception {
        assertEquals(
                List.of(Rule.VMPL),
                failed(Baseline.appraise(verified(report -> report.policy(SAFE).vmpl(vmpl)), Optional.empty())));
    }

    @Test
    void reportDataIsComparedWhole() throws Exception {
        byte[] data = new byte[64];
        data[63] = 7;
        VerifiedReport report = verified(encoder -> encoder.policy(SAFE).vmpl(0).reportData(data));
        assertTrue(Baseline.appraise(report, Optional.of(Bytes.copyOf(data))).passed());
        data[63] = 8;
        assertEquals(List.of(Rule.REPORT_DATA), failed(Baseline.appraise(report, Optional.of(Bytes.copyOf(data)))));
        assertEquals(List.of(Rule.REPORT_DATA), failed(Baseline.appraise(report, Optional.of(Bytes.empty()))));
    }

    @Test
    void codesAreUniqueAndTellWhatToDo() {
        assertEquals(
                Rule.values().length,
                List.of(Rule.values()).stream().map(Rule::code).distinct().count());
        for (Rule rule : Rule.values()) {
            assertTrue(rule.code().matches("policy\\.[a-z-]+"), rule.code());
            assertTrue(rule.nextStep().endsWith("."), rule.code());
            assertFalse(rule.source().isEmpty());
        }
    }
}
