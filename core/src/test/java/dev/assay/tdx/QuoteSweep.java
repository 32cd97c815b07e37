package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a real quote at every length and changes every byte of it; any exception but the one declared escapes. */
final class QuoteSweep {
    private QuoteSweep() {}

    static void truncateEverywhere(byte[] quote) {
        int length = new QuoteAnatomy(quote).length();
        for (int cut = 0; cut < quote.length; cut++) {
            Quote decoded = decode(Arrays.copyOf(quote, cut));
            if (cut < length) {
                assertNull(decoded, "a quote cut to " + cut + " bytes was decoded");
            } else {
                assertNotNull(decoded);
                assertEquals(length, decoded.length());
                assertEquals(cut - length, decoded.trailingZeros());
            }
        }
    }

    static void changeEveryByte(byte[] quote) {
        QuoteAnatomy anatomy = new QuoteAnatomy(quote);
        byte[] changed = quote.clone();
        for (int i = 0; i < quote.length; i++) {
            for (int value : new int[] {0x00, 0xFF, quote[i] ^ 0xFF}) {
                changed[i] = (byte) value;
                Quote decoded = decode(changed);
                boolean refuse = changed[i] != quote[i] && anatomy.isFormative(i);
                assertEquals(refuse, decoded == null, "byte " + i + " set to " + changed[i]);
            }
            changed[i] = quote[i];
        }
    }

    /** Decodes in both ways and reads everything; null if strict decoding refuses. */
    static @Nullable Quote decode(byte[] bytes) {
        try {
            readEverything(Quote.decode(Bytes.copyOf(bytes), Strictness.LENIENT));
        } catch (MalformedEvidenceException e) {
            assertSaysWhere(e, bytes);
        }
        try {
            Quote quote = Quote.decode(bytes);
            assertTrue(quote.irregularities().isEmpty());
            return quote;
        } catch (MalformedEvidenceException e) {
            assertSaysWhere(e, bytes);
            return null;
        }
    }

    private static void assertSaysWhere(MalformedEvidenceException e, byte[] bytes) {
        assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
        assertTrue(!e.field().isBlank(), e.getMessage());
    }

    private static void readEverything(Quote quote) {
        DecodedFields.of(quote.body());
        quote.body().tdAttributes().named();
        quote.body().xfam().brokenGroups();
        QuoteSignatureData data = quote.signatureData();
        int parts = data.signature().length()
                + data.attestationKey().length()
                + data.qeReport().raw().length()
                + data.qeReportSignature().length()
                + data.qeAuthenticationData().length()
                + data.certificationData().content().length();
        assertEquals(data.raw().length(), parts + 6 + 2 + 6);
        assertEquals(
                quote.length(), quote.signedBytes().length() + 4 + data.raw().length());
    }
}
