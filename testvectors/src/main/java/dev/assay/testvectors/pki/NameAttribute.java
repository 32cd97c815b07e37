package dev.assay.testvectors.pki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The attributes that vendors' names are made of. */
public enum NameAttribute {
    /** CN. */
    COMMON_NAME("2.5.4.3"),
    /** C. */
    COUNTRY("2.5.4.6"),
    /** L. */
    LOCALITY("2.5.4.7"),
    /** ST. */
    STATE("2.5.4.8"),
    /** O. */
    ORGANIZATION("2.5.4.10"),
    /** OU. */
    ORGANIZATIONAL_UNIT("2.5.4.11");

    private final String oid;

    NameAttribute(String oid) {
        this.oid = oid;
    }

    ASN1ObjectIdentifier oid() {
        return new ASN1ObjectIdentifier(oid);
    }
}
