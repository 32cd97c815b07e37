package dev.assay.testvectors.encode;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** The byte order of both vendors' formats. */
final class LittleEndian {
    private LittleEndian() {}

    static byte[] bytes(long value, int size) {
        byte[] encoded = new byte[size];
        for (int i = 0; i < size; i++) {
            encoded[i] = (byte) (value >>> (8 * i));
        }
        return encoded;
    }

    static byte[] bytes(BigInteger value, int size) {
        if (value.signum() < 0 || value.bitLength() > 8 * size) {
            throw new IllegalArgumentException("not an unsigned number of at most " + size + " bytes: " + value);
        }
        byte[] bigEndian = value.toByteArray();
        byte[] encoded = new byte[size];
        for (int i = 0; i < size && i < bigEndian.length; i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return encoded;
    }

    static void append(ByteArrayOutputStream out, long value, int size) {
        out.writeBytes(bytes(value, size));
    }
}
