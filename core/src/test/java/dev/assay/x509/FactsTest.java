package dev.assay.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.endorsement.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kept certificate is the certificate, and does its work once. */
class FactsTest {
    private final AtomicInteger runs = new AtomicInteger();

    static Stream<X509Certificate> certificates() {
        return Stream.concat(
                TrustAnchors.embedded().certificates().stream(), TrustAnchors.embeddedAmdIntermediates().stream());
    }

    private static X509Certificate plain(X509Certificate certificate) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void aKeptCertificateAnswersLikeThePlainOne(X509Certificate kept) throws Exception {
        X509Certificate plain = plain(kept);
        assertEquals(plain, kept);
        assertEquals(kept, plain);
        assertEquals(kept, KeptCertificate.of(plain));
        assertEquals(plain.hashCode(), kept.hashCode());
        assertArrayEquals(plain.getEncoded(), kept.getEncoded());
        assertArrayEquals(plain.getTBSCertificate(), kept.getTBSCertificate());
        assertArrayEquals(plain.getSignature(), kept.getSignature());
        assertArrayEquals(plain.getKeyUsage(), kept.getKeyUsage());
        assertEquals(plain.getSubjectX500Principal(), kept.getSubjectX500Principal());
        assertEquals(plain.getIssuerX500Principal(), kept.getIssuerX500Principal());
        assertEquals(plain.getSerialNumber(), kept.getSerialNumber());
        assertEquals(plain.getBasicConstraints(), kept.getBasicConstraints());
        assertEquals(plain.getPublicKey(), kept.getPublicKey());
        assertEquals(plain.getNotBefore(), kept.getNotBefore());
        assertEquals(plain.getNotAfter(), kept.getNotAfter());
        assertEquals(plain.getCriticalExtensionOIDs(), kept.getCriticalExtensionOIDs());
        assertEquals(plain.getNonCriticalExtensionOIDs(), kept.getNonCriticalExtensionOIDs());
        assertEquals(plain.toString(), kept.toString());
    }

    @Test
    void whatACallerWritesIntoAnArrayStaysWithTheCaller() throws Exception {
        X509Certificate kept = certificates().findFirst().orElseThrow();
        byte[] encoded = kept.getEncoded();
        encoded[0] ^= 1;
        kept.getKeyUsage()[0] ^= true;
        assertEquals(plain(kept), kept);
        assertArrayEquals(plain(kept).getKeyUsage(), kept.getKeyUsage());
    }

    @Test
    void differentCertificatesDiffer() {
        List<X509Certificate> all = certificates().toList();
        assertEquals(all.size(), all.stream().distinct().count());
        assertNotEquals(all.get(0), all.get(1));
    }

    @Test
    void workIsDoneOnceForEachCertificateAndName() throws Exception {
        X509Certificate plain = plain(certificates().findFirst().orElseThrow());
        X509Certificate kept = KeptCertificate.of(plain);
        assertSame(Facts.of(kept, Object.class, this::work), Facts.of(kept, Object.class, this::work));
        assertEquals(1, runs.get());
        assertNotSame(Facts.of(kept, "another", Object.class, this::work), Facts.of(kept, Object.class, this::work));
        assertEquals(2, runs.get());
        assertNotSame(
                Facts.of(KeptCertificate.of(plain), Object.class, this::work),
                Facts.of(kept, Object.class, this::work));
        assertEquals(3, runs.get());
        assertNotSame(Facts.of(plain, Object.class, this::work), Facts.of(plain, Object.class, this::work));
        assertEquals(5, runs.get());
    }

    private Object work(X509Certificate certificate) {
        runs.incrementAndGet();
        return new Object();
    }
}
