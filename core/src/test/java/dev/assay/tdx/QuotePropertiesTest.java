package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class QuotePropertiesTest {
    @Property
    void randomBytesAreNeverAQuoteAndNeverMoreThanMalformed(@ForAll @Size(max = 2000) byte[] bytes) {
        QuoteSweep.decode(bytes);
    }

    @Property
    void randomBytesBehindAValidHeaderAreAtMostMalformed(
            @ForAll @Size(min = 600, max = 3000) byte[] bytes, @ForAll @IntRange(min = 4, max = 5) int version) {
        byte[] header = QuoteBuilder.v4().build();
        header[0] = (byte) version;
        System.arraycopy(header, 0, bytes, 0, 48);
        QuoteSweep.decode(bytes);
    }

    @Property
    void aQuoteWithAFewRandomWritesIsAtMostMalformed(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1377) Integer> places, @ForAll byte value) {
        byte[] bytes = QuoteBuilder.v5(3).build();
        places.forEach(place -> bytes[place] = value);
        QuoteSweep.decode(bytes);
    }

    @Property
    void decodingReturnsTheFieldsThatWereWritten(
            @ForAll @IntRange(min = 2, max = 4) int bodyType,
            @ForAll @Size(max = 300) byte[] authentication,
            @ForAll @Size(max = 300) byte[] certificates,
            @ForAll @Size(20) byte[] userData,
            @ForAll @IntRange(max = 200) int padding)
            throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v5(bodyType);
        builder.authentication = authentication;
        builder.inner = certificates;
        builder.userData = userData;
        builder.trailing = new byte[padding];
        byte[] bytes = builder.build();
        Quote quote = Quote.decode(bytes);
        assertArrayEquals(bytes, quote.raw().toArray());
        assertEquals(bytes.length - padding, quote.length());
        assertEquals(padding, quote.trailingZeros());
        assertArrayEquals(userData, quote.header().userData().toArray());
        assertArrayEquals(
                authentication, quote.signatureData().qeAuthenticationData().toArray());
        assertArrayEquals(
                certificates,
                quote.signatureData().certificationData().content().toArray());
    }

    @Property
    void pemTextOfAnyPiecesIsTakenApartWithoutLoss(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> pieces,
            @ForAll @StringLength(max = 20) String junk) {
        StringBuilder text = new StringBuilder();
        for (int piece : pieces) {
            text.append(List.of("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "\r\n", junk)
                    .get(piece));
        }
        Bytes bytes = Bytes.copyOf(text.toString().getBytes(StandardCharsets.UTF_8));
        PemText parts = PemText.split(bytes);
        int inBlocks = parts.blocks().stream().mapToInt(Bytes::length).sum();
        assertTrue(inBlocks + parts.strayBytes() + parts.tail().length() <= bytes.length());
        assertEquals(parts.tail(), bytes.from(bytes.length() - parts.tail().length()));
        assertEquals(parts.tail().length(), parts.tailNuls() + parts.tailNewlines() + parts.tailOthers());
        for (Bytes block : parts.blocks()) {
            String asText = new String(block.toArray(), StandardCharsets.UTF_8);
            assertTrue(asText.startsWith("-----BEGIN CERTIFICATE-----"));
            assertEquals(asText.length() - 25, asText.indexOf("-----END CERTIFICATE-----"));
        }
    }
}
