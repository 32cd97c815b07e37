package dev.assay.endorsement;

import dev.assay.model.Bytes;

/**
 * Measures how deep structures are nested, before a parser that recurses without a bound gets to see them. Contents of
 * octet strings count too: parsers of extensions look into them.
 *
 * <p>It need not be right about what is no DER: that is refused later. It must only never be lower than what a parser
 * would find.
 */
final class DerNesting {
    /** Vendors' certificates and revocation lists have under 12 levels. */
    static final int DEEPEST = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int OCTET_STRING = 0x04;
    private static final int LONG_TAG = 0x1F;
    private static final int INDEFINITE = 0x80;

    private DerNesting() {}

    static void check(Bytes der) throws UnreadableException {
        if (exceeds(der, 0, der.length(), 0)) {
            throw new UnreadableException("structures nested more than " + DEEPEST + " deep");
        }
    }

    /** Recurses at most {@link #DEEPEST} times. */
    private static boolean exceeds(Bytes bytes, int start, int end, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        int position = start;
        while (position + 2 <= end) {
            int tag = bytes.u8(position);
            int first = bytes.u8(position + 1);
            int lengthBytes = first <= INDEFINITE ? 0 : first & 0x7F;
            int content = position + 2 + lengthBytes;
            if ((tag & LONG_TAG) == LONG_TAG || lengthBytes > 4 || content > end) {
                return false;
            }
            int size = (int) Math.min(length(bytes, position + 2, lengthBytes, first), end - content);
            boolean within = (tag & CONSTRUCTED) != 0 || tag == OCTET_STRING;
            if (within && exceeds(bytes, content, content + size, depth + 1)) {
                return true;
            }
            position = content + size;
        }
        return false;
    }

    /** An indefinite length reaches as far as it can. */
    private static long length(Bytes bytes, int start, int lengthBytes, int first) {
        if (lengthBytes == 0) {
            return first == INDEFINITE ? Integer.MAX_VALUE : first;
        }
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | bytes.u8(start + i);
        }
        return length;
    }
}
