package dev.assay.x509;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchProviderException;
import java.security.Principal;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** A certificate that answers every question with something that no other certificate says. */
@SuppressWarnings({"serial", "deprecation", "JavaUtilDate"}) // never written; asked all the same
final class SpeakingCertificate extends X509Certificate {
    static final X500Principal SUBJECT = new X500Principal("CN=subject");
    static final X500Principal ISSUER = new X500Principal("CN=issuer");
    static final List<List<?>> SUBJECT_NAMES = List.of(List.of(2, "subject.example"));
    static final List<List<?>> ISSUER_NAMES = List.of(List.of(2, "issuer.example"));
    static final PublicKey KEY = new SpeakingKey();

    @Override
    public byte[] getEncoded() {
        return new byte[] {1, 2, 3};
    }

    @Override
    public void checkValidity() throws CertificateExpiredException {
        throw new CertificateExpiredException("now");
    }

    @Override
    public void checkValidity(Date date) throws CertificateExpiredException {
        throw new CertificateExpiredException("at " + date.getTime());
    }

    @Override
    public int getVersion() {
        return 7;
    }

    @Override
    public BigInteger getSerialNumber() {
        return BigInteger.valueOf(77);
    }

    @Override
    public Principal getIssuerDN() {
        return ISSUER;
    }

    @Override
    public X500Principal getIssuerX500Principal() {
        return ISSUER;
    }

    @Override
    public Principal getSubjectDN() {
        return SUBJECT;
    }

    @Override
    public X500Principal getSubjectX500Principal() {
        return SUBJECT;
    }

    @Override
    public Date getNotBefore() {
        return new Date(1000);
    }

    @Override
    public Date getNotAfter() {
        return new Date(2000);
    }

    @Override
    public byte[] getTBSCertificate() {
        return new byte[] {4, 5};
    }

    @Override
    public byte[] getSignature() {
        return new byte[] {6};
    }

    @Override
    public String getSigAlgName() {
        return "name";
    }

    @Override
    public String getSigAlgOID() {
        return "1.2.3";
    }

    @Override
    public byte[] getSigAlgParams() {
        return new byte[] {7};
    }

    @Override
    public boolean[] getIssuerUniqueID() {
        return new boolean[] {true};
    }

    @Override
    public boolean[] getSubjectUniqueID() {
        return new boolean[] {false, true};
    }

    @Override
    public boolean[] getKeyUsage() {
        return new boolean[] {true, false, true};
    }

    @Override
    public List<String> getExtendedKeyUsage() {
        return List.of("1.3.6");
    }

    @Override
    public int getBasicConstraints() {
        return 3;
    }

    @Override
    public Collection<List<?>> getSubjectAlternativeNames() {
        return SUBJECT_NAMES;
    }

    @Override
    public Collection<List<?>> getIssuerAlternativeNames() {
        return ISSUER_NAMES;
    }

    @Override
    public void verify(PublicKey key) throws InvalidKeyException {
        throw new InvalidKeyException("by the key alone");
    }

    @Override
    public void verify(PublicKey key, String provider) throws NoSuchProviderException {
        throw new NoSuchProviderException(provider);
    }

    @Override
    public void verify(PublicKey key, Provider provider) throws InvalidKeyException {
        throw new InvalidKeyException("by " + provider.getName());
    }

    @Override
    public PublicKey getPublicKey() {
        return KEY;
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return true;
    }

    @Override
    public Set<String> getCriticalExtensionOIDs() {
        return Set.of("2.5.29.15");
    }

    @Override
    public Set<String> getNonCriticalExtensionOIDs() {
        return Set.of("2.5.29.31");
    }

    @Override
    public byte[] getExtensionValue(String oid) {
        return new byte[] {(byte) oid.length()};
    }

    @Override
    public String toString() {
        return "speaking certificate";
    }

    /** A key that is told from others by itself. */
    private static final class SpeakingKey implements PublicKey {
        @Override
        public String getAlgorithm() {
            return "speaking";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[] {8};
        }
    }
}
