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
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A revocation list as the platform read it, with its encoding and {@link Facts} at hand. */
public final class KeptCrl extends X509CRL {
    private final X509CRL parsed;
    private final Bytes der;
    private final Facts facts = new Facts();
    private final X500Principal issuer;

    private KeptCrl(X509CRL parsed, Bytes der) {
        this.parsed = parsed;
        this.der = der;
        this.issuer = parsed.getIssuerX500Principal();
    }

    /**
     * Keeps a list.
     *
     * @param crl any list
     * @return the same, able to keep facts
     */
    public static KeptCrl of(X509CRL crl) {
        return crl instanceof KeptCrl kept ? kept : new KeptCrl(crl, Facts.der(crl));
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
        return this == other || (other instanceof KeptCrl that ? der.equals(that.der) : super.equals(other));
    }

    @Override
    public int hashCode() {
        return facts.get(Integer.class, Integer.class, this, list -> super.hashCode());
    }

    @Override
    public byte[] getEncoded() throws CRLException {
        return der.toArray();
    }

    @Override
    public void verify(PublicKey key)
            throws CRLException, NoSuchAlgorithmException, InvalidKeyException, NoSuchProviderException,
                    SignatureException {
        parsed.verify(key);
    }

    @Override
    public void verify(PublicKey key, String provider)
            throws CRLException, NoSuchAlgorithmException, InvalidKeyException, NoSuchProviderException,
                    SignatureException {
        parsed.verify(key, provider);
    }

    @Override
    public void verify(PublicKey key, Provider provider)
            throws CRLException, NoSuchAlgorithmException, InvalidKeyException, SignatureException {
        parsed.verify(key, provider);
    }

    @Override
    public int getVersion() {
        return parsed.getVersion();
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
    public Date getThisUpdate() {
        return parsed.getThisUpdate();
    }

    @Override
    public @Nullable Date getNextUpdate() {
        return parsed.getNextUpdate();
    }

    @Override
    public @Nullable X509CRLEntry getRevokedCertificate(BigInteger serialNumber) {
        return parsed.getRevokedCertificate(serialNumber);
    }

    @Override
    public @Nullable X509CRLEntry getRevokedCertificate(X509Certificate certificate) {
        return parsed.getRevokedCertificate(certificate);
    }

    @Override
    public @Nullable Set<? extends X509CRLEntry> getRevokedCertificates() {
        return parsed.getRevokedCertificates();
    }

    @Override
    public byte[] getTBSCertList() throws CRLException {
        return parsed.getTBSCertList();
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
    public boolean isRevoked(Certificate certificate) {
        return parsed.isRevoked(certificate);
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
