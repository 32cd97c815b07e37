package dev.assay.tdx;

import java.util.BitSet;

/**
 * Says of a well-formed quote which bytes give it its form, by a reading of the layout that shares nothing with the
 * decoder. Changing any of these must make a strict decoder refuse; changing any other must not.
 */
final class QuoteAnatomy {
    private final byte[] quote;
    private final BitSet formative = new BitSet();
    private final int length;

    QuoteAnatomy(byte[] quote) {
        this.quote = quote;
        mark(0, 8);
        int body = 48;
        int bodySize = 584;
        if (quote[0] == 5) {
            mark(48, 6);
            body = 54;
            bodySize = le(50, 4);
        }
        int lengthAt = body + bodySize;
        mark(lengthAt, 4);
        int data = lengthAt + 4;
        this.length = data + le(lengthAt, 4);
        mark(data + 64 + 64, 6);
        int authentication = data + 64 + 64 + 6 + 384 + 64;
        mark(authentication, 2);
        mark(authentication + 2 + le(authentication, 2), 6);
        mark(length, quote.length - length);
    }

    private void mark(int start, int count) {
        formative.set(start, start + count);
    }

    private int le(int offset, int size) {
        int value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = (value << 8) | (quote[offset + i] & 0xFF);
        }
        return value;
    }

    /** The length of the quote without padding. */
    int length() {
        return length;
    }

    boolean isFormative(int offset) {
        return formative.get(offset);
    }
}
