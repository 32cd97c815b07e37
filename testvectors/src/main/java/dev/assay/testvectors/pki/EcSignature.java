package dev.assay.testvectors.pki;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;

/**
 * An ECDSA signature, not bound to any of its encodings.
 *
 * @param r the first component
 * @param s the second component
 */
public record EcSignature(BigInteger r, BigInteger s) {
    /**
     * The form that Intel uses.
     *
     * @param size bytes of a component
     * @return r then s, big-endian
     * @throws IllegalArgumentException if a component does not fit
     */
    public byte[] raw(int size) {
        byte[] both = new byte[2 * size];
        put(r, both, 0, size);
        put(s, both, size, size);
        return both;
    }

    /**
     * The form that X.509 uses.
     *
     * @return the DER of a sequence of two integers
     */
    public byte[] der() {
        return Der.encode(Der.sequence(new ASN1Integer(r), new ASN1Integer(s)));
    }

    private static void put(BigInteger value, byte[] target, int offset, int size) {
        if (value.signum() < 0 || value.bitLength() > 8 * size) {
            throw new IllegalArgumentException("not an unsigned number of at most " + size + " bytes: " + value);
        }
        byte[] bytes = value.toByteArray();
        int used = Math.min(bytes.length, size);
        System.arraycopy(bytes, bytes.length - used, target, offset + size - used, used);
    }
}
