package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.util.Optional;

/** The two integers of an ECDSA signature on P-256, out of either of the forms that Intel uses. */
record EcdsaSignature(BigInteger r, BigInteger s) {
    private static final int SIZE = 32;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** Big-endian r and s of 32 bytes each, as in quotes and signed documents. */
    static EcdsaSignature ofRaw(Bytes raw) {
        return new EcdsaSignature(
                raw.slice(0, SIZE).unsigned(), raw.slice(SIZE, SIZE).unsigned());
    }

    /** SEQUENCE of two INTEGERs in DER and nothing else, as in certificates and revocation lists. */
    static Optional<EcdsaSignature> ofDer(Bytes der) {
        if (der.length() < 2 || der.u8(0) != SEQUENCE || der.u8(1) != der.length() - 2 || der.u8(1) >= 0x80) {
            return Optional.empty();
        }
        Bytes rest = der.from(2);
        int first = integerLength(rest);
        if (first < 0) {
            return Optional.empty();
        }
        Bytes second = rest.from(2 + first);
        int last = integerLength(second);
        if (last < 0 || last != second.length() - 2) {
            return Optional.empty();
        }
        return Optional.of(new EcdsaSignature(
                rest.slice(2, first).unsigned(), second.from(2).unsigned()));
    }

    /** The length of the content of a positive INTEGER in its shortest form, or -1 if that is not what begins here. */
    private static int integerLength(Bytes bytes) {
        if (bytes.length() < 3 || bytes.u8(0) != INTEGER || bytes.u8(1) > bytes.length() - 2) {
            return -1;
        }
        int length = bytes.u8(1);
        boolean padded = length > 1 && bytes.u8(2) == 0;
        boolean shortest = length > 0 && length <= SIZE + 1 && (!padded || bytes.u8(3) >= 0x80);
        return shortest && bytes.u8(2) < 0x80 ? length : -1;
    }
}
