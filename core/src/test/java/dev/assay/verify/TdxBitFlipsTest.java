package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * One bit changed, anywhere. What is still verified is exactly what no signature covers and no check could: the case of
 * hexadecimal digits in the signature of a document. The bit is another from byte to byte; of the bytes where it is the
 * case that may change, and of those that end a line or the text of a certificate, all bits are tried.
 */
class TdxBitFlipsTest {
    private static final TdxMinted GENUINE =
            TdxMinted.of(TdxSimulator.create().quote(5, TdReportEncoder.Kind.TD_1_5, right -> right));
    private static final TdxEvidence EVIDENCE = GENUINE.evidence();
    private static final TdxVerification VERIFICATION = new TdxVerification(GENUINE.allOptions());
    private static final Endorsements ENDORSEMENTS = GENUINE.endorsements();

    @Test
    void noBitOfTheQuoteCanBeChanged() {
        assertEquals(List.of(), verifiedAfterFlips(EVIDENCE.quote(), TdxBitFlipsTest::isQuoteVerified));
    }

    @Test
    void noBitOfTheRevocationListsCanBeChanged() {
        assertEquals(List.of(), verifiedAfterFlips(EVIDENCE.pckCrl(), without(EVIDENCE.withPckCrl(new byte[0]))));
        assertEquals(List.of(), verifiedAfterFlips(EVIDENCE.rootCrl(), without(EVIDENCE.withRootCrl(new byte[0]))));
    }

    @Test
    void noBitOfTheSigningCertificateCanBeChanged() {
        assertEquals(
                List.of(),
                verifiedAfterFlips(
                        EVIDENCE.tcbSigningCertificate(), without(EVIDENCE.withTcbSigningCertificate(new byte[0]))));
    }

    @Test
    void ofTheDocumentsOnlyTheCaseOfTheirSignaturesDigitsCanBeChanged() {
        assertEquals(
                digitsOfTheSignature(EVIDENCE.tcbInfo()),
                verifiedAfterFlips(EVIDENCE.tcbInfo(), without(EVIDENCE.withTcbInfo(new byte[0]))));
        assertEquals(
                digitsOfTheSignature(EVIDENCE.qeIdentity()),
                verifiedAfterFlips(EVIDENCE.qeIdentity(), without(EVIDENCE.withQeIdentity(new byte[0]))));
    }

    /** A letter of ASCII changes its case with bit 5. */
    private static List<String> digitsOfTheSignature(byte[] document) {
        int start = new String(document, StandardCharsets.US_ASCII).indexOf("\"signature\":\"") + 13;
        List<String> bits = new ArrayList<>();
        for (int offset = start; offset < start + 128; offset++) {
            if (Character.isLetter(document[offset])) {
                bits.add(offset + " bit 5");
            }
        }
        return bits;
    }

    private static List<String> verifiedAfterFlips(byte[] genuine, Predicate<byte[]> isVerified) {
        List<String> verified = new ArrayList<>();
        for (int offset = 0; offset < genuine.length; offset++) {
            for (int bit = 0; bit < 8; bit++) {
                if (bit == offset % 8 || isSensitive(genuine, offset)) {
                    byte[] changed = genuine.clone();
                    changed[offset] ^= (byte) (1 << bit);
                    if (isVerified.test(changed)) {
                        verified.add(offset + " bit " + bit);
                    }
                }
            }
        }
        return verified;
    }

    /** The last characters of base64, line ends, and the letters at the end of a document. */
    private static boolean isSensitive(byte[] bytes, int offset) {
        boolean document = bytes[0] == '{' && offset > bytes.length - 140;
        boolean lineEnd = bytes[offset] == '\n' && offset > 1000;
        boolean padding = offset + 8 < bytes.length
                && new String(bytes, offset, 8, StandardCharsets.ISO_8859_1)
                        .matches("[^\\n]{0,3}\\n-----.*|[^\\n]{1,4}\\n----.*");
        return document || lineEnd || padding;
    }

    private static boolean isQuoteVerified(byte[] quote) {
        try {
            return isVerified(Quote.decode(Bytes.copyOf(quote)), ENDORSEMENTS);
        } catch (MalformedEvidenceException e) {
            return false;
        }
    }

    private static Predicate<byte[]> without(TdxEvidence rest) {
        Endorsements others = TdxMinted.of(rest).endorsements();
        Quote quote = GENUINE.quote();
        return item -> isVerified(
                quote,
                Endorsements.builder()
                        .add(others)
                        .add("changed", Bytes.copyOf(item))
                        .build());
    }

    private static boolean isVerified(Quote quote, Endorsements endorsements) {
        return VERIFICATION.verify(quote, endorsements, GENUINE.at()).verified().isPresent();
    }
}
