package dev.assay.endorsement;

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

    static void check(byte[] der) throws UnreadableException {
        if (exceeds(der, 0, der.length, 0)) {
            throw new UnreadableException("structures nested more than " + DEEPEST + " deep");
        }
    }

    /** Recurses at most {@link #DEEPEST} times. */
    private static boolean exceeds(byte[] bytes, int start, int end, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        int position = start;
        while (position + 2 <= end) {
            int tag = bytes[position] & 0xFF;
            int first = bytes[position + 1] & 0xFF;
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
