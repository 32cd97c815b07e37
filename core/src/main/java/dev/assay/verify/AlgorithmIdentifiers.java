package dev.assay.verify;

import dev.assay.model.Bytes;

/**
 * Compares the two places in which a certificate or revocation list names its signature algorithm. Only the inner one is
 * signed, parsers report the outer one, and RFC 5280 wants them equal; a byte that nobody has signed must not decide.
 *
 * <p>Works on structures that a parser has accepted already, whose lengths are therefore consistent; anything unexpected
 * counts as different.
 */
final class AlgorithmIdentifiers {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int VERSION = 0xA0;

    private AlgorithmIdentifiers() {}

    /**
     * Tells whether the inner and outer identifier are the same bytes.
     *
     * @param der a whole certificate or revocation list
     */
    static boolean agree(Bytes der) {
        try {
            Bytes outer = content(der);
            Bytes toBeSigned = first(outer);
            return identifier(content(toBeSigned)).equals(first(outer.from(toBeSigned.length())));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return false;
        }
    }

    /** Skips what may stand before the algorithm: a version, tagged or not, and a certificate's serial number. */
    private static Bytes identifier(Bytes fields) {
        Bytes rest = fields;
        while (rest.u8(0) == VERSION || rest.u8(0) == INTEGER) {
            rest = rest.from(first(rest).length());
        }
        return rest.u8(0) == SEQUENCE ? first(rest) : Bytes.empty();
    }

    private static Bytes first(Bytes elements) {
        return elements.slice(0, headerLength(elements) + contentLength(elements));
    }

    private static Bytes content(Bytes element) {
        return element.slice(headerLength(element), contentLength(element));
    }

    private static int headerLength(Bytes element) {
        int first = element.u8(1);
        return first < 0x80 ? 2 : 2 + (first & 0x7F);
    }

    private static int contentLength(Bytes element) {
        int header = headerLength(element);
        if (header == 2) {
            return element.u8(1);
        }
        int length = 0;
        for (int i = 2; i < header; i++) {
            length = Math.addExact(Math.multiplyExact(length, 256), element.u8(i));
        }
        return length;
    }
}
