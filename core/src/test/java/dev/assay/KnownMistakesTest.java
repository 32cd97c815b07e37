package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.explain.Description;
import dev.assay.model.Bytes;
import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.policy.Baseline;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyException;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleResult;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.verify.CrlMode;
import dev.assay.verify.Outcome;
import dev.assay.verify.Rejected;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.Verified;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Mistakes that verifiers of SEV-SNP have made in the past, from the front door and with the public interface only; the
 * tests named {@code *LiesTest} have those that take a closer look. Each test is named for what must not happen again.
 */
class KnownMistakesTest {
    private static final SnpSimulator MILAN = SnpSimulator.create(AmdProduct.MILAN);
    private static final byte[] NONCE = filled(32, 0xA5);

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] extended(dev.assay.testvectors.amd.SnpEvidence minted, byte[] ask) {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.ARK, minted.root())
                .add(TableGuid.ASK, ask)
                .add(TableGuid.VCEK, minted.leaf())
                .encode();
        byte[] all = Arrays.copyOf(minted.report(), minted.report().length + table.length);
        System.arraycopy(table, 0, all, minted.report().length, table.length);
        return all;
    }

    private static VerificationOptions trusting(SnpSimulator machine) {
        return VerificationOptions.defaults()
                .withTrustAnchors(TrustAnchors.of(
                        Endorsements.of(machine.hierarchy().root()).certificates()));
    }

    private static Outcome<? extends Verified<?>> verify(
            VerificationOptions options, byte[] evidence, byte[]... endorsements) throws Exception {
        return Verifier.of(options).verify(Evidence.decode(evidence), Endorsements.of(endorsements), SnpSimulator.AT);
    }

    /** Evidence of a simulated machine that is accepted, whatever a policy may say to it. */
    private static Verified<?> genuine(UnaryOperator<SnpReportEncoder> change) throws Exception {
        var minted = MILAN.report(5, change);
        return verify(trusting(MILAN), extended(minted, minted.intermediate())).orElseThrow();
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.effect() != Effect.NOTED)
                .map(Finding::code)
                .toList();
    }

    /** A policy for the simulated vendor; quotation marks are single ones. */
    private static Policy policy(String reportData, String snp) throws Exception {
        String key = Bytes.copyOf(MILAN.hierarchy().rootKey().publicKeyInfo())
                .sha256()
                .hex();
        return Policy.fromJson("{'id': 'p', 'version': '1', 'reportData': %s, 'trustAnchors': ['%s'], 'snp': {%s}}"
                .formatted(reportData, key, snp)
                .replace('\'', '"'));
    }

    private static List<String> failed(AttestationResult result) {
        assertEquals(result.failedRules().isEmpty(), result.passed());
        return result.failedRules().stream().map(RuleResult::code).toList();
    }

    @Test
    void aChainThatComesWhollyWithTheEvidenceProvesNothing() throws Exception {
        var forged = MILAN.report(5, report -> report);
        Evidence evidence = Evidence.decode(extended(forged, forged.intermediate()));
        Outcome<?> outcome = Verifier.standard().verify(evidence, Endorsements.none(), SnpSimulator.AT);
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(List.of("snp.chain.untrusted"), refusals(outcome));
    }

    @Test
    void aRootThatIsFetchedOrGivenBesidesIsNoAnchor() throws Exception {
        var forged = MILAN.report(5, report -> report);
        Outcome<?> outcome = verify(
                VerificationOptions.defaults(), forged.report(), forged.root(), forged.intermediate(), forged.leaf());
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(List.of("snp.chain.untrusted"), refusals(outcome));
    }

    @Test
    void theIntermediateOfTheCertificateTableIsFollowedToTheRoot() throws Exception {
        var minted = MILAN.report(5, report -> report);
        AmdHierarchy impostor = AmdHierarchy.impostor(AmdProduct.MILAN, 0);
        byte[] unsigned = MILAN.hierarchy().intermediateTemplate(MILAN.kind()).sign(impostor.rootSigner());
        assertTrue(verify(trusting(MILAN), extended(minted, minted.intermediate()))
                .verified()
                .isPresent());
        Outcome<?> outcome = verify(trusting(MILAN), extended(minted, unsigned));
        assertEquals(List.of("snp.chain.untrusted"), refusals(outcome));
    }

    @Test
    void theIntermediateOfTheCertificateTableIsLookedUpInTheRevocationList() throws Exception {
        var minted = MILAN.report(5, report -> report);
        VerificationOptions options = trusting(MILAN).withCrlMode(CrlMode.REQUIRED);
        byte[] evidence = extended(minted, minted.intermediate());
        assertTrue(verify(options, evidence, minted.crl()).verified().isPresent());
        Outcome<?> outcome = verify(options, evidence, MILAN.hierarchy().crlRevoking(MILAN.kind()));
        assertEquals(List.of("snp.chain.revoked"), refusals(outcome));
    }

    @Test
    void aModelThatNobodyKnowsIsARefusalAndNoCrash() throws Exception {
        for (int family : new int[] {0, 0x17, 0x1B, 0xFF}) {
            var minted = MILAN.report(5, report -> report.cpuid(family, 0xFF, 0xFF));
            Outcome<?> outcome = verify(trusting(MILAN), extended(minted, minted.intermediate()));
            assertEquals(List.of("snp.binding.product"), refusals(outcome));
        }
    }

    @Test
    void aRefusedReportCanBeShownAndIsMarkedAsUnauthenticated() throws Exception {
        byte[] altered = MILAN.report(5, report -> report).report();
        altered[0x90] ^= 1;
        Evidence evidence = Evidence.decode(altered);
        Outcome<?> outcome = Verifier.of(trusting(MILAN)).verify(evidence, Endorsements.none(), SnpSimulator.AT);
        assertTrue(outcome.verified().isEmpty());
        Description shown = evidence.describe();
        assertTrue(shown.unauthenticated().startsWith("Nothing below is authenticated"), shown.unauthenticated());
        assertEquals(false, shown.members().get("authenticated"));
        assertEquals(
                HexFormat.of().formatHex(altered, 0x90, 0x90 + 48),
                shown.members().get("measurement"));
    }

    @Test
    void noFrontDoorForgetsDebugAndVmpl() throws Exception {
        var minted = MILAN.report(5, report -> report.policy(0xB0000).vmpl(2));
        SnpEvidence evidence = (SnpEvidence) Evidence.decode(extended(minted, minted.intermediate()));
        Verifier verifier = Verifier.of(trusting(MILAN));
        Endorsements chain = Endorsements.of(minted.leaf(), minted.intermediate());
        Endorsements none = Endorsements.none();
        List<Verified<?>> all = List.of(
                verifier.verify(evidence.report(), chain, SnpSimulator.AT).orElseThrow(),
                verifier.verify(evidence, none, SnpSimulator.AT).orElseThrow(),
                verifier.verify((Evidence) evidence, none, SnpSimulator.AT).orElseThrow());
        for (Verified<?> verified : all) {
            assertEquals(
                    List.of("policy.vmpl", "policy.debug"),
                    failed(policy("'any'", "'measurement': 'any'").appraise(verified)));
            assertTrue(failed(Baseline.appraise(verified, Optional.empty()))
                    .containsAll(List.of("policy.vmpl", "policy.debug")));
        }
    }

    @Test
    void aMeasurementThatDiffersFailsTheWhole() throws Exception {
        Verified<?> verified = genuine(report -> report.measurement(filled(48, 7)));
        Policy other = policy("'any'", "'measurement': ['%s']".formatted("08".repeat(48)));
        assertEquals(List.of("policy.measurement"), failed(other.appraise(verified)));
        Policy same = policy("'any'", "'measurement': ['%s']".formatted("07".repeat(48)));
        assertTrue(same.appraise(verified).passed());
    }

    @Test
    void anEmptyExpectationIsAnErrorAndNotNothingToCheck() throws Exception {
        for (String snp : List.of(
                "'measurement': []",
                "'measurement': ['']",
                "'measurement': 'any', 'hostData': []",
                "'measurement': 'any', 'minTcb': {}",
                "'measurement': 'any', 'launchMitVector': []")) {
            assertThrows(PolicyException.class, () -> policy("'any'", snp), snp);
        }
        for (String reportData : List.of("''", "{}", "{'exact': ''}", "{'prefix': ''}", "{'sha256': []}")) {
            assertThrows(PolicyException.class, () -> policy(reportData, "'measurement': 'any'"), reportData);
        }
        Verified<?> verified = genuine(report -> report);
        assertThrows(PolicyException.class, () -> Baseline.appraise(verified, Optional.of(Bytes.empty())));
    }

    @Test
    void mitigationsAreBitsAndNotANumber() throws Exception {
        Verified<?> eight = genuine(report -> report.mitigations(8, 8));
        Policy firstThree =
                policy("'any'", "'measurement': 'any', 'launchMitVector': [0, 1, 2], 'currentMitVector': [0, 1, 2]");
        assertEquals(
                List.of("policy.launch-mitigations", "policy.current-mitigations"), failed(firstThree.appraise(eight)));
        assertTrue(firstThree
                .appraise(genuine(report -> report.mitigations(7, 15)))
                .passed());
    }

    @Test
    void fourEqualTcbsAreNotCalledUpToDate() throws Exception {
        long old = 0x0100_0000_0000_0001L;
        Verified<?> verified = genuine(
                report -> report.tcb(old).currentTcb(old).reportedTcb(old).committedTcb(old));
        AttestationResult result = policy("'any'", "'measurement': 'any'").appraise(verified);
        assertFalse(result.toJson().contains("UpToDate"), result.toJson());
        Policy floor = policy("'any'", "'measurement': 'any', 'minTcb': {'Milan': {'snp': 24, 'microcode': 219}}");
        assertEquals(List.of("policy.min-tcb"), failed(floor.appraise(verified)));
    }

    @Test
    void theNonceIsTheVerifiersAndMustBeSpokenOf() throws Exception {
        assertThrows(
                PolicyException.class,
                () -> Policy.fromJson("{\"id\":\"p\",\"version\":\"1\",\"snp\":{\"measurement\":\"any\"}}"));
        Verified<?> replayed = genuine(report -> report.reportData(filled(64, 1)));
        Policy fresh = policy("{'prefix': '%s'}".formatted(HexFormat.of().formatHex(NONCE)), "'measurement': 'any'");
        assertEquals(List.of("policy.report-data"), failed(fresh.appraise(replayed)));
        assertTrue(fresh.appraise(genuine(report -> report.reportData(Arrays.copyOf(NONCE, 64))))
                .passed());
    }

    @Test
    void evidenceForOneChannelIsNotEvidenceForAnother() throws Exception {
        Bytes mine = Bytes.copyOf(filled(91, 3));
        Bytes theirs = Bytes.copyOf(filled(91, 4));
        byte[] bound = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(join(NONCE, mine.toArray())), 64);
        Verified<?> verified = genuine(report -> report.reportData(bound));
        String parts = "{'sha256': ['%s', '%s']}";
        String nonce = HexFormat.of().formatHex(NONCE);
        assertTrue(policy(parts.formatted(nonce, mine.hex()), "'measurement': 'any'")
                .appraise(verified)
                .passed());
        assertEquals(
                List.of("policy.report-data"),
                failed(policy(parts.formatted(nonce, theirs.hex()), "'measurement': 'any'")
                        .appraise(verified)));
    }

    @Test
    void aReportRelayedFromAnotherMachineIsToldByItsChip() throws Exception {
        String own = HexFormat.of().formatHex(MILAN.chipId());
        Verified<?> here = genuine(report -> report);
        Verified<?> elsewhere = genuine(report -> report.chipId(filled(64, 9)));
        Policy machines = policy("'any'", "'measurement': 'any', 'chipId': ['%s']".formatted(own));
        assertTrue(machines.appraise(here).passed());
        assertEquals(List.of("policy.chip-id"), failed(machines.appraise(elsewhere)));
    }

    @Test
    void aPolicyThatNamesAClaimWhichDoesNotExistIsRefused() {
        for (String name : List.of("platform_smt", "reportedTcbMicrocode", "measurements", "Measurement")) {
            assertThrows(
                    PolicyException.class,
                    () -> policy("'any'", "'measurement': 'any', '%s': 'any'".formatted(name)),
                    name);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
