package com.example.keyrelease;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.policy.CommonRules;
import dev.assay.policy.Demand;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicySection;
import dev.assay.policy.SnpRules;
import dev.assay.policy.TrustedRoots;
import dev.assay.policy.Values;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.verify.VerificationOptions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service is tested with a simulated machine, which takes the place of AMD's. */
class KeyReleaseTest {
    private static final SnpSimulator MACHINE = SnpSimulator.create(AmdProduct.MILAN);
    private static final byte[] MEASUREMENT = new byte[48];
    private static final byte[] SECRET = {1, 2, 3};
    private static KeyPair guest;

    private final KeyRelease service = service();
    private final byte[] nonce = service.challenge();

    @BeforeAll
    static void makeTheGuestsKey() throws Exception {
        Arrays.fill(MEASUREMENT, (byte) 0x4D);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        guest = generator.generateKeyPair();
    }

    @Test
    void everythingIsAModuleOnTheModulePath() {
        boolean modulePath = Boolean.getBoolean("assay.modulePath");
        for (Class<?> type : List.of(KeyReleaseTest.class, KeyRelease.class, Verifier.class, SnpSimulator.class)) {
            assertEquals(modulePath, type.getModule().isNamed(), type.getName());
        }
    }

    @Test
    void theRightGuestGetsTheSecretAndAloneCanReadIt() throws Exception {
        byte[] answer = release(report -> report);
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, guest.getPrivate());
        assertArrayEquals(SECRET, cipher.doFinal(answer));
    }

    @Test
    void aDebuggableGuestIsRefused() {
        refused("policy.debug", report -> report.policy(0xB0000));
    }

    @Test
    void anotherImageIsRefused() {
        refused("policy.measurement", report -> report.measurement(new byte[48]));
    }

    @Test
    void aReportForAnotherNonceOrKeyIsRefused() {
        refused("policy.report-data", report -> report.reportData(new byte[64]));
    }

    @Test
    void unsignedBytesAreRefused() throws Exception {
        SnpEvidence evidence = evidence(report -> report);
        byte[] changed = evidence.report();
        changed[0x90] ^= 1;
        RefusedException e = assertThrows(
                RefusedException.class,
                () -> service.release(
                        nonce, changed, certificates(evidence), guest.getPublic().getEncoded()));
        assertTrue(e.getMessage().contains("signature"), e.getMessage());
    }

    private void refused(String rule, UnaryOperator<SnpReportEncoder> change) {
        RefusedException e = assertThrows(RefusedException.class, () -> release(change));
        assertTrue(e.getMessage().contains(rule), e.getMessage());
    }

    private byte[] release(UnaryOperator<SnpReportEncoder> change) throws Exception {
        SnpEvidence evidence = evidence(change);
        return service.release(
                nonce, evidence.report(), certificates(evidence), guest.getPublic().getEncoded());
    }

    /** Step 2, in the guest: nonce and key go into REPORT_DATA. */
    private SnpEvidence evidence(UnaryOperator<SnpReportEncoder> change) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(nonce);
        byte[] reportData = digest.digest(guest.getPublic().getEncoded());
        return MACHINE.report(
                5, report -> change.apply(report.measurement(MEASUREMENT).reportData(reportData)));
    }

    private static byte[][] certificates(SnpEvidence evidence) {
        return new byte[][] {evidence.leaf(), evidence.intermediate()};
    }

    private static KeyRelease service() {
        List<X509Certificate> root =
                Endorsements.of(MACHINE.hierarchy().root()).certificates();
        Verifier verifier = Verifier.of(VerificationOptions.defaults().withTrustAnchors(TrustAnchors.of(root)));
        Policy policy = Policy.builder("images", "1")
                .reportData(Demand.any())
                .with(CommonRules.TRUST_ANCHORS, TrustedRoots.of(root))
                .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Values.of(Bytes.copyOf(MEASUREMENT))))
                .build();
        return new KeyRelease(verifier, policy, Clock.fixed(SnpSimulator.AT, ZoneOffset.UTC), SECRET);
    }
}
