package dev.assay.snp;

import dev.assay.model.Bytes;
import java.math.BigInteger;

/**
 * The signature of a report: ECDSA over P-384 with SHA-384, at offset 0x2A0.
 *
 * @param bytes all 512 bytes as received: r and s in 72 bytes each, little-endian, of which the upper 24 must be zero,
 *     and 368 reserved bytes
 */
public record ReportSignature(Bytes bytes) {
    /** The size of the whole field in bytes. */
    public static final int SIZE = 512;

    /** The space for each of r and s in bytes. */
    public static final int INTEGER_SPACE = 72;

    /** What of that space a P-384 integer can fill. */
    public static final int INTEGER_SIZE = 48;

    /**
     * The first integer, over its whole space. Not yet compared with the order of the curve.
     *
     * @return 0 or more
     */
    public BigInteger r() {
        return integer(rBytes());
    }

    /**
     * The second integer, over its whole space. Not yet compared with the order of the curve.
     *
     * @return 0 or more
     */
    public BigInteger s() {
        return integer(sBytes());
    }

    /**
     * The first integer as received.
     *
     * @return 72 bytes, little-endian
     */
    public Bytes rBytes() {
        return bytes.slice(0, INTEGER_SPACE);
    }

    /**
     * The second integer as received.
     *
     * @return 72 bytes, little-endian
     */
    public Bytes sBytes() {
        return bytes.slice(INTEGER_SPACE, INTEGER_SPACE);
    }

    /**
     * Tells whether the field is all zero, as the firmware leaves it when it does not sign.
     *
     * @return true for no signature
     */
    public boolean isAbsent() {
        return bytes.isZero();
    }

    private static BigInteger integer(Bytes littleEndian) {
        return littleEndian.reversed().unsigned();
    }
}
