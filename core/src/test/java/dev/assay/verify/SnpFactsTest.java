package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbComponent;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.StringForm;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What an accepted report is known to be, and what a refused one leaves behind. */
class SnpFactsTest {
    static final List<SnpForge> ALL = SnpForge.ALL;

    private static final SnpForge MILAN = SnpForge.MILAN;

    @ParameterizedTest
    @FieldSource("ALL")
    void keyProductChipAndProviderAreThoseOfTheEvidence(SnpForge forge) throws NotVerifiedException {
        VerifiedReport verified = forge.trial().outcome().orElseThrow();
        boolean chip = forge.kind() == VekKind.VCEK;
        assertEquals(forge.trial().report(), verified.evidence().raw());
        assertEquals(SnpSimulator.AT, verified.at());
        assertEquals(chip ? SigningKey.VCEK : SigningKey.VLEK, verified.signingKey());
        assertEquals(SnpBindingCases.product(forge.product()), verified.product());
        assertEquals(chip ? Optional.of(Bytes.copyOf(forge.hwId())) : Optional.empty(), verified.chipId());
        assertEquals(chip ? Optional.empty() : Optional.of("CN=cc-simulator.example"), verified.cspId());
        assertEquals(CrlState.CHECKED, verified.crlState());
        assertEquals(List.of(), verified.findings());
        assertTrue(verified.toString().startsWith("verified " + forge.product().label() + " SEV-SNP report v5"));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void theChainIsNamedByFingerprints(SnpForge forge) throws Exception {
        SnpEvidence evidence = forge.evidence();
        List<CertificateFact> chain = forge.trial().outcome().orElseThrow().chain();
        assertEquals(3, chain.size());
        assertEquals(sha256(evidence.leaf()), chain.get(0).fingerprint());
        assertEquals(sha256(evidence.intermediate()), chain.get(1).fingerprint());
        assertEquals(sha256(evidence.root()), chain.get(2).fingerprint());
        assertEquals(sha256(forge.leafTemplate().publicKey()), chain.get(0).keyFingerprint());
        assertEquals(
                sha256(forge.amd().intermediateKey(forge.kind()).publicKeyInfo()),
                chain.get(1).keyFingerprint());
        assertEquals(sha256(forge.amd().rootKey().publicKeyInfo()), chain.get(2).keyFingerprint());
        assertEquals(BigInteger.ZERO, chain.get(0).serial());
        assertTrue(chain.get(0).subject().startsWith("CN=" + forge.kind().leafName() + ","));
        assertTrue(chain.get(1).subject().startsWith("CN=" + forge.kind().issuerName(forge.product()) + ","));
        assertTrue(chain.get(2).subject().startsWith("CN=ARK-" + forge.product().label() + ","));
        assertEquals(
                new ValidityWindow(
                        forge.leafTemplate().notBefore(), forge.leafTemplate().notAfter()),
                chain.get(0).window());
    }

    @Test
    void theFourTcbsAreReadInTheProductsLayout() throws NotVerifiedException {
        SnpForge turin = SnpForge.TURIN;
        SnpTrial trial = SnpTrial.of(turin.machine()
                .report(
                        5,
                        report -> report.currentTcb(
                                        SnpTcb.turin(9, 8, 7, 6, 0x55).value())
                                .committedTcb(SnpTcb.turin(8, 7, 6, 5, 0x54).value())
                                .launchTcb(SnpTcb.turin(7, 6, 5, 4, 0x53).value())
                                .reportedTcb(SnpTcb.turin(6, 5, 4, 3, 0xFF).value())));
        VerifiedReport verified = trial.outcome().orElseThrow();
        assertEquals(
                "fmc 9, bootLoader 8, tee 7, snp 6, microcode 85",
                verified.currentTcb().toString());
        assertEquals(
                "fmc 8, bootLoader 7, tee 6, snp 5, microcode 84",
                verified.committedTcb().toString());
        assertEquals(
                "fmc 7, bootLoader 6, tee 5, snp 4, microcode 83",
                verified.launchTcb().toString());
        assertEquals(
                "fmc 6, bootLoader 5, tee 4, snp 3, microcode 255",
                verified.reportedTcb().toString());
        VerifiedReport milan = MILAN.trial().outcome().orElseThrow();
        assertEquals(0x18, milan.reportedTcb().spl(TcbComponent.SNP));
        assertEquals(
                "bootLoader 4, tee 0, snp 24, microcode 219", milan.launchTcb().toString());
    }

    @Test
    void everyPartOfTheTcbIsComparedUpToItsHighestValue() throws NotVerifiedException {
        for (int part : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
            SnpTrial classic = SnpTrial.of(SnpForge.GENOA
                    .machine()
                    .report(
                            3,
                            report -> report.reportedTcb(
                                    SnpTcb.classic(part, part, part, part).value())));
            assertEquals(part, classic.outcome().orElseThrow().reportedTcb().spl(TcbComponent.TEE));
        }
    }

    @Test
    void aHiddenChipIsAbsentFromTheFacts() throws NotVerifiedException {
        VerifiedReport verified = MILAN.report(report -> report.chipId(new byte[64]))
                .options(options -> options.withMaskedChipId(true))
                .outcome()
                .orElseThrow();
        assertEquals(Optional.empty(), verified.chipId());
        assertEquals(List.of("snp.binding.unbound"), List.copyOf(SnpTrial.notes(new Accepted<>(verified))));
    }

    @Test
    void aVlekReportMayShowItsChipAndIsNotBoundToIt() throws NotVerifiedException {
        SnpTrial trial = SnpForge.MILAN_VLEK.report(
                report -> report.chipId(MILAN.machine().chipId()));
        assertEquals(Optional.empty(), trial.outcome().orElseThrow().chipId());
    }

    @Test
    void whatWasDoneAboutRevocationIsAFact() throws NotVerifiedException {
        SnpTrial none =
                MILAN.trial().only(MILAN.evidence().leaf(), MILAN.evidence().intermediate());
        assertEquals(CrlState.NOT_GIVEN, none.outcome().orElseThrow().crlState());
        assertEquals(
                CrlState.OFF,
                MILAN.trial()
                        .options(options -> options.withCrlMode(CrlMode.OFF))
                        .outcome()
                        .orElseThrow()
                        .crlState());
        assertEquals(
                CrlState.CHECKED,
                MILAN.trial()
                        .options(options -> options.withCrlMode(CrlMode.REQUIRED))
                        .outcome()
                        .orElseThrow()
                        .crlState());
    }

    @Test
    void siliconOfGenoasFamilyIsGenoa() throws NotVerifiedException {
        for (int model : new int[] {0x10, 0x11, 0x1F, 0xA0, 0xAF}) {
            SnpTrial trial = SnpForge.GENOA.report(report -> report.cpuid(0x19, model, 2));
            assertEquals(Product.GENOA, trial.outcome().orElseThrow().product());
        }
    }

    @Test
    void anEarlySiliconNameIsStillMilan() throws NotVerifiedException {
        for (String name : List.of("Milan-A0", "Milan-B0", "Milan")) {
            SnpTrial trial =
                    MILAN.leafExtensions(list -> list.with(VekExtensions.PRODUCT_NAME, StringForm.IA5.der(name)));
            assertEquals(Product.MILAN, trial.outcome().orElseThrow().product());
        }
    }

    @Test
    void everyVersionOfTheReportVerifies() throws NotVerifiedException {
        for (SnpForge forge : ALL) {
            for (int version = 2; version <= 5; version++) {
                SnpTrial trial = SnpTrial.of(forge.machine().report(version, report -> report));
                assertEquals(version, trial.outcome().orElseThrow().evidence().version());
            }
        }
    }

    @Test
    void theExpectedProductIsCheckedWhereTheReportNamesNone() throws NotVerifiedException {
        SnpTrial genoa = SnpTrial.of(SnpForge.GENOA.machine().report(2, report -> report));
        assertEquals(
                Product.GENOA,
                genoa.options(options -> options.withExpectedProduct(Product.GENOA))
                        .outcome()
                        .orElseThrow()
                        .product());
        assertEquals(
                Set.of("snp.binding.expected-product"),
                SnpTrial.refusals(genoa.options(options -> options.withExpectedProduct(Product.TURIN))
                        .outcome()));
    }

    @Test
    void allFindingsAreCollectedInTheOrderOfTheProcedure() {
        SnpTrial trial = MILAN.report(report -> report.cpuid(0x1A, 1, 1)
                        .reportedTcb(0)
                        .chipId(SnpForge.GENOA.machine().chipId())
                        .set(SnpField.SIGNATURE_ALGO, 3))
                .with(new byte[1])
                .at(MILAN.leafTemplate().notAfter().plusSeconds(1));
        assertEquals(
                List.of(
                        "snp.endorsement.unreadable",
                        "snp.report.signature-algo",
                        "snp.chain.validity",
                        "snp.crl.validity",
                        "snp.binding.product",
                        "snp.binding.tcb",
                        "snp.binding.chip-id"),
                trial.outcome().findings().stream()
                        .map(finding -> finding.code())
                        .toList());
    }

    @Test
    void theOneLineCallerLearnsWhyNot() {
        NotVerifiedException rejected = assertThrows(
                NotVerifiedException.class,
                () -> MILAN.report(report -> report.reportedTcb(1)).outcome().orElseThrow());
        String message = String.valueOf(rejected.getMessage());
        assertTrue(message.startsWith("rejected: snp.binding.tcb: expected REPORTED_TCB"), message);
        assertEquals("snp.binding.tcb", rejected.findings().get(0).code());
        SnpTrial masked = MILAN.trial()
                .only(MILAN.evidence().leaf(), MILAN.evidence().intermediate())
                .at(MILAN.leafTemplate().notAfter().plusSeconds(1));
        NotVerifiedException expired =
                assertThrows(NotVerifiedException.class, () -> masked.outcome().orElseThrow());
        String reason = String.valueOf(expired.getMessage());
        assertTrue(reason.startsWith("indeterminate: snp.chain.validity: expected leaf valid at"), reason);
        assertTrue(!reason.contains("snp.crl.not-checked"), "notes are no reason: " + reason);
        assertEquals(2, expired.findings().size());
    }

    @Test
    void evidenceIsTheReportThatWasGiven() throws NotVerifiedException {
        SnpTrial trial = MILAN.trial();
        AttestationReport report = trial.decoded();
        VerificationOptions options =
                VerificationOptions.defaults().withTrustAnchors(SnpTrial.anchorsOf(trial.anchors()));
        assertSame(
                report,
                new SnpVerification(options)
                        .verify(report, trial.endorsements(), trial.at())
                        .orElseThrow()
                        .evidence());
    }

    private static Bytes sha256(byte[] bytes) throws Exception {
        return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
