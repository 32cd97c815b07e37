package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No bit of a quote, of its PCK chain or of the collateral can be inverted unnoticed, but for those that stand for nothing:
 * the case of hexadecimal digits, the unused bits of base64, and white space of one kind for another around what is signed.
 * These are listed, and nothing else is accepted.
 *
 * <p>Every bit is tried of one quote, its chain and its collateral. Of other quotes and other encodings, samples are.
 */
class TdxBitFlipsTest {
    /** Set {@code assay.exhaustive} to try every bit of the texts that are made from certificates and lists, too. */
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("assay.exhaustive");

    private static final int SAMPLE = 1500;
    private static final int CASE = 5;
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Set<Integer> NONE = Set.of();

    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final TdxMinted GENUINE = TdxMinted.of(MACHINE);
    private static final TdxEvidence EVIDENCE = GENUINE.evidence();
    private static final TdxBitFlips FLIPS = new TdxBitFlips(GENUINE);
    private static final int CHAIN_START =
            EVIDENCE.quote().length - MACHINE.pckChain().encode().length;

    @Test
    void withoutAnInversionAllIsAccepted() {
        assertTrue(FLIPS.unflippedIsAccepted());
    }

    @Test
    void noBitOfTheQuoteInFrontOfItsChainCanBeInverted() {
        assertEquals(NONE, FLIPS.acceptedInQuote(0, CHAIN_START));
    }

    @Test
    void noBitOfTheTextOfTheChainCanBeInverted() {
        int end = EVIDENCE.quote().length;
        assertEquals(
                NONE,
                EXHAUSTIVE
                        ? FLIPS.acceptedInQuote(CHAIN_START, end)
                        : FLIPS.acceptedInSampleOfQuote(CHAIN_START, end, 3, SAMPLE));
    }

    /** The bits of the certificates themselves. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void noBitOfACertificateOfTheChainCanBeInverted(int place) {
        QuoteEncoder quote =
                MACHINE.signed(MACHINE.quoteTemplate(5, MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5)));
        PemChain chain = MACHINE.pckChain();
        byte[] certificate = chain.certificates().get(place);
        assertEquals(
                NONE,
                TdxBitFlips.accepted(
                        certificate,
                        changed -> FLIPS.isQuoteVerified(quote.signatureData(data -> data.certification(
                                        5, chain.with(place, changed).encode()))
                                .encode())));
    }

    @Test
    void noBitOfTheRevocationListsCanBeInverted() {
        assertEquals(NONE, FLIPS.acceptedIn(EVIDENCE.pckCrl(), EVIDENCE.withPckCrl(new byte[0])));
        assertEquals(NONE, FLIPS.acceptedIn(EVIDENCE.rootCrl(), EVIDENCE.withRootCrl(new byte[0])));
    }

    @Test
    void noBitOfTheSigningCertificateCanBeInverted() {
        assertEquals(
                NONE,
                FLIPS.acceptedIn(EVIDENCE.tcbSigningCertificate(), EVIDENCE.withTcbSigningCertificate(new byte[0])));
    }

    @Test
    void ofTheTcbInfoOnlyTheCaseOfItsSignaturesDigitsCanBeInverted() {
        Set<Integer> digits = digitsOfTheSignature(EVIDENCE.tcbInfo());
        assertFalse(digits.isEmpty());
        assertEquals(digits, FLIPS.acceptedIn(EVIDENCE.tcbInfo(), EVIDENCE.withTcbInfo(new byte[0])));
    }

    @Test
    void ofTheIdentityOnlyTheCaseOfItsSignaturesDigitsCanBeInverted() {
        Set<Integer> digits = digitsOfTheSignature(EVIDENCE.qeIdentity());
        assertFalse(digits.isEmpty());
        assertEquals(digits, FLIPS.acceptedIn(EVIDENCE.qeIdentity(), EVIDENCE.withQeIdentity(new byte[0])));
    }

    @Test
    void ofAListInHexadecimalOnlyTheCaseOfItsDigitsCanBeInverted() {
        byte[] hex = ascii(HexFormat.of().formatHex(EVIDENCE.rootCrl()));
        Set<Integer> digits = new TreeSet<>();
        for (int offset = 0; offset < hex.length; offset++) {
            if (Character.isLetter(hex[offset])) {
                digits.add(8 * offset + CASE);
            }
        }
        check(digits, hex, EVIDENCE.withRootCrl(new byte[0]));
    }

    /** Of two kinds of white space that one bit tells apart, there are only the carriage return and the tab. */
    @Test
    void aroundADocumentACarriageReturnCanBecomeATab() {
        byte[] spaced = ascii(MACHINE.signedQeIdentity().text().replace("},\"signature\"", "}\r\n,\t\"signature\""));
        Set<Integer> expected = digitsOfTheSignature(spaced);
        for (int offset = 0; offset < spaced.length; offset++) {
            if (spaced[offset] == '\r' || spaced[offset] == '\t') {
                expected.add(8 * offset + 2);
            }
        }
        assertEquals(expected, FLIPS.acceptedIn(spaced, EVIDENCE.withQeIdentity(new byte[0])));
    }

    @ParameterizedTest
    @CsvSource({"4, TD_1_0, PLATFORM", "5, TD_1_0, PROCESSOR", "5, TD_1_5_EX, PLATFORM", "5, TD_1_5, PROCESSOR"})
    void noBitOfOtherQuotesCanBeInverted(int version, TdReportEncoder.Kind kind, PckCa ca) {
        TdxSimulator machine = TdxSimulator.create(IntelHierarchy.create(version), ca);
        TdxBitFlips flips = new TdxBitFlips(TdxMinted.of(machine.quote(version, kind, right -> right)));
        assertEquals(NONE, flips.acceptedInSampleOfQuote(0, flips.quoteLength(), version + kind.size(), SAMPLE));
    }

    @Test
    void ofPemTextOnlyTheUnusedBitsOfTheLastDigitCanBeInverted() {
        byte[] certificate = ascii(pem("CERTIFICATE", EVIDENCE.tcbSigningCertificate()));
        check(unusedBits(certificate), certificate, EVIDENCE.withTcbSigningCertificate(new byte[0]));
        byte[] list = ascii(pem("X509 CRL", EVIDENCE.pckCrl()));
        check(unusedBits(list), list, EVIDENCE.withPckCrl(new byte[0]));
    }

    /** All of the bits that may be inverted, and all others or a sample of them. */
    private static void check(Set<Integer> expected, byte[] item, TdxEvidence rest) {
        if (EXHAUSTIVE) {
            assertEquals(expected, FLIPS.acceptedIn(item, rest));
        } else {
            assertEquals(expected, FLIPS.acceptedAmong(expected, item, rest));
            assertEquals(NONE, without(expected, FLIPS.acceptedInSampleOf(item, rest, item.length, SAMPLE)));
        }
    }

    private static Set<Integer> without(Set<Integer> expected, Set<Integer> accepted) {
        Set<Integer> rest = new TreeSet<>(accepted);
        rest.removeAll(expected);
        return rest;
    }

    /** Before padding, base64 has digits of which two or four bits stand for nothing. */
    private static Set<Integer> unusedBits(byte[] text) {
        Set<Integer> bits = new TreeSet<>();
        for (int offset = 0; offset + 1 < text.length; offset++) {
            if (text[offset] != '=' && text[offset + 1] == '=') {
                int unused = text[offset + 2] == '=' ? 4 : 2;
                for (int bit = 0; bit < 8; bit++) {
                    int other = BASE64.indexOf(text[offset] ^ 1 << bit);
                    if (other >= 0 && other >> unused == BASE64.indexOf(text[offset]) >> unused) {
                        bits.add(8 * offset + bit);
                    }
                }
            }
        }
        return bits;
    }

    /** A letter of ASCII changes its case with bit 5. */
    private static Set<Integer> digitsOfTheSignature(byte[] document) {
        int start = new String(document, StandardCharsets.US_ASCII).indexOf("\"signature\":\"") + 13;
        Set<Integer> bits = new TreeSet<>();
        for (int offset = start; offset < start + 128; offset++) {
            if (Character.isLetter(document[offset])) {
                bits.add(8 * offset + CASE);
            }
        }
        return bits;
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
