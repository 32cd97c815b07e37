package dev.assay.testvectors.pki;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;

/** The ASN.1 type that carries a text. */
public enum StringForm {
    /** UTF8String. */
    UTF8,
    /** PrintableString. */
    PRINTABLE,
    /** IA5String, that is ASCII. */
    IA5;

    ASN1Encodable encode(String text) {
        return switch (this) {
            case UTF8 -> new DERUTF8String(text);
            case PRINTABLE -> new DERPrintableString(text);
            case IA5 -> new DERIA5String(text);
        };
    }

    /**
     * Encodes a text by itself, for the value of an extension.
     *
     * @param text the text
     * @return its DER
     */
    public byte[] der(String text) {
        return Der.encode(encode(text));
    }
}
