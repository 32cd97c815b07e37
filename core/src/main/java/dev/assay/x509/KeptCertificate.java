package dev.assay.x509;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Principal;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A certificate as the platform read it, with its encoding and {@link Facts} at hand. */
@SuppressWarnings("serial") // Certificates are written as their encoding, which getEncoded() gives
public final class KeptCertificate extends X509Certificate {
    private final transient X509Certificate parsed;
    private final transient Bytes der;
    private final transient Facts facts = new Facts();

    // The platform looks these up by name at every call.
    private final transient int version;
    private final transient BigInteger serialNumber;
    private final transient X500Principal subject;
    private final transient X500Principal issuer;
    private final transient PublicKey publicKey;
    private final transient int basicConstraints;
    private final transient boolean @Nullable [] keyUsage;

    private KeptCertificate(X509Certificate parsed, Bytes der) {
        this.parsed = parsed;
        this.der = der;
        this.version = parsed.getVersion();
        this.serialNumber = parsed.getSerialNumber();
        this.subject = parsed.getSubjectX500Principal();
        this.issuer = parsed.getIssuerX500Principal();
        this.publicKey = parsed.getPublicKey();
        this.basicConstraints = parsed.getBasicConstraints();
        this.keyUsage = parsed.getKeyUsage();
    }

    /**
     * Keeps a certificate.
     *
     * @param certificate any certificate
     * @return the same, able to keep facts
     */
    public static KeptCertificate of(X509Certificate certificate) {
        return certificate instanceof KeptCertificate kept
                ? kept
                : new KeptCertificate(certificate, Facts.der(certificate));
    }

    /**
     * The encoding.
     *
     * @return DER as it was given
     */
    public Bytes der() {
        return der;
    }

    Facts facts() {
        return facts;
    }

    /** As the platform has it: by the encoding. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof KeptCertificate that ? der.equals(that.der) : super.equals(other));
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public byte[] getEncoded() throws CertificateEncodingException {
        return der.toArray();
    }

    @Override
    public void checkValidity() throws CertificateExpiredException, CertificateNotYetValidException {
        parsed.checkValidity();
    }

    @Override
    public void checkValidity(Date date) throws CertificateExpiredException, CertificateNotYetValidException {
        parsed.checkValidity(date);
    }

    @Override
    public int getVersion() {
        return version;
    }

    @Override
    public BigInteger getSerialNumber() {
        return serialNumber;
    }

    @Override
    @SuppressWarnings("deprecation")
    public Principal getIssuerDN() {
        return parsed.getIssuerDN();
    }

    @Override
    public X500Principal getIssuerX500Principal() {
        return issuer;
    }

    @Override
    @SuppressWarnings("deprecation")
    public Principal getSubjectDN() {
        return parsed.getSubjectDN();
    }

    @Override
    public X500Principal getSubjectX500Principal() {
        return subject;
    }

    @Override
    public Date getNotBefore() {
        return parsed.getNotBefore();
    }

    @Override
    public Date getNotAfter() {
        return parsed.getNotAfter();
    }

    @Override
    public byte[] getTBSCertificate() throws CertificateEncodingException {
        return parsed.getTBSCertificate();
    }

    @Override
    public byte[] getSignature() {
        return parsed.getSignature();
    }

    @Override
    public String getSigAlgName() {
        return parsed.getSigAlgName();
    }

    @Override
    public String getSigAlgOID() {
        return parsed.getSigAlgOID();
    }

    @Override
    public byte @Nullable [] getSigAlgParams() {
        return parsed.getSigAlgParams();
    }

    @Override
    public boolean @Nullable [] getIssuerUniqueID() {
        return parsed.getIssuerUniqueID();
    }

    @Override
    public boolean @Nullable [] getSubjectUniqueID() {
        return parsed.getSubjectUniqueID();
    }

    @Override
    public boolean @Nullable [] getKeyUsage() {
        return keyUsage == null ? null : keyUsage.clone();
    }

    @Override
    public @Nullable List<String> getExtendedKeyUsage() throws CertificateParsingException {
        return parsed.getExtendedKeyUsage();
    }

    @Override
    public int getBasicConstraints() {
        return basicConstraints;
    }

    @Override
    public @Nullable Collection<List<?>> getSubjectAlternativeNames() throws CertificateParsingException {
        return parsed.getSubjectAlternativeNames();
    }

    @Override
    public @Nullable Collection<List<?>> getIssuerAlternativeNames() throws CertificateParsingException {
        return parsed.getIssuerAlternativeNames();
    }

    @Override
    public void verify(PublicKey key)
            throws CertificateException, NoSuchAlgorithmException, InvalidKeyException, NoSuchProviderException,
                    SignatureException {
        parsed.verify(key);
    }

    @Override
    public void verify(PublicKey key, String provider)
            throws CertificateException, NoSuchAlgorithmException, InvalidKeyException, NoSuchProviderException,
                    SignatureException {
        parsed.verify(key, provider);
    }

    @Override
    public void verify(PublicKey key, Provider provider)
            throws CertificateException, NoSuchAlgorithmException, InvalidKeyException, SignatureException {
        parsed.verify(key, provider);
    }

    @Override
    public PublicKey getPublicKey() {
        return publicKey;
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return parsed.hasUnsupportedCriticalExtension();
    }

    @Override
    public @Nullable Set<String> getCriticalExtensionOIDs() {
        return parsed.getCriticalExtensionOIDs();
    }

    @Override
    public @Nullable Set<String> getNonCriticalExtensionOIDs() {
        return parsed.getNonCriticalExtensionOIDs();
    }

    @Override
    public byte @Nullable [] getExtensionValue(String oid) {
        return parsed.getExtensionValue(oid);
    }

    @Override
    public String toString() {
        return parsed.toString();
    }
}
