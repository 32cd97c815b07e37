package dev.assay.testvectors.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * A certificate in the making (RFC 5280, section 4.1). Immutable; nothing is checked, so that any property can be
 * wrong.
 */
public final class CertificateEncoder {
    private int version = 3;
    private BigInteger serial = BigInteger.ONE;
    private byte[] issuer = DistinguishedName.empty().encode();
    private Instant notBefore = Instant.EPOCH;
    private Instant notAfter = Instant.EPOCH;
    private byte[] subject = issuer;
    private byte[] publicKeyInfo = Der.encode(new DERSequence());
    private ExtensionList extensions = ExtensionList.of();
    private byte[] innerAlgorithm = new byte[0];

    private CertificateEncoder() {}

    private CertificateEncoder(CertificateEncoder that) {
        version = that.version;
        serial = that.serial;
        issuer = that.issuer;
        notBefore = that.notBefore;
        notAfter = that.notAfter;
        subject = that.subject;
        publicKeyInfo = that.publicKeyInfo;
        extensions = that.extensions;
        innerAlgorithm = that.innerAlgorithm;
    }

    /**
     * A certificate of version 3 with serial number 1 and everything else empty.
     *
     * @return the certificate
     */
    public static CertificateEncoder blank() {
        return new CertificateEncoder();
    }

    /**
     * Sets the version.
     *
     * @param value 3 if right; 1 is the default that DER leaves out, and certificates of version 1 and 2 should have no
     *     extensions
     * @return a changed copy
     */
    public CertificateEncoder version(int value) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.version = value;
        return changed;
    }

    /**
     * Sets the serial number.
     *
     * @param value any number
     * @return a changed copy
     */
    public CertificateEncoder serial(BigInteger value) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.serial = value;
        return changed;
    }

    /**
     * Sets the issuer's name.
     *
     * @param name the name
     * @return a changed copy
     */
    public CertificateEncoder issuer(DistinguishedName name) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.issuer = name.encode();
        return changed;
    }

    /**
     * Sets the subject's name.
     *
     * @param name the name
     * @return a changed copy
     */
    public CertificateEncoder subject(DistinguishedName name) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.subject = name.encode();
        return changed;
    }

    /**
     * Sets the period of validity, both ends included. Fractions of a second are cut off.
     *
     * @param from the first second
     * @param to the last second
     * @return a changed copy
     */
    public CertificateEncoder validity(Instant from, Instant to) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.notBefore = from;
        changed.notAfter = to;
        return changed;
    }

    /**
     * Sets the subject's public key.
     *
     * @param info the DER of a SubjectPublicKeyInfo
     * @return a changed copy
     */
    public CertificateEncoder publicKey(byte[] info) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.publicKeyInfo = info.clone();
        return changed;
    }

    /**
     * Sets the extensions.
     *
     * @param list the extensions in their order; none leaves the field out
     * @return a changed copy
     */
    public CertificateEncoder extensions(ExtensionList list) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.extensions = list;
        return changed;
    }

    /**
     * Changes the extensions.
     *
     * @param change gets the present extensions, gives the new
     * @return a changed copy
     */
    public CertificateEncoder extensions(UnaryOperator<ExtensionList> change) {
        return extensions(change.apply(extensions));
    }

    /**
     * Has the signed part name another algorithm than the part around it.
     *
     * @param algorithm the DER of an AlgorithmIdentifier
     * @return a changed copy
     */
    public CertificateEncoder innerAlgorithm(byte[] algorithm) {
        CertificateEncoder changed = new CertificateEncoder(this);
        changed.innerAlgorithm = algorithm.clone();
        return changed;
    }

    /**
     * The extensions.
     *
     * @return as they are now, to derive others from
     */
    public ExtensionList extensions() {
        return extensions;
    }

    /**
     * The subject's public key.
     *
     * @return the DER of a SubjectPublicKeyInfo
     */
    public byte[] publicKey() {
        return publicKeyInfo.clone();
    }

    /**
     * The start of validity.
     *
     * @return the first second
     */
    public Instant notBefore() {
        return notBefore;
    }

    /**
     * The end of validity.
     *
     * @return the last second
     */
    public Instant notAfter() {
        return notAfter;
    }

    /**
     * Signs.
     *
     * @param signer the issuer's key
     * @return the DER of the certificate
     */
    public byte[] sign(CertificateSigner signer) {
        byte[] algorithm = signer.algorithm();
        ASN1EncodableVector body = new ASN1EncodableVector();
        if (version != 1) {
            body.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1L)));
        }
        body.add(new ASN1Integer(serial));
        body.add(Der.decode(innerAlgorithm.length == 0 ? algorithm : innerAlgorithm));
        body.add(Der.decode(issuer));
        body.add(Der.sequence(Der.time(notBefore), Der.time(notAfter)));
        body.add(Der.decode(subject));
        body.add(Der.decode(publicKeyInfo));
        if (!extensions.all().isEmpty()) {
            body.add(new DERTaggedObject(true, 3, extensions.encode()));
        }
        return Der.signed(new DERSequence(body), signer);
    }
}
