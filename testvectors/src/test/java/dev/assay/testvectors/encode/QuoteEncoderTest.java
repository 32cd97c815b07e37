package dev.assay.testvectors.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.RealEvidence;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteEncoderTest {
    private static final EcKey ATTESTATION = EcKey.derive(EcCurve.P256, 1, "attestation");
    private static final EcKey PCK = EcKey.derive(EcCurve.P256, 1, "pck");

    /** Where the parts are was read off the files with the layout tables at hand. */
    @ParameterizedTest
    @CsvSource({"v4, TD_1_0, 48, 3678, 70", "v5-td15, TD_1_5, 54, 3678, 0", "v5-td15ex, TD_1_5_EX, 54, 3682, 0"})
    void partsCutFromARealQuoteGiveItBack(String name, Kind kind, int bodyAt, int chainSize, int zeros) {
        byte[] real = RealEvidence.vector("tdx/real/" + name + ".quote.bin");
        int dataAt = bodyAt + kind.size() + 4;
        int qeAt = dataAt + 64 + 64 + 6;
        int authAt = qeAt + 384 + 64 + 2;
        int chainAt = authAt + 32 + 6;
        TdReportEncoder body = TdReportEncoder.copyOf(kind, cut(real, bodyAt, kind.size()));
        QuoteEncoder quote = name.startsWith("v4") ? QuoteEncoder.version4(body) : QuoteEncoder.version5(body);
        byte[] encoded = quote.header(QuoteHeaderField.USER_DATA, cut(real, 28, 20))
                .signatureData(data -> data.signature(cut(real, dataAt, 64))
                        .attestationKey(cut(real, dataAt + 64, 64))
                        .qeReport(QeReportEncoder.copyOf(cut(real, qeAt, 384)))
                        .qeReportSignature(cut(real, qeAt + 384, 64))
                        .authData(cut(real, authAt, 32))
                        .certification(5, cut(real, chainAt, chainSize)))
                .trailing(new byte[zeros])
                .encode();
        assertArrayEquals(real, encoded);
    }

    /** Values that the tables of real quotes give for these fields. */
    @Test
    void fieldsOfARealBodyAreWhereTheTableSays() {
        byte[] real = RealEvidence.vector("tdx/real/v5-td15.quote.bin");
        TdReportEncoder body = TdReportEncoder.copyOf(Kind.TD_1_5, cut(real, 54, 648));
        assertEquals(0x618E7, body.number(TdField.XFAM));
        assertEquals(1L << 28, body.number(TdField.TD_ATTRIBUTES));
        assertEquals("0d0103", HexFormat.of().formatHex(body.bytes(TdField.TEE_TCB_SVN_2), 0, 3));
        QeReportEncoder enclave = QeReportEncoder.copyOf(cut(real, 54 + 648 + 4 + 134, 384));
        assertEquals(2, enclave.number(QeField.ISV_PROD_ID));
        assertEquals(7, enclave.number(QeField.ISV_SVN));
        assertArrayEquals(QeReportEncoder.valid().bytes(QeField.MR_SIGNER), enclave.bytes(QeField.MR_SIGNER));
    }

    @Test
    void aSignedQuoteHoldsTogether() throws Exception {
        QuoteEncoder quote = QuoteEncoder.version5(TdReportEncoder.valid(Kind.TD_1_5))
                .signed(ATTESTATION.coordinates(), ATTESTATION::signRaw, PCK::signRaw);
        SignatureDataEncoder data = quote.signatureData();
        assertTrue(verifies(ATTESTATION, quote.signedPart(), data.signature()));
        assertTrue(verifies(PCK, data.qeReport().encode(), data.qeReportSignature()));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(ATTESTATION.coordinates());
        byte[] binding = Arrays.copyOf(digest.digest(data.authData()), 64);
        assertArrayEquals(binding, data.qeReport().bytes(QeField.REPORT_DATA));
        assertEquals(48 + 6 + 648, quote.signedPart().length);
        assertEquals(false, verifies(PCK, quote.signedPart(), data.signature()));
    }

    @Test
    void everyLengthAndTypeCanLie() {
        byte[] quote = QuoteEncoder.version5(TdReportEncoder.valid(Kind.TD_1_0))
                .descriptor(9, 0xFFFFFFFFL)
                .signatureDataLength(0x01020304)
                .signatureData(data -> data.authLength(0xFFFF)
                        .outerType(7)
                        .outerLength(0xFFFFFFFEL)
                        .innerLength(0xFFFFFFFDL)
                        .certification(4, new byte[3])
                        .outerSlack((byte) 1)
                        .slack((byte) 2, (byte) 3))
                .encode();
        HexFormat hex = HexFormat.of();
        assertEquals("0900ffffffff", hex.formatHex(quote, 48, 54));
        int data = 54 + 584 + 4;
        assertEquals("04030201", hex.formatHex(quote, data - 4, data));
        assertEquals("0700feffffff", hex.formatHex(quote, data + 128, data + 134));
        int auth = data + 134 + 448;
        assertEquals("ffff0001", hex.formatHex(quote, auth, auth + 4));
        assertEquals("0400fdffffff000000010203", hex.formatHex(quote, auth + 34, quote.length));
    }

    @Test
    void aLayoutRefusesFieldsThatItLacks() {
        TdReportEncoder old = TdReportEncoder.valid(Kind.TD_1_0);
        assertThrows(IllegalArgumentException.class, () -> old.set(TdField.MR_SERVICE_TD, new byte[48]));
        assertThrows(IllegalArgumentException.class, () -> old.bytes(TdField.TEE_TCB_SVN_2));
        assertEquals(885, TdReportEncoder.valid(Kind.TD_1_5_EX).encode().length);
    }

    private static boolean verifies(EcKey key, byte[] message, byte[] signature) throws Exception {
        PublicKey publicKey = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKeyInfo()));
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(publicKey);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static byte[] cut(byte[] bytes, int offset, int count) {
        return Arrays.copyOfRange(bytes, offset, offset + count);
    }
}
