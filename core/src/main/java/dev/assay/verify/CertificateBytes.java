package dev.assay.verify;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/** The bytes of a parsed certificate or revocation list, without the checked exceptions that a parsed one never throws. */
final class CertificateBytes {
    private CertificateBytes() {}

    static byte[] signedPart(X509Certificate certificate) {
        try {
            return certificate.getTBSCertificate();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
    }

    static byte[] signedPart(X509CRL crl) {
        try {
            return crl.getTBSCertList();
        } catch (CRLException e) {
            throw new IllegalStateException("a parsed list has its encoding", e);
        }
    }
}
