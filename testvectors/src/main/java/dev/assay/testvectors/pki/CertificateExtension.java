package dev.assay.testvectors.pki;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/** An extension of a certificate, a revocation list or an entry of one. Immutable. */
public final class CertificateExtension {
    private final String oid;
    private final boolean critical;
    private final byte[] value;

    private CertificateExtension(String oid, boolean critical, byte[] value) {
        this.oid = oid;
        this.critical = critical;
        this.value = value;
    }

    /**
     * An extension with any value.
     *
     * @param oid its object identifier, in dots
     * @param critical whether it is marked critical
     * @param value the content of the octet string that holds its value, DER or not
     * @return the extension
     */
    public static CertificateExtension of(String oid, boolean critical, byte[] value) {
        return new CertificateExtension(oid, critical, value.clone());
    }

    /**
     * An extension, not critical, whose value is a number.
     *
     * @param oid its object identifier, in dots
     * @param value the number
     * @return the extension
     */
    public static CertificateExtension number(String oid, BigInteger value) {
        return new CertificateExtension(oid, false, Der.encode(new ASN1Integer(value)));
    }

    /**
     * An extension, not critical, whose value is a text.
     *
     * @param oid its object identifier, in dots
     * @param form the ASN.1 type
     * @param value the text
     * @return the extension
     */
    public static CertificateExtension text(String oid, StringForm form, String value) {
        return new CertificateExtension(oid, false, form.der(value));
    }

    /**
     * The object identifier.
     *
     * @return in dots
     */
    public String oid() {
        return oid;
    }

    /**
     * Whether it is marked critical.
     *
     * @return true if so
     */
    public boolean critical() {
        return critical;
    }

    /**
     * The content of the octet string.
     *
     * @return a copy of the bytes
     */
    public byte[] value() {
        return value.clone();
    }

    /**
     * The same extension with another mark.
     *
     * @param mark whether it is marked critical
     * @return a changed copy
     */
    public CertificateExtension critical(boolean mark) {
        return new CertificateExtension(oid, mark, value);
    }

    DERSequence encode() {
        List<ASN1Encodable> parts = new ArrayList<>();
        parts.add(new ASN1ObjectIdentifier(oid));
        if (critical) {
            parts.add(ASN1Boolean.TRUE);
        }
        parts.add(new DEROctetString(value));
        return Der.sequence(parts.toArray(ASN1Encodable[]::new));
    }
}
