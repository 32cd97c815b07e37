package dev.assay.testvectors.amd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.SnpTcb;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnpSimulatorTest {
    static Stream<Arguments> machines() {
        return Stream.of(AmdProduct.values())
                .flatMap(product -> Stream.of(VekKind.values()).map(kind -> Arguments.of(product, kind)));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void thePlatformVerifiesAllThatIsMinted(AmdProduct product, VekKind kind) throws Exception {
        SnpSimulator machine = SnpSimulator.create(AmdHierarchy.create(product, 3), kind);
        SnpEvidence evidence = machine.report(5, report -> report.vmpl(1));
        X509Certificate root = certificate(evidence.root());
        X509Certificate intermediate = certificate(evidence.intermediate());
        X509Certificate leaf = certificate(evidence.leaf());
        root.verify(root.getPublicKey());
        intermediate.verify(root.getPublicKey());
        leaf.verify(intermediate.getPublicKey());
        crl(evidence.crl()).verify(root.getPublicKey());
        for (X509Certificate one : new X509Certificate[] {root, intermediate, leaf}) {
            one.checkValidity(Date.from(evidence.at()));
        }
        assertEquals(intermediate.getSubjectX500Principal(), leaf.getIssuerX500Principal());
        assertEquals(root.getSubjectX500Principal(), intermediate.getIssuerX500Principal());
        assertTrue(verifies(leaf, evidence.report()));
        assertEquals(kind == VekKind.VCEK, leaf.getExtensionValue(VekExtensions.HW_ID) != null);
        assertEquals(kind == VekKind.VLEK, leaf.getExtensionValue(VekExtensions.CSP_ID) != null);
    }

    @Test
    void anyBitOfTheSignedPartMattersToTheSignature() throws Exception {
        SnpEvidence evidence = SnpSimulator.create(AmdProduct.MILAN).report(report -> report);
        X509Certificate leaf = certificate(evidence.leaf());
        assertTrue(verifies(leaf, evidence.report()));
        for (int offset : new int[] {0, 0x8, 0x90, 0x29F}) {
            assertFalse(verifies(
                    leaf,
                    SnpReportEncoder.copyOf(evidence.report())
                            .flipped(offset, 0)
                            .encode()));
        }
    }

    @Test
    void theLeafFollowsTheReport() throws Exception {
        SnpTcb tcb = SnpTcb.turin(2, 3, 4, 5, 0x80);
        byte[] chip = Arrays.copyOf(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 64);
        X509Certificate leaf = certificate(SnpSimulator.create(AmdProduct.TURIN)
                .report(report -> report.reportedTcb(tcb.value()).chipId(chip))
                .leaf());
        assertArrayEquals(new byte[] {4, 8, 1, 2, 3, 4, 5, 6, 7, 8}, leaf.getExtensionValue(VekExtensions.HW_ID));
        assertArrayEquals(new byte[] {4, 3, 2, 1, 2}, leaf.getExtensionValue(VekExtensions.FMC_SPL));
        assertArrayEquals(new byte[] {4, 3, 2, 1, 5}, leaf.getExtensionValue(VekExtensions.SNP_SPL));
        assertArrayEquals(new byte[] {4, 4, 2, 2, 0, (byte) 0x80}, leaf.getExtensionValue(VekExtensions.UCODE_SPL));
    }

    @Test
    void aMaskedReportGetsTheLeafOfTheMachine() throws Exception {
        SnpSimulator machine = SnpSimulator.create(AmdProduct.MILAN);
        SnpEvidence masked = machine.report(report -> report.chipId(new byte[64]));
        assertArrayEquals(machine.report(report -> report).leaf(), masked.leaf());
        assertArrayEquals(new byte[64], SnpReportEncoder.copyOf(masked.report()).bytes(SnpField.CHIP_ID));
    }

    @Test
    void theSameArgumentsGiveTheSameBytes() {
        SnpEvidence one = SnpSimulator.create(AmdProduct.GENOA).report(4, report -> report);
        SnpEvidence two = SnpSimulator.create(AmdProduct.GENOA).report(4, report -> report);
        assertArrayEquals(one.extendedReport(), two.extendedReport());
        assertArrayEquals(one.crl(), two.crl());
        SnpSimulator other = SnpSimulator.create(AmdHierarchy.create(AmdProduct.GENOA, 1), VekKind.VCEK);
        assertFalse(Arrays.equals(one.leaf(), other.report(4, report -> report).leaf()));
        assertArrayEquals(one.root(), other.hierarchy().root());
    }

    @Test
    void anImpostorHasTheSameNamesAndOtherKeys() throws Exception {
        X509Certificate genuine =
                certificate(AmdHierarchy.create(AmdProduct.MILAN, 0).root());
        AmdHierarchy impostor = AmdHierarchy.impostor(AmdProduct.MILAN, 0);
        X509Certificate forged = certificate(impostor.intermediate(VekKind.VCEK));
        assertEquals(genuine.getSubjectX500Principal(), forged.getIssuerX500Principal());
        assertThrows(SignatureException.class, () -> forged.verify(genuine.getPublicKey()));
        SnpEvidence evidence = SnpSimulator.create(impostor, VekKind.VCEK).report(report -> report);
        X509Certificate trusted = certificate(
                SnpSimulator.create(AmdProduct.MILAN).report(report -> report).leaf());
        assertFalse(verifies(trusted, evidence.report()));
    }

    @Test
    void aRevocationListCanNameTheIntermediate() throws Exception {
        AmdHierarchy hierarchy = AmdHierarchy.create(AmdProduct.GENOA, 0);
        X509Certificate ask = certificate(hierarchy.intermediate(VekKind.VCEK));
        assertNotNull(crl(hierarchy.crlRevoking(VekKind.VCEK)).getRevokedCertificate(ask.getSerialNumber()));
        assertFalse(crl(hierarchy.crlRevoking(VekKind.VLEK)).isRevoked(ask));
        assertFalse(crl(hierarchy.crl()).isRevoked(ask));
        crl(hierarchy.crlRevoking(VekKind.VCEK))
                .verify(certificate(hierarchy.root()).getPublicKey());
    }

    private static boolean verifies(X509Certificate leaf, byte[] report) throws Exception {
        byte[] raw = new byte[96];
        for (int i = 0; i < 48; i++) {
            raw[47 - i] = report[0x2A0 + i];
            raw[95 - i] = report[0x2E8 + i];
        }
        assertEquals(BigInteger.ZERO, new BigInteger(1, Arrays.copyOfRange(report, 0x2D0, 0x2E8)));
        Signature verifier = Signature.getInstance("SHA384withECDSAinP1363Format");
        verifier.initVerify(leaf.getPublicKey());
        verifier.update(report, 0, 672);
        return verifier.verify(raw);
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509CRL crl(byte[] der) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }
}
