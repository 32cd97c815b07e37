package dev.assay.testvectors.intel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TdxSimulatorTest {
    @ParameterizedTest
    @CsvSource({
        "PLATFORM, 4, TD_1_0, 48, 7",
        "PROCESSOR, 4, TD_1_0, 48, 5",
        "PLATFORM, 5, TD_1_0, 54, 7",
        "PLATFORM, 5, TD_1_5, 54, 7",
        "PROCESSOR, 5, TD_1_5_EX, 54, 5"
    })
    void thePlatformVerifiesAllThatIsMinted(PckCa ca, int version, Kind kind, int bodyAt, int entries)
            throws Exception {
        TdxSimulator machine = TdxSimulator.create(IntelHierarchy.create(3), ca);
        TdxEvidence evidence = machine.quote(version, kind, td -> td);
        List<X509Certificate> chain = X509.chain(evidence.quote());
        assertEquals(3, chain.size());
        X509Certificate leaf = chain.get(0);
        X509Certificate root = X509.certificate(evidence.root());
        X509Certificate signing = X509.certificate(evidence.tcbSigningCertificate());
        assertEquals(root, chain.get(2));
        leaf.verify(chain.get(1).getPublicKey());
        for (X509Certificate one : List.of(chain.get(1), root, signing)) {
            one.verify(root.getPublicKey());
            one.checkValidity(Date.from(evidence.at()));
        }
        leaf.checkValidity(Date.from(evidence.at()));
        assertEquals(leaf.getIssuerX500Principal(), chain.get(1).getSubjectX500Principal());
        assertEquals(chain.get(1).getIssuerX500Principal(), root.getSubjectX500Principal());
        assertEquals(entries, WrongIntelTest.entries(leaf.getExtensionValue(SgxExtension.OID)));

        X509CRL pckCrl = X509.crl(evidence.pckCrl());
        pckCrl.verify(chain.get(1).getPublicKey());
        assertEquals(leaf.getIssuerX500Principal(), pckCrl.getIssuerX500Principal());
        assertFalse(pckCrl.isRevoked(leaf));
        assertEquals(2, pckCrl.getRevokedCertificates().size());
        X509CRL rootCrl = X509.crl(evidence.rootCrl());
        rootCrl.verify(root.getPublicKey());
        assertNull(rootCrl.getRevokedCertificates());

        assertTrue(signed(signing.getPublicKey(), evidence.tcbInfo(), "{\"tcbInfo\":"));
        assertTrue(signed(signing.getPublicKey(), evidence.qeIdentity(), "{\"enclaveIdentity\":"));
        assertSignedQuote(evidence.quote(), bodyAt + kind.size(), leaf.getPublicKey());
        assertEquals("UpToDate", IntelJudge.status(evidence, machine.platform()));
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        TdxEvidence one = TdxSimulator.create().quote(5, Kind.TD_1_5, td -> td);
        TdxEvidence two = TdxSimulator.create().quote(5, Kind.TD_1_5, td -> td);
        assertArrayEquals(one.quote(), two.quote());
        assertArrayEquals(one.tcbInfo(), two.tcbInfo());
        assertArrayEquals(one.qeIdentity(), two.qeIdentity());
        assertArrayEquals(one.pckCrl(), two.pckCrl());
        assertArrayEquals(one.rootCrl(), two.rootCrl());
        TdxEvidence other =
                TdxSimulator.create(IntelHierarchy.create(1), PckCa.PLATFORM).quote(5, Kind.TD_1_5, td -> td);
        assertFalse(Arrays.equals(one.quote(), other.quote()));
        assertArrayEquals(one.root(), other.root());
        assertArrayEquals(one.tcbInfo(), other.tcbInfo());
    }

    @Test
    void anImpostorHasTheSameNamesAndOtherKeys() throws Exception {
        IntelHierarchy genuine = IntelHierarchy.create(0);
        IntelHierarchy impostor = IntelHierarchy.impostor(0);
        X509Certificate root = X509.certificate(genuine.root());
        X509Certificate forged = X509.certificate(impostor.ca(PckCa.PLATFORM));
        assertEquals(root.getSubjectX500Principal(), forged.getIssuerX500Principal());
        assertThrows(SignatureException.class, () -> forged.verify(root.getPublicKey()));
        TdxEvidence evidence = TdxSimulator.create(impostor, PckCa.PLATFORM).quote(4, Kind.TD_1_0, td -> td);
        PublicKey trusted = X509.certificate(genuine.tcbSigning()).getPublicKey();
        assertFalse(signed(trusted, evidence.tcbInfo(), "{\"tcbInfo\":"));
    }

    @Test
    void twinsHaveTheKeyAndSerialNumberOfTheirSiblings() throws Exception {
        IntelHierarchy intel = IntelHierarchy.create(0);
        X509Certificate root = X509.certificate(intel.root());
        X509Certificate older = X509.certificate(intel.olderRoot());
        assertEquals(root.getPublicKey(), older.getPublicKey());
        assertEquals(root.getSerialNumber(), older.getSerialNumber());
        assertFalse(root.equals(older));
        older.verify(root.getPublicKey());
        X509Certificate signing = X509.certificate(intel.olderTcbSigning());
        assertEquals(intel.tcbSigningSerial(), signing.getSerialNumber());
        assertEquals("2025-05-21T10:50:10Z", signing.getNotAfter().toInstant().toString());
        assertArrayEquals(X509.key(X509.certificate(intel.tcbSigning())), X509.key(signing));
    }

    @ParameterizedTest
    @CsvSource({"PCK, true, false", "PCK_CA, false, true", "TCB_SIGNING, false, true", "ROOT, false, true"})
    void anyCertificateCanBeRevoked(IntelCertificate what, boolean onPckCrl, boolean onRootCrl) throws Exception {
        TdxEvidence evidence = TdxSimulator.create().revoking(what).quote(5, Kind.TD_1_5, td -> td);
        List<X509Certificate> chain = X509.chain(evidence.quote());
        X509Certificate revoked = switch (what) {
            case PCK -> chain.get(0);
            case PCK_CA -> chain.get(1);
            case ROOT -> chain.get(2);
            case TCB_SIGNING -> X509.certificate(evidence.tcbSigningCertificate());
        };
        X509CRL pckCrl = X509.crl(evidence.pckCrl());
        pckCrl.verify(chain.get(1).getPublicKey());
        X509CRL rootCrl = X509.crl(evidence.rootCrl());
        rootCrl.verify(chain.get(2).getPublicKey());
        assertEquals(onPckCrl, pckCrl.isRevoked(revoked));
        assertEquals(onRootCrl, rootCrl.isRevoked(revoked));
    }

    @Test
    void everyPartOfTheEvidenceCanBeExchanged() {
        TdxEvidence right = TdxSimulator.create().quote(4, Kind.TD_1_0, td -> td);
        byte[] other = {1, 2, 3};
        assertArrayEquals(other, right.withQuote(other).quote());
        assertArrayEquals(other, right.withTcbInfo(other).tcbInfo());
        assertArrayEquals(other, right.withQeIdentity(other).qeIdentity());
        assertArrayEquals(other, right.withPckCrl(other).pckCrl());
        assertArrayEquals(other, right.withRootCrl(other).rootCrl());
        assertArrayEquals(other, right.withTcbSigningCertificate(other).tcbSigningCertificate());
        assertArrayEquals(other, right.withRoot(other).root());
        assertEquals(TdxSimulator.AT, right.at());
        assertEquals(
                TdxSimulator.AT.plusSeconds(1),
                right.withAt(TdxSimulator.AT.plusSeconds(1)).at());
        TdxEvidence changed =
                right.withQuote(other).withAt(TdxSimulator.AT.plusSeconds(1)).withRoot(other);
        assertArrayEquals(other, changed.quote());
        assertEquals(TdxSimulator.AT.plusSeconds(1), changed.at());
        assertArrayEquals(right.tcbInfo(), changed.tcbInfo());
    }

    /** Where things are follows the tables of the quote's layout. */
    private static void assertSignedQuote(byte[] quote, int signedSize, PublicKey pck) throws Exception {
        int data = signedSize + 4;
        byte[] key = cut(quote, data + 64, 64);
        byte[] spki = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");
        byte[] encoded = Arrays.copyOf(spki, spki.length + 64);
        System.arraycopy(key, 0, encoded, spki.length, 64);
        PublicKey attestation = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        assertTrue(X509.verifies(attestation, cut(quote, 0, signedSize), cut(quote, data, 64)));
        int enclave = data + 128 + 6;
        assertTrue(X509.verifies(pck, cut(quote, enclave, 384), cut(quote, enclave + 384, 64)));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(key);
        byte[] bound = digest.digest(cut(quote, enclave + 384 + 64 + 2, 32));
        assertArrayEquals(Arrays.copyOf(bound, 64), cut(quote, enclave + 320, 64));
    }

    private static boolean signed(PublicKey key, byte[] document, String start) throws Exception {
        String text = new String(document, StandardCharsets.UTF_8);
        assertTrue(text.startsWith(start));
        int end = text.lastIndexOf(",\"signature\":\"");
        byte[] body = text.substring(start.length(), end).getBytes(StandardCharsets.UTF_8);
        String signature = text.substring(end + 14, text.length() - 2);
        return X509.verifies(key, body, HexFormat.of().parseHex(signature));
    }

    private static byte[] cut(byte[] bytes, int offset, int count) {
        return Arrays.copyOfRange(bytes, offset, offset + count);
    }
}
