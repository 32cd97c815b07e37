package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.Irregularity;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    private static final byte[] REPORT = SnpReportEncoder.valid(3).encode();
    private static final byte[] QUOTE = RealEvidence.quote();

    private static MalformedEvidenceException refused(byte[] bytes) {
        return assertThrows(MalformedEvidenceException.class, () -> Evidence.decode(bytes));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void aReportAloneIsRecognised() throws Exception {
        SnpEvidence evidence = assertInstanceOf(SnpEvidence.class, Evidence.decode(REPORT));
        assertEquals(Optional.empty(), evidence.certificates());
        assertEquals("sev-snp-report", evidence.describe().format());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 23, 24, 2912, 4096})
    void zerosBehindAReportArePadding(int zeros) throws Exception {
        byte[] padded = Arrays.copyOf(REPORT, REPORT.length + zeros);
        SnpEvidence evidence = assertInstanceOf(SnpEvidence.class, Evidence.decode(padded));
        assertEquals(Optional.empty(), evidence.certificates());
        assertEquals(Bytes.copyOf(padded), evidence.raw());
        assertEquals(Bytes.copyOf(REPORT), evidence.report().raw());
    }

    @Test
    void aTableBehindAReportIsRead() throws Exception {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, new byte[] {1, 2, 3})
                .encodePages(4096);
        SnpEvidence evidence = assertInstanceOf(SnpEvidence.class, Evidence.decode(join(REPORT, table)));
        assertEquals(
                "010203",
                evidence.certificates().orElseThrow().entries().get(0).content().hex());
        assertTrue(evidence.describe().members().containsKey("certificateTable"));
    }

    @Test
    void otherBytesBehindAReportAreRefused() {
        byte[] table = new byte[24];
        table[23] = 7;
        MalformedEvidenceException thrown = refused(join(REPORT, table));
        assertEquals(Malformation.MISSING_TERMINATOR, thrown.reason());
        assertEquals(1184 + 24, thrown.offset());
    }

    @Test
    void aFewBytesBehindAReportAreNotTakenForATable() {
        for (byte[] few : new byte[][] {
            {'\n'}, {0, 0, 7}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}
        }) {
            MalformedEvidenceException thrown = refused(join(REPORT, few));
            assertEquals(Malformation.TRAILING_BYTES, thrown.reason());
            assertEquals(1184, thrown.offset());
            assertTrue(String.valueOf(thrown.getMessage()).contains("line end"), String.valueOf(thrown.getMessage()));
        }
    }

    @Test
    void aQuoteIsRecognisedAndItsPaddingCounted() throws Exception {
        TdxEvidence evidence = assertInstanceOf(TdxEvidence.class, Evidence.decode(Arrays.copyOf(QUOTE, 8000)));
        assertEquals(8000 - evidence.quote().length(), evidence.quote().trailingZeros());
        assertEquals("tdx-quote", evidence.describe().format());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02", "0200", "020000"})
    void lessThanFourBytesAreTruncated(String hex) {
        MalformedEvidenceException thrown = refused(HexFormat.of().parseHex(hex));
        assertEquals(Malformation.TRUNCATED, thrown.reason());
        assertEquals(hex.length() / 2, thrown.offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff", "7b227d20", "48434c41", "00000001", "00010000", "04000001", "04010200"})
    void bytesThatBeginLikeNeitherAreUnknown(String start) {
        assertEquals(
                Malformation.UNKNOWN_FORMAT,
                refused(Arrays.copyOf(HexFormat.of().parseHex(start), 1184)).reason());
    }

    @Test
    void anSgxQuoteIsNamedAsSuch() {
        byte[] sgx = Arrays.copyOf(HexFormat.of().parseHex("0300020000000000"), 5000);
        assertEquals(Malformation.NOT_A_TDX_QUOTE, refused(sgx).reason());
    }

    @Test
    void moreBytesThanAnyEvidenceHasAreRefused() throws Exception {
        Evidence.decode(Arrays.copyOf(REPORT, Evidence.LARGEST));
        assertEquals(
                Malformation.TOO_LARGE,
                refused(Arrays.copyOf(REPORT, Evidence.LARGEST + 1)).reason());
    }

    @Test
    void lenientDecodingListsTheFaultsOfReportAndTable() throws Exception {
        byte[] report = REPORT.clone();
        report[0x4C] = 1;
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, new byte[] {1})
                .add(TableGuid.VCEK, new byte[] {2})
                .encode();
        Evidence evidence = Evidence.decode(Bytes.copyOf(join(report, table)), Strictness.LENIENT);
        assertEquals(
                List.of(Malformation.RESERVED_NOT_ZERO, Malformation.DUPLICATE),
                evidence.describe().irregularities().stream()
                        .map(Irregularity::reason)
                        .toList());
    }

    static List<String> encodings() {
        String hex = HexFormat.of().formatHex(REPORT);
        String base64 = Base64.getEncoder().encodeToString(REPORT);
        return List.of(
                hex,
                hex.toUpperCase(Locale.ROOT),
                "0x" + hex,
                "  " + hex.replaceAll("(.{64})", "$1\n") + "\r\n",
                base64,
                base64.replaceAll("(.{76})", "$1\r\n"),
                base64.replace("=", ""),
                Base64.getUrlEncoder().withoutPadding().encodeToString(REPORT),
                Base64.getUrlEncoder().encodeToString(REPORT));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void textIsUnwrapped(String text) throws Exception {
        assertEquals(Bytes.copyOf(REPORT), EvidenceText.unwrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void rawEvidenceIsLeftAlone() throws Exception {
        assertEquals(Bytes.copyOf(REPORT), EvidenceText.unwrap(REPORT));
        assertEquals(Bytes.copyOf(QUOTE), EvidenceText.unwrap(QUOTE));
        assertEquals(Bytes.empty(), EvidenceText.unwrap(new byte[0]));
    }

    @Test
    void hexadecimalIsAlsoBase64AndYetNoGuess() throws Exception {
        String hex = HexFormat.of().formatHex(REPORT);
        Base64.getDecoder().decode(hex);
        assertEquals(Bytes.copyOf(REPORT), EvidenceText.unwrap(hex.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Why there is nothing to guess: as hexadecimal the third character must be 0, and then base64 has no zero there. */
    @Test
    void noTextIsEvidenceInBothEncodings() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int second = 0; second < 64; second++) {
            byte[] asBase64 = Base64.getDecoder().decode("0" + alphabet.charAt(second) + "00");
            assertTrue(asBase64[1] != 0, "second byte of a version");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello, world", "{\"quote\": \"...\"}", "-----BEGIN CERTIFICATE-----", "0", "zz"})
    void otherTextIsRefused(String text) {
        MalformedEvidenceException thrown = assertThrows(
                MalformedEvidenceException.class, () -> EvidenceText.unwrap(text.getBytes(StandardCharsets.US_ASCII)));
        assertTrue(
                thrown.reason() == Malformation.BAD_TEXT || thrown.reason() == Malformation.UNKNOWN_FORMAT,
                thrown.toString());
    }

    /** Found by fuzzing: without its first two characters this is the base64 of what looks like a quote. */
    @Test
    void base64ThatBeginsLikeMarkedHexadecimalKeepsItsFirstCharacters() {
        byte[] text = "0XYAAgAAioo6ioqKioqKioqK".getBytes(StandardCharsets.US_ASCII);
        MalformedEvidenceException e = assertThrows(MalformedEvidenceException.class, () -> EvidenceText.unwrap(text));
        assertEquals(Malformation.UNKNOWN_FORMAT, e.reason());
    }

    @Test
    void moreTextThanAnyEvidenceTakesIsRefused() {
        byte[] text = new byte[EvidenceText.LARGEST + 1];
        Arrays.fill(text, (byte) '0');
        MalformedEvidenceException thrown =
                assertThrows(MalformedEvidenceException.class, () -> EvidenceText.unwrap(text));
        assertEquals(Malformation.TOO_LARGE, thrown.reason());
    }

    @Property
    void anyBytesAreEvidenceOrMalformed(@ForAll @Size(max = 3000) byte[] any) {
        RealEvidence.decodesOrIsMalformed(any);
        RealEvidence.canBeShownOrIsMalformed(any);
    }
}
