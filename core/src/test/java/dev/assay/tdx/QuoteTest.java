package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
    @Test
    void headerFieldsAreWhereTheLayoutHasThem() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        builder.reserved = new byte[] {1, 2, 3, 4};
        QuoteHeader header = Quote.decode(builder.build()).header();
        assertEquals(4, header.version());
        assertEquals(2, header.attestationKeyType());
        assertEquals(0x81, header.teeType());
        assertEquals("01020304", header.reserved().hex());
        assertEquals(0x0201, header.qeSvn());
        assertEquals(0x0403, header.pceSvn());
        assertArrayEquals(builder.qeVendorId, header.qeVendorId().toArray());
        assertArrayEquals(builder.userData, header.userData().toArray());
    }

    @ParameterizedTest
    @CsvSource({"2, TD_1_0, 638", "3, TD_1_5, 702", "4, TD_1_5_EX, 939"})
    void everyFieldOfEveryBodyOfVersion5IsWhereTheLayoutHasIt(int number, TdReportType type, int signed)
            throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v5(number);
        Quote quote = Quote.decode(builder.build());
        assertEquals(type, quote.bodyType());
        assertEquals(hex(builder.body), DecodedFields.of(quote.body()));
        assertEquals(signed, quote.signedBytes().length());
        assertEquals(quote.raw().slice(0, signed), quote.signedBytes());
        assertEquals(quote.raw().slice(54, type.size()), quote.body().raw());
    }

    @Test
    void version4HasTheBodyOf10AndNoDescriptor() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        Quote quote = Quote.decode(builder.build());
        assertInstanceOf(TdReport10.class, quote.body());
        assertEquals(hex(builder.body), DecodedFields.of(quote.body()));
        assertEquals(632, quote.signedBytes().length());
    }

    @Test
    void signatureDataIsCutAtBothLevels() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v5(3);
        QuoteSignatureData data = Quote.decode(builder.build()).signatureData();
        assertArrayEquals(builder.signature, data.signature().toArray());
        assertArrayEquals(builder.attestationKey, data.attestationKey().toArray());
        assertArrayEquals(builder.qeReport, data.qeReport().raw().toArray());
        assertArrayEquals(builder.qeReportSignature, data.qeReportSignature().toArray());
        assertArrayEquals(builder.authentication, data.qeAuthenticationData().toArray());
        assertArrayEquals(builder.inner, data.certificationData().content().toArray());
        assertEquals(590 + 32 + 50, data.raw().length());
    }

    @Test
    void theSmallestQuoteHasNeitherAuthenticationNorCertificationData() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        builder.authentication = new byte[0];
        builder.inner = new byte[0];
        Quote quote = Quote.decode(builder.build());
        assertEquals(48 + 584 + 4 + 590, quote.length());
        assertTrue(quote.signatureData().qeAuthenticationData().isEmpty());
        assertTrue(quote.signatureData().certificationData().content().isEmpty());
    }

    @Test
    void authenticationDataMayHaveAllOf65535Bytes() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        builder.authentication = QuoteBuilder.filled(65535, 9);
        assertEquals(
                65535,
                Quote.decode(builder.build())
                        .signatureData()
                        .qeAuthenticationData()
                        .length());
    }

    @Test
    void zerosBehindTheQuoteAreCountedAndNotPartOfIt() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        int length = builder.build().length;
        builder.trailing = new byte[3065];
        Quote quote = Quote.decode(builder.build());
        assertEquals(length, quote.length());
        assertEquals(3065, quote.trailingZeros());
        assertEquals(length + 3065, quote.raw().length());
        assertTrue(quote.irregularities().isEmpty());
    }

    @Test
    void inputOfExactlyTheLargestSizeIsDecoded() throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        builder.trailing = new byte[Quote.MAX_INPUT - builder.build().length];
        assertEquals(1 << 20, Quote.decode(builder.build()).raw().length());
    }

    @Test
    void laterWritesToTheInputDoNotReachTheQuote() throws MalformedEvidenceException {
        byte[] bytes = QuoteBuilder.v4().build();
        Quote quote = Quote.decode(bytes);
        String before = quote.raw().hex();
        bytes[100] ^= 1;
        assertEquals(before, quote.raw().hex());
    }

    @Test
    void lenientDecodingOfAFaultlessQuoteHasNothingToReport() throws MalformedEvidenceException {
        Bytes bytes = Bytes.copyOf(QuoteBuilder.v5(4).build());
        assertTrue(Quote.decode(bytes, Strictness.LENIENT).irregularities().isEmpty());
    }

    @Test
    void textFormNamesVersionLayoutAndLength() throws MalformedEvidenceException {
        assertEquals(
                "Quote[version 5, TD report 1.5, 1378 bytes]",
                Quote.decode(QuoteBuilder.v5(3).build()).toString());
    }

    private static Map<String, String> hex(Map<String, byte[]> fields) {
        Map<String, String> text = new LinkedHashMap<>();
        fields.forEach((name, value) -> text.put(name, HexFormat.of().formatHex(value)));
        return text;
    }
}
