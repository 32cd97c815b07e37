package dev.assay.x509;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchProviderException;
import java.security.Principal;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A revocation list that answers every question with something that no other list says. */
@SuppressWarnings({"deprecation", "JavaUtilDate"}) // asked all the same
final class SpeakingCrl extends X509CRL {
    static final X500Principal ISSUER = new X500Principal("CN=issuer");
    static final X509CRLEntry BY_NUMBER = new Entry(1);
    static final X509CRLEntry BY_CERTIFICATE = new Entry(2);

    private final boolean revoked;

    SpeakingCrl(boolean revoked) {
        this.revoked = revoked;
    }

    @Override
    public byte[] getEncoded() {
        return new byte[] {1, 2, (byte) (revoked ? 3 : 4)};
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
    public int getVersion() {
        return 7;
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
    public Date getThisUpdate() {
        return new Date(1000);
    }

    @Override
    public Date getNextUpdate() {
        return new Date(2000);
    }

    @Override
    public X509CRLEntry getRevokedCertificate(BigInteger serialNumber) {
        return BY_NUMBER;
    }

    @Override
    public X509CRLEntry getRevokedCertificate(X509Certificate certificate) {
        return BY_CERTIFICATE;
    }

    @Override
    public Set<? extends X509CRLEntry> getRevokedCertificates() {
        return Set.of(BY_NUMBER, BY_CERTIFICATE);
    }

    @Override
    public byte[] getTBSCertList() {
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
    public boolean isRevoked(Certificate certificate) {
        return revoked;
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return revoked;
    }

    @Override
    public Set<String> getCriticalExtensionOIDs() {
        return Set.of("2.5.29.28");
    }

    @Override
    public Set<String> getNonCriticalExtensionOIDs() {
        return Set.of("2.5.29.20");
    }

    @Override
    public byte[] getExtensionValue(String oid) {
        return new byte[] {(byte) oid.length()};
    }

    @Override
    public String toString() {
        return "speaking list";
    }

    /** An entry that is told from others by its number. */
    private static final class Entry extends X509CRLEntry {
        private final int number;

        Entry(int number) {
            this.number = number;
        }

        @Override
        public byte[] getEncoded() {
            return new byte[] {(byte) number};
        }

        @Override
        public BigInteger getSerialNumber() {
            return BigInteger.valueOf(number);
        }

        @Override
        public Date getRevocationDate() {
            return new Date(number);
        }

        @Override
        public boolean hasExtensions() {
            return false;
        }

        @Override
        public String toString() {
            return "entry " + number;
        }

        @Override
        public boolean hasUnsupportedCriticalExtension() {
            return false;
        }

        @Override
        public @Nullable Set<String> getCriticalExtensionOIDs() {
            return null;
        }

        @Override
        public @Nullable Set<String> getNonCriticalExtensionOIDs() {
            return null;
        }

        @Override
        public byte @Nullable [] getExtensionValue(String oid) {
            return null;
        }
    }
}
