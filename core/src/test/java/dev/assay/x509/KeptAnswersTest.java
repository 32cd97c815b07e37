package dev.assay.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateExpiredException;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whatever somebody asks of a kept certificate or list, it says what the one that it keeps says. */
@SuppressWarnings("JavaUtilDate") // what the platform's interface has
class KeptAnswersTest {
    private static final Provider PROVIDER = Security.getProviders()[0];

    private final KeptCertificate certificate = KeptCertificate.of(new SpeakingCertificate());
    private final KeptCrl list = KeptCrl.of(new SpeakingCrl(true));

    private static <T extends Throwable> void fails(Class<T> type, String message, Executable work) {
        assertEquals(message, assertThrows(type, work).getMessage());
    }

    @Test
    void whatACertificateIs() throws Exception {
        assertArrayEquals(new byte[] {1, 2, 3}, certificate.getEncoded());
        assertArrayEquals(new byte[] {4, 5}, certificate.getTBSCertificate());
        assertArrayEquals(new byte[] {6}, certificate.getSignature());
        assertEquals("name", certificate.getSigAlgName());
        assertEquals("1.2.3", certificate.getSigAlgOID());
        assertArrayEquals(new byte[] {7}, certificate.getSigAlgParams());
        assertEquals(7, certificate.getVersion());
        assertEquals(BigInteger.valueOf(77), certificate.getSerialNumber());
        assertEquals("speaking certificate", certificate.toString());
        assertSame(certificate, KeptCertificate.of(certificate));
    }

    @Test
    @SuppressWarnings("deprecation") // asked all the same
    void whomACertificateNames() throws Exception {
        assertSame(SpeakingCertificate.ISSUER, certificate.getIssuerDN());
        assertSame(SpeakingCertificate.ISSUER, certificate.getIssuerX500Principal());
        assertSame(SpeakingCertificate.SUBJECT, certificate.getSubjectDN());
        assertSame(SpeakingCertificate.SUBJECT, certificate.getSubjectX500Principal());
        assertSame(SpeakingCertificate.SUBJECT_NAMES, certificate.getSubjectAlternativeNames());
        assertSame(SpeakingCertificate.ISSUER_NAMES, certificate.getIssuerAlternativeNames());
        assertArrayEquals(new boolean[] {true}, certificate.getIssuerUniqueID());
        assertArrayEquals(new boolean[] {false, true}, certificate.getSubjectUniqueID());
        assertSame(SpeakingCertificate.KEY, certificate.getPublicKey());
    }

    @Test
    void whatACertificateIsFor() throws Exception {
        assertEquals(new Date(1000), certificate.getNotBefore());
        assertEquals(new Date(2000), certificate.getNotAfter());
        assertArrayEquals(new boolean[] {true, false, true}, certificate.getKeyUsage());
        assertEquals("1.3.6", String.join(" ", certificate.getExtendedKeyUsage()));
        assertEquals(3, certificate.getBasicConstraints());
        assertTrue(certificate.hasUnsupportedCriticalExtension());
        assertEquals(Set.of("2.5.29.15"), certificate.getCriticalExtensionOIDs());
        assertEquals(Set.of("2.5.29.31"), certificate.getNonCriticalExtensionOIDs());
        assertArrayEquals(new byte[] {5}, certificate.getExtensionValue("1.2.3"));
    }

    @Test
    void whetherACertificateHolds() {
        fails(CertificateExpiredException.class, "now", certificate::checkValidity);
        fails(CertificateExpiredException.class, "at 5", () -> certificate.checkValidity(new Date(5)));
        fails(InvalidKeyException.class, "by the key alone", () -> certificate.verify(SpeakingCertificate.KEY));
        fails(NoSuchProviderException.class, "nobody", () -> certificate.verify(SpeakingCertificate.KEY, "nobody"));
        fails(
                InvalidKeyException.class,
                "by " + PROVIDER.getName(),
                () -> certificate.verify(SpeakingCertificate.KEY, PROVIDER));
    }

    @Test
    @SuppressWarnings("deprecation") // asked all the same
    void whatAListIs() throws Exception {
        assertArrayEquals(new byte[] {1, 2, 3}, list.getEncoded());
        assertArrayEquals(new byte[] {4, 5}, list.getTBSCertList());
        assertArrayEquals(new byte[] {6}, list.getSignature());
        assertEquals("name", list.getSigAlgName());
        assertEquals("1.2.3", list.getSigAlgOID());
        assertArrayEquals(new byte[] {7}, list.getSigAlgParams());
        assertEquals(7, list.getVersion());
        assertSame(SpeakingCrl.ISSUER, list.getIssuerDN());
        assertSame(SpeakingCrl.ISSUER, list.getIssuerX500Principal());
        assertEquals(new Date(1000), list.getThisUpdate());
        assertEquals(new Date(2000), list.getNextUpdate());
        assertEquals("speaking list", list.toString());
        assertSame(list, KeptCrl.of(list));
    }

    @Test
    void whatAListHolds() {
        assertSame(SpeakingCrl.BY_NUMBER, list.getRevokedCertificate(BigInteger.ONE));
        assertSame(SpeakingCrl.BY_CERTIFICATE, list.getRevokedCertificate(certificate));
        assertEquals(Set.of(SpeakingCrl.BY_NUMBER, SpeakingCrl.BY_CERTIFICATE), list.getRevokedCertificates());
        assertTrue(list.isRevoked(certificate));
        assertFalse(KeptCrl.of(new SpeakingCrl(false)).isRevoked(certificate));
        assertTrue(list.hasUnsupportedCriticalExtension());
        assertFalse(KeptCrl.of(new SpeakingCrl(false)).hasUnsupportedCriticalExtension());
        assertEquals(Set.of("2.5.29.28"), list.getCriticalExtensionOIDs());
        assertEquals(Set.of("2.5.29.20"), list.getNonCriticalExtensionOIDs());
        assertArrayEquals(new byte[] {5}, list.getExtensionValue("1.2.3"));
    }

    @Test
    void whetherAListHolds() {
        fails(InvalidKeyException.class, "by the key alone", () -> list.verify(SpeakingCertificate.KEY));
        fails(NoSuchProviderException.class, "nobody", () -> list.verify(SpeakingCertificate.KEY, "nobody"));
        fails(
                InvalidKeyException.class,
                "by " + PROVIDER.getName(),
                () -> list.verify(SpeakingCertificate.KEY, PROVIDER));
    }

    @Test
    void listsAreEqualByTheirBytes() {
        KeptCrl same = KeptCrl.of(new SpeakingCrl(true));
        KeptCrl other = KeptCrl.of(new SpeakingCrl(false));
        assertEquals(list, list);
        assertEquals(list, same);
        assertEquals(list.hashCode(), same.hashCode());
        assertNotEquals(list, other);
        assertNotEquals(list.hashCode(), other.hashCode());
        assertFalse(list.equals(new Object()));
    }
}
