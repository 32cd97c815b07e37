package dev.assay.testvectors.pki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

/** Elliptic curves, the right and the wrong ones. */
public enum EcCurve {
    /** NIST P-256, 32-byte coordinates: Intel's. */
    P256("1.2.840.10045.3.1.7", Hash.SHA256),
    /** NIST P-384, 48-byte coordinates: AMD's. */
    P384("1.3.132.0.34", Hash.SHA384),
    /** NIST P-521, 66-byte coordinates: nobody's. */
    P521("1.3.132.0.35", Hash.SHA512),
    /** The Koblitz curve secp256k1, 32-byte coordinates: nobody's, and easily taken for P-256 by its sizes. */
    SECP256K1("1.3.132.0.10", Hash.SHA256);

    private final String oid;
    private final Hash hash;

    EcCurve(String oid, Hash hash) {
        this.oid = oid;
        this.hash = hash;
    }

    /**
     * The hash function usually taken with the curve.
     *
     * @return the one of the same strength
     */
    public Hash hash() {
        return hash;
    }

    /**
     * The size of a coordinate, and of each signature component.
     *
     * @return bytes
     */
    public int coordinateSize() {
        return (domain().getCurve().getFieldSize() + 7) / 8;
    }

    ASN1ObjectIdentifier oid() {
        return new ASN1ObjectIdentifier(oid);
    }

    ECNamedDomainParameters domain() {
        return new ECNamedDomainParameters(oid(), CustomNamedCurves.getByOID(oid()));
    }
}
