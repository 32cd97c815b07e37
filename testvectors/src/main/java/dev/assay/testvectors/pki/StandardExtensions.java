package dev.assay.testvectors.pki;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The extensions of RFC 5280, with the criticality that RFC asks for. */
public final class StandardExtensions {
    /** Subject key identifier. */
    public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

    /** Key usage. */
    public static final String KEY_USAGE = "2.5.29.15";

    /** Basic constraints. */
    public static final String BASIC_CONSTRAINTS = "2.5.29.19";

    /** CRL number. */
    public static final String CRL_NUMBER = "2.5.29.20";

    /** Reason code of a revoked entry. */
    public static final String REASON_CODE = "2.5.29.21";

    /** Delta CRL indicator. */
    public static final String DELTA_CRL_INDICATOR = "2.5.29.27";

    /** Issuing distribution point. */
    public static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";

    /** CRL distribution points. */
    public static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";

    /** Authority key identifier. */
    public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";

    private StandardExtensions() {}

    /** What a key may do, as the bits of the key usage extension. */
    public enum Usage {
        /** Sign data. */
        DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
        /** Sign data that cannot be disowned. */
        NON_REPUDIATION(KeyUsage.nonRepudiation),
        /** Sign certificates. */
        CERTIFICATE_SIGN(KeyUsage.keyCertSign),
        /** Sign revocation lists. */
        CRL_SIGN(KeyUsage.cRLSign);

        private final int bit;

        Usage(int bit) {
            this.bit = bit;
        }
    }

    /**
     * Key usage, critical.
     *
     * @param usages what the key may do
     * @return the extension
     */
    public static CertificateExtension keyUsage(Usage... usages) {
        int bits = 0;
        for (Usage usage : usages) {
            bits |= usage.bit;
        }
        return critical(KEY_USAGE, new KeyUsage(bits));
    }

    /**
     * Basic constraints, critical.
     *
     * @param authority whether the subject is a CA
     * @param pathLength how many CAs may follow, only with a CA
     * @return the extension
     */
    public static CertificateExtension basicConstraints(boolean authority, OptionalInt pathLength) {
        return critical(
                BASIC_CONSTRAINTS,
                pathLength.isPresent() ? new BasicConstraints(pathLength.getAsInt()) : new BasicConstraints(authority));
    }

    /**
     * Subject key identifier, not critical: SHA-1 of the public key.
     *
     * @param publicKeyInfo the subject's key, DER
     * @return the extension
     */
    public static CertificateExtension subjectKeyIdentifier(byte[] publicKeyInfo) {
        return subjectIdentifiedBy(keyIdentifier(publicKeyInfo));
    }

    /**
     * Authority key identifier, not critical: SHA-1 of the public key, and nothing else.
     *
     * @param publicKeyInfo the issuer's key, DER
     * @return the extension
     */
    public static CertificateExtension authorityKeyIdentifier(byte[] publicKeyInfo) {
        return authorityIdentifiedBy(keyIdentifier(publicKeyInfo));
    }

    /**
     * Subject key identifier, not critical, made in any way.
     *
     * @param identifier its bytes
     * @return the extension
     */
    public static CertificateExtension subjectIdentifiedBy(byte[] identifier) {
        return plain(SUBJECT_KEY_IDENTIFIER, new DEROctetString(identifier));
    }

    /**
     * Authority key identifier, not critical, made in any way, and nothing else.
     *
     * @param identifier its bytes
     * @return the extension
     */
    public static CertificateExtension authorityIdentifiedBy(byte[] identifier) {
        return plain(AUTHORITY_KEY_IDENTIFIER, new AuthorityKeyIdentifier(identifier));
    }

    /**
     * CRL distribution points with one address, not critical.
     *
     * @param address a URI
     * @return the extension
     */
    public static CertificateExtension crlDistributionPoint(String address) {
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address));
        DistributionPoint point = new DistributionPoint(new DistributionPointName(names), null, null);
        return plain(CRL_DISTRIBUTION_POINTS, new CRLDistPoint(new DistributionPoint[] {point}));
    }

    /**
     * CRL number, not critical.
     *
     * @param number the number
     * @return the extension
     */
    public static CertificateExtension crlNumber(long number) {
        return CertificateExtension.number(CRL_NUMBER, BigInteger.valueOf(number));
    }

    /**
     * Delta CRL indicator, critical: the list only has what changed.
     *
     * @param base the number of the complete list
     * @return the extension
     */
    public static CertificateExtension deltaCrlIndicator(long base) {
        return CertificateExtension.number(DELTA_CRL_INDICATOR, BigInteger.valueOf(base))
                .critical(true);
    }

    /**
     * Reason code of a revoked entry, not critical.
     *
     * @param reason the number of the reason, 1 for a compromised key
     * @return the extension
     */
    public static CertificateExtension reasonCode(int reason) {
        return CertificateExtension.of(REASON_CODE, false, DerValue.enumerated(reason));
    }

    private static byte[] keyIdentifier(byte[] publicKeyInfo) {
        return Hash.SHA1.of(SubjectPublicKeyInfo.getInstance(publicKeyInfo)
                .getPublicKeyData()
                .getBytes());
    }

    private static CertificateExtension plain(String oid, ASN1Encodable value) {
        return CertificateExtension.of(oid, false, Der.encode(value));
    }

    private static CertificateExtension critical(String oid, ASN1Encodable value) {
        return CertificateExtension.of(oid, true, Der.encode(value));
    }
}
