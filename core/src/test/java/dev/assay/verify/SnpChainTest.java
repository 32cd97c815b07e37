package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.pki.RsaPssSigner;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** In which forms, orders and company a good chain may come. */
class SnpChainTest {
    static final List<SnpForge> ALL = SnpForge.ALL;

    private static final SnpForge MILAN = SnpForge.MILAN;

    @ParameterizedTest
    @FieldSource("ALL")
    void theOrderOfEndorsementsDoesNotMatter(SnpForge forge) {
        SnpEvidence evidence = forge.evidence();
        List<byte[]> items =
                new ArrayList<>(List.of(evidence.leaf(), evidence.intermediate(), evidence.root(), evidence.crl()));
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            Collections.shuffle(items, random);
            accepted(forge.trial().only(items.toArray(byte[][]::new)));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void pemAndDerMayBeMixed(SnpForge forge) {
        SnpEvidence evidence = forge.evidence();
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        bundle.writeBytes("as fetched, one after another\r\n".getBytes(StandardCharsets.US_ASCII));
        bundle.writeBytes(pem("CERTIFICATE", evidence.intermediate(), "\r\n"));
        bundle.writeBytes(pem("CERTIFICATE", evidence.root(), "\n"));
        bundle.writeBytes(pem("X509 CRL", evidence.crl(), "\n"));
        SnpTrial required = forge.trial().options(options -> options.withCrlMode(CrlMode.REQUIRED));
        accepted(required.only(evidence.leaf(), bundle.toByteArray()));
        accepted(required.only(bundle.toByteArray(), pem("CERTIFICATE", evidence.leaf(), "\n")));
    }

    @Test
    void extrasOfOtherProductsKindsAndForgersDoNoHarm() {
        SnpTrial crowd = MILAN.trial().options(options -> options.withCrlMode(CrlMode.REQUIRED));
        for (SnpForge forge : ALL) {
            SnpForge impostor = SnpChainCases.impostor(forge);
            crowd = crowd.with(forge.evidence().intermediate())
                    .with(forge.evidence().root())
                    .with(impostor.evidence().intermediate())
                    .with(impostor.evidence().root());
            if (!forge.equals(MILAN)) {
                crowd = crowd.with(forge.evidence().leaf());
            }
        }
        accepted(crowd);
    }

    @Test
    void forgedIntermediatesInTheIssuersNameDoNotCrowdOutTheGenuineOne() {
        SnpTrial trial =
                MILAN.trial().only(MILAN.evidence().leaf(), MILAN.evidence().intermediate());
        SnpForge impostor = SnpChainCases.impostor(MILAN);
        for (int i = 0; i < 7; i++) {
            BigInteger serial = BigInteger.valueOf(i);
            trial = trial.with(impostor.intermediateDer(ask -> ask.serial(serial)));
        }
        accepted(trial);
    }

    @Test
    void aRootAmongTheEndorsementsIsIgnored() {
        accepted(MILAN.trial().with(SnpChainCases.impostor(MILAN).evidence().root()));
        accepted(MILAN.trial().with(MILAN.evidence().root()));
    }

    @Test
    void unreadableExtrasAreRefusedAndNamed() {
        byte[] ask = MILAN.evidence().intermediate();
        byte[] trailing = Arrays.copyOf(ask, ask.length + 1);
        byte[] key = pem("PRIVATE KEY", new byte[] {1}, "\n");
        for (byte[] junk : List.of(new byte[0], new byte[] {0x30, 0}, trailing, key)) {
            Outcome<VerifiedReport> outcome = MILAN.trial().with(junk).outcome();
            assertInstanceOf(Rejected.class, outcome);
            assertEquals(Set.of("snp.endorsement.unreadable"), SnpTrial.refusals(outcome));
            assertTrue(
                    outcome.findings().get(0).actual().contains("item 3"),
                    outcome.findings().get(0).toString());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void bothEncodingsOfTheSignatureParametersAreGood(SnpForge forge) {
        for (boolean trailer : new boolean[] {false, true}) {
            byte[] leaf =
                    forge.leafTemplate().sign(RsaPssSigner.sha384(forge.amd().intermediateKey(forge.kind()), trailer));
            byte[] intermediate = forge.amd()
                    .intermediateTemplate(forge.kind())
                    .sign(RsaPssSigner.sha384(forge.amd().rootKey(), trailer));
            byte[] crl = forge.amd()
                    .crlTemplate()
                    .sign(RsaPssSigner.sha384(forge.amd().rootKey(), trailer));
            accepted(forge.trial()
                    .only(leaf, intermediate, crl)
                    .options(options -> options.withCrlMode(CrlMode.REQUIRED)));
        }
    }

    @Test
    void serialNumbersOfLeavesDoNotMatter() throws NotVerifiedException {
        for (BigInteger serial : List.of(BigInteger.ZERO, BigInteger.TEN, BigInteger.ONE.negate())) {
            VerifiedReport verified =
                    MILAN.leaf(leaf -> leaf.serial(serial)).outcome().orElseThrow();
            assertEquals(serial, verified.chain().get(0).serial());
        }
    }

    @Test
    void aRootIssuedAnewWithTheSameKeyIsTheSameAnchor() {
        SnpTrial reissued = MILAN.root(ark -> ark.serial(BigInteger.valueOf(99))
                .validity(SnpSimulator.AT.minusSeconds(60), SnpSimulator.AT.plusSeconds(60)));
        accepted(reissued);
    }

    @Test
    void amongAnchorsOfOneNameTheOneThatSignedIsTaken() {
        byte[] impostor = SnpChainCases.impostor(MILAN).evidence().root();
        byte[] genuine = MILAN.evidence().root();
        accepted(MILAN.trial().anchors(impostor, genuine));
        accepted(MILAN.trial().anchors(genuine, impostor));
    }

    @Test
    void anIntermediateIssuedAnewStandsInForAnExpiredOneOfTheSameKey() {
        byte[] expired = MILAN.intermediateDer(
                ask -> ask.validity(SnpSimulator.AT.minusSeconds(2), SnpSimulator.AT.minusSeconds(1)));
        byte[] leaf = MILAN.evidence().leaf();
        byte[] good = MILAN.evidence().intermediate();
        accepted(MILAN.trial().only(leaf, expired, good));
        accepted(MILAN.trial().only(leaf, good, expired));
    }

    @Test
    void ofIssuersThatAreBothBadTheOneBelowAnAnchorIsSpokenOf() {
        byte[] expired = MILAN.intermediateDer(
                ask -> ask.validity(SnpSimulator.AT.minusSeconds(2), SnpSimulator.AT.minusSeconds(1)));
        byte[] unsigned = MILAN.amd()
                .intermediateTemplate(VekKind.VCEK)
                .sign(SnpChainCases.impostor(MILAN).amd().rootSigner());
        byte[] leaf = MILAN.evidence().leaf();
        for (SnpTrial trial : List.of(
                MILAN.trial().only(leaf, expired, unsigned), MILAN.trial().only(leaf, unsigned, expired))) {
            assertEquals(Set.of("snp.chain.validity"), SnpTrial.refusals(trial.outcome()));
        }
    }

    @Test
    void ofIssuersThatAreEquallyBadTheFirstIsSpokenOf() {
        byte[] expired = MILAN.intermediateDer(
                ask -> ask.validity(SnpSimulator.AT.minusSeconds(2), SnpSimulator.AT.minusSeconds(1)));
        byte[] future = MILAN.intermediateDer(
                ask -> ask.validity(SnpSimulator.AT.plusSeconds(1), SnpSimulator.AT.plusSeconds(2)));
        byte[] leaf = MILAN.evidence().leaf();
        assertEquals(
                MILAN.trial().only(leaf, expired).outcome().findings(),
                MILAN.trial().only(leaf, expired, future).outcome().findings());
        assertEquals(
                MILAN.trial().only(leaf, future).outcome().findings(),
                MILAN.trial().only(leaf, future, expired).outcome().findings());
    }

    @Test
    void aRevokedIntermediateAndItsSuccessorGoTogether() {
        SnpForge impostor = SnpChainCases.impostor(MILAN);
        byte[] revoked = MILAN.amd()
                .intermediateTemplate(VekKind.VCEK)
                .serial(BigInteger.valueOf(0x666))
                .publicKey(impostor.amd().intermediateKey(VekKind.VCEK).publicKeyInfo())
                .sign(MILAN.amd().rootSigner());
        byte[] list = MILAN.crlDer(crl -> crl.revoke(BigInteger.valueOf(0x666), SnpSimulator.AT));
        byte[] good = MILAN.evidence().intermediate();
        byte[] leafOfRevoked = MILAN.leafTemplate().sign(impostor.amd().leafSigner(VekKind.VCEK));
        accepted(MILAN.trial().only(MILAN.evidence().leaf(), revoked, good, list));
        accepted(MILAN.trial().only(MILAN.evidence().leaf(), good, revoked, list));
        for (SnpTrial trial : List.of(
                MILAN.trial().only(leafOfRevoked, revoked, good, list),
                MILAN.trial().only(leafOfRevoked, good, revoked, list))) {
            Outcome<VerifiedReport> outcome = trial.outcome();
            assertEquals(Set.of("snp.chain.revoked"), SnpTrial.refusals(outcome));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void theHostsCertificateTableIsEnough(SnpForge forge) throws Exception {
        SnpEvidence evidence = forge.evidence();
        TableGuid leaf = forge.kind() == VekKind.VCEK ? TableGuid.VCEK : TableGuid.VLEK;
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.EXTRA_PLATFORM_INFO, new byte[] {8, 0, 0, 0, 1, 2, 3, 4})
                .add(TableGuid.CRL, evidence.crl())
                .add(TableGuid.ARK, pem("CERTIFICATE", evidence.root(), "\n"))
                .add(TableGuid.ASK, pem("CERTIFICATE", evidence.intermediate(), "\n"))
                .add(leaf, evidence.leaf())
                .encodePages(4096);
        Endorsements endorsements =
                Endorsements.builder().add(CertificateTable.decode(table)).build();
        VerificationOptions options = VerificationOptions.defaults()
                .withTrustAnchors(SnpTrial.anchorsOf(List.of(Bytes.copyOf(evidence.root()))))
                .withCrlMode(CrlMode.REQUIRED);
        SnpVerification verification = new SnpVerification(options);
        assertInstanceOf(Accepted.class, verification.verify(forge.trial().decoded(), endorsements, evidence.at()));
    }

    private static void accepted(SnpTrial trial) {
        Outcome<VerifiedReport> outcome = trial.outcome();
        assertInstanceOf(Accepted.class, outcome, () -> outcome.findings().toString());
    }

    private static byte[] pem(String label, byte[] der, String lineEnd) {
        String text = "-----BEGIN " + label + "-----" + lineEnd
                + Base64.getMimeEncoder(64, lineEnd.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + lineEnd + "-----END " + label + "-----" + lineEnd;
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
