package dev.assay.tdx;

import static dev.assay.tdx.QuoteBuilder.filled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One fault each, with its reason, offset and field. Offsets in the signature data are counted by hand: in a version 4
 * quote its length is at 632 and it starts at 636, so that the outer type is at 764, its length at 766, the
 * authentication data's length at 1218; with 32 bytes of it the inner type is at 1252 and its length at 1254.
 */
class QuoteFaultsTest {
    private final QuoteBuilder v4 = QuoteBuilder.v4();
    private final QuoteBuilder v5 = QuoteBuilder.v5(3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 6, 65535})
    void unknownVersionsAreUnsupported(int version) {
        v4.version = version;
        refused(v4, Malformation.UNSUPPORTED_VERSION, 0, "version");
    }

    @Test
    void version3IsNotATdxQuote() {
        v4.version = 3;
        refused(v4, Malformation.NOT_A_TDX_QUOTE, 0, "version");
    }

    @Test
    void anSgxQuoteOfVersion4IsNotATdxQuote() {
        v4.teeType = 0;
        refused(v4, Malformation.NOT_A_TDX_QUOTE, 4, "teeType");
    }

    @Test
    void anSgxQuoteIsCalledThatEvenWithAnotherKeyType() {
        v5.teeType = 0;
        v5.keyType = 3;
        refused(v5, Malformation.NOT_A_TDX_QUOTE, 4, "teeType");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0x80, 0x82, 0x10081L, 0x81000000L, 0xFFFFFFFFL})
    void otherTeeTypesAreUnsupported(long teeType) {
        v4.teeType = teeType;
        refused(v4, Malformation.UNSUPPORTED_TYPE, 4, "teeType");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 0x0102, 0x0200})
    void otherAttestationKeyTypesAreUnsupported(int keyType) {
        v4.keyType = keyType;
        refused(v4, Malformation.UNSUPPORTED_TYPE, 2, "attestationKeyType");
    }

    @Test
    void p384IsRefusedByName() {
        v4.keyType = 3;
        MalformedEvidenceException fault =
                assertThrows(MalformedEvidenceException.class, () -> Quote.decode(v4.build()));
        assertTrue(fault.irregularity().detail().contains("ECDSA with P-384"));
    }

    @Test
    void aBodyThatIsAnSgxReportIsNotATdxQuote() {
        v5.bodyType = 1;
        refused(v5, Malformation.NOT_A_TDX_QUOTE, 48, "bodyType");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 0x0103, 65535})
    void otherBodyTypesAreUnsupported(int bodyType) {
        v5.bodyType = bodyType;
        refused(v5, Malformation.UNSUPPORTED_TYPE, 48, "bodyType");
    }

    @ParameterizedTest
    @CsvSource({"2, 583", "2, 585", "2, 648", "3, 584", "3, 647", "3, 649", "4, 648", "4, 884", "4, 886"})
    void aBodySizeThatIsNotTheTypesIsABadLength(int bodyType, long size) {
        QuoteBuilder builder = QuoteBuilder.v5(bodyType);
        builder.bodySize = size;
        refused(builder, Malformation.BAD_LENGTH, 50, "bodySize");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFFL})
    void extremeLengthsAreFaultsWhereverTheyStand(long length) {
        QuoteBuilder size = QuoteBuilder.v5(3);
        size.bodySize = length;
        refused(size, Malformation.BAD_LENGTH, 50, "bodySize");
        QuoteBuilder outer = QuoteBuilder.v4();
        outer.outerLength = length;
        refused(outer, Malformation.BAD_LENGTH, 766, "outerCertificationDataLength");
        QuoteBuilder inner = QuoteBuilder.v4();
        inner.innerLength = length;
        refused(inner, Malformation.BAD_LENGTH, 1254, "certificationDataLength");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, version",
        "1, 0, version",
        "2, 0, header",
        "47, 0, header",
        "48, 48, body",
        "631, 48, body",
        "632, 632, signatureDataLength",
        "635, 632, signatureDataLength",
        "636, 636, signatureData",
        "1307, 636, signatureData"
    })
    void anEndThatComesTooSoonIsATruncationOfTheFieldThere(int length, int offset, String field) {
        assertEquals(1308, v4.build().length);
        refused(Arrays.copyOf(v4.build(), length), Malformation.TRUNCATED, offset, field);
    }

    @ParameterizedTest
    @CsvSource({"48, 48, bodyDescriptor", "53, 48, bodyDescriptor", "54, 54, body", "702, 702, signatureDataLength"})
    void version5TruncatesAtItsDescriptorToo(int length, int offset, String field) {
        refused(Arrays.copyOf(v5.build(), length), Malformation.TRUNCATED, offset, field);
    }

    @ParameterizedTest
    @ValueSource(longs = {673, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFFL})
    void signatureDataLongerThanTheRestIsATruncation(long length) {
        v4.signatureDataLength = length;
        refused(v4, Malformation.TRUNCATED, 636, "signatureData");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 583, 584, 589})
    void signatureDataTooShortForItsFixedFieldsIsABadLength(long length) {
        v4.signatureDataLength = length;
        refused(v4, Malformation.BAD_LENGTH, 632, "signatureDataLength");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7, 0x0106, 65535})
    void anOuterTypeOtherThan6IsUnsupported(int type) {
        v4.outerType = type;
        refused(v4, Malformation.UNSUPPORTED_TYPE, 764, "outerCertificationDataType");
    }

    @ParameterizedTest
    @ValueSource(longs = {537, 539})
    void anOuterLengthThatIsOneOffIsABadLength(long length) {
        v4.outerLength = length;
        refused(v4, Malformation.BAD_LENGTH, 766, "outerCertificationDataLength");
    }

    @Test
    void bytesInTheSignatureDataBehindTheOuterDataAreABadLength() {
        v4.extraInSignatureData = new byte[1];
        refused(v4, Malformation.BAD_LENGTH, 766, "outerCertificationDataLength");
    }

    @Test
    void bytesInTheOuterDataBehindTheInnerDataAreABadLength() {
        v4.extraInOuter = new byte[1];
        refused(v4, Malformation.BAD_LENGTH, 1254, "certificationDataLength");
    }

    @ParameterizedTest
    @ValueSource(longs = {49, 51})
    void anInnerLengthThatIsOneOffIsABadLength(long length) {
        v4.innerLength = length;
        refused(v4, Malformation.BAD_LENGTH, 1254, "certificationDataLength");
    }

    @ParameterizedTest
    @ValueSource(ints = {83, 65535})
    void authenticationDataThatLeavesNoRoomIsOutOfBounds(int length) {
        v4.authenticationLength = length;
        refused(v4, Malformation.OUT_OF_BOUNDS, 1218, "qeAuthenticationDataLength");
    }

    @Test
    void authenticationDataThatLeavesJustRoomForTheHeaderBehindItIsReadToItsEnd() {
        v4.authenticationLength = 82;
        v4.inner = new byte[50];
        refused(v4, Malformation.UNSUPPORTED_TYPE, 1302, "certificationDataType");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 8, 16, 0x0105, 65535})
    void innerTypesWithoutMeaningAreUnsupported(int type) {
        v4.innerType = type;
        refused(v4, Malformation.UNSUPPORTED_TYPE, 1252, "certificationDataType");
    }

    @ParameterizedTest
    @CsvSource({"1, 35", "1, 37", "2, 275", "2, 277", "2, 404", "3, 403", "3, 405", "3, 276"})
    void identifiersOfAnotherSizeThanTheirTypesAreABadLength(int type, int size) {
        v4.innerType = type;
        v4.inner = filled(size, 1);
        refused(v4, Malformation.BAD_LENGTH, 1254, "certificationDataLength");
    }

    @Test
    void aByteBehindTheQuoteThatIsNotZeroIsTrailing() {
        v4.trailing = new byte[] {0, 0, 7, 0};
        refused(v4, Malformation.TRAILING_BYTES, 1310, "trailingBytes");
    }

    @Test
    void lenientDecodingReportsTrailingBytesAndGoesOn() throws MalformedEvidenceException {
        v4.trailing = new byte[] {0, 0, 7, 0};
        Quote quote = Quote.decode(Bytes.copyOf(v4.build()), Strictness.LENIENT);
        assertEquals(1308, quote.length());
        assertEquals(2, quote.trailingZeros());
        assertEquals(1, quote.irregularities().size());
        assertEquals(Malformation.TRAILING_BYTES, quote.irregularities().get(0).reason());
        assertEquals(1310, quote.irregularities().get(0).offset());
    }

    @Test
    void inputAboveTheLargestSizeIsTooLargeHoweverItIsGiven() {
        v4.trailing = new byte[(1 << 20) - 1308 + 1];
        refused(v4, Malformation.TOO_LARGE, 1 << 20, "quote");
        Bytes bytes = Bytes.copyOf(v4.build());
        assertThrows(MalformedEvidenceException.class, () -> Quote.decode(bytes, Strictness.LENIENT));
    }

    private static void refused(QuoteBuilder builder, Malformation reason, long offset, String field) {
        refused(builder.build(), reason, offset, field);
    }

    private static void refused(byte[] bytes, Malformation reason, long offset, String field) {
        MalformedEvidenceException fault = assertThrows(MalformedEvidenceException.class, () -> Quote.decode(bytes));
        assertEquals(reason, fault.reason(), fault.getMessage());
        assertEquals(offset, fault.offset(), fault.getMessage());
        assertEquals(field, fault.field(), fault.getMessage());
    }
}
