package dev.assay.endorsement;

import org.jspecify.annotations.Nullable;

/**
 * Measures structures before the platform's parser gets to see them: how deep they are nested, since it recurses without a
 * bound, and how long their texts and names are, since it takes them apart in ways that cost the square of their length
 * (accents are put in order, a name is spelled out for each entry of a list). Contents of octet strings count too: parsers of
 * extensions look into them.
 *
 * <p>It need not be right about what is no DER: that is refused later. It must only never be lower than what a parser
 * would find.
 */
final class DerLimits {
    /** Vendors' certificates and revocation lists have under 12 levels. */
    static final int DEEPEST = 32;

    /** X.520 lets names of vendors and places have 64 or 128 characters. */
    static final int LONGEST_TEXT = 256;

    /** Vendors' names take under 150 bytes. */
    static final int LONGEST_NAME = 1024;

    private static final int CONSTRUCTED = 0x20;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int UTF8_STRING = 0x0C;
    private static final int FIRST_STRING = 0x12;
    private static final int LAST_STRING = 0x1E;
    private static final int LONG_TAG = 0x1F;
    private static final int INDEFINITE = 0x80;

    private DerLimits() {}

    static void check(byte[] der) throws UnreadableException {
        String fault = fault(der, 0, der.length, 0);
        if (fault != null) {
            throw new UnreadableException(fault);
        }
    }

    /** Recurses at most {@link #DEEPEST} times. */
    private static @Nullable String fault(byte[] bytes, int start, int end, int depth) {
        if (depth > DEEPEST) {
            return "structures nested more than " + DEEPEST + " deep";
        }
        int position = start;
        while (position + 2 <= end) {
            int tag = bytes[position] & 0xFF;
            int first = bytes[position + 1] & 0xFF;
            int lengthBytes = first <= INDEFINITE ? 0 : first & 0x7F;
            int content = position + 2 + lengthBytes;
            if ((tag & LONG_TAG) == LONG_TAG || lengthBytes > 4 || content > end) {
                return null;
            }
            int size = (int) Math.min(length(bytes, position + 2, lengthBytes, first), end - content);
            boolean within = (tag & CONSTRUCTED) != 0 || tag == OCTET_STRING;
            if (isText(tag) && size > LONGEST_TEXT) {
                return "a text of more than " + LONGEST_TEXT + " bytes";
            }
            if (tag == SEQUENCE && size > LONGEST_NAME && (bytes[content] & 0xFF) == SET) {
                return "a name of more than " + LONGEST_NAME + " bytes";
            }
            String inner = within ? fault(bytes, content, content + size, depth + 1) : null;
            if (inner != null) {
                return inner;
            }
            position = content + size;
        }
        return null;
    }

    /** Dates are among them, which are short. */
    private static boolean isText(int tag) {
        return tag == UTF8_STRING || (tag >= FIRST_STRING && tag <= LAST_STRING);
    }

    /** An indefinite length reaches as far as it can. */
    private static long length(byte[] bytes, int start, int lengthBytes, int first) {
        if (lengthBytes == 0) {
            return first == INDEFINITE ? Integer.MAX_VALUE : first;
        }
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (bytes[start + i] & 0xFF);
        }
        return length;
    }
}
