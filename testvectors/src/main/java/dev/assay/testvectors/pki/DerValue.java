package dev.assay.testvectors.pki;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;

/** Single DER values as bytes, to build the vendors' own structures from or to put the wrong type into one. */
public final class DerValue {
    private static final int SEQUENCE = 0x30;

    private DerValue() {}

    /**
     * An INTEGER.
     *
     * @param value any number
     * @return its DER
     */
    public static byte[] integer(long value) {
        return Der.encode(new ASN1Integer(BigInteger.valueOf(value)));
    }

    /**
     * An ENUMERATED.
     *
     * @param value a number that is not negative
     * @return its DER
     */
    public static byte[] enumerated(int value) {
        return Der.encode(new ASN1Enumerated(value));
    }

    /**
     * A BOOLEAN.
     *
     * @param value the truth
     * @return its DER
     */
    public static byte[] bool(boolean value) {
        return Der.encode(ASN1Boolean.getInstance(value));
    }

    /**
     * An OCTET STRING.
     *
     * @param value its content
     * @return its DER
     */
    public static byte[] octets(byte... value) {
        return Der.encode(new DEROctetString(value));
    }

    /**
     * An OBJECT IDENTIFIER.
     *
     * @param dotted in dots
     * @return its DER
     */
    public static byte[] oid(String dotted) {
        return Der.encode(new ASN1ObjectIdentifier(dotted));
    }

    /**
     * A SEQUENCE.
     *
     * @param members the DER of its members; whether it is DER is not checked
     * @return its DER
     */
    public static byte[] sequence(byte[]... members) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] member : members) {
            content.writeBytes(member);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SEQUENCE);
        appendLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void appendLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] digits = BigInteger.valueOf(length).toByteArray();
        int skipped = digits[0] == 0 ? 1 : 0;
        out.write(0x80 | digits.length - skipped);
        out.write(digits, skipped, digits.length - skipped);
    }
}
