package dev.assay.verify;

import dev.assay.model.Bytes;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/** The bytes of a parsed certificate, without the checked exceptions that a parsed one never throws. */
final class CertificateBytes {
    private CertificateBytes() {}

    static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
    }

    static byte[] signedPart(X509Certificate certificate) {
        try {
            return certificate.getTBSCertificate();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
    }
}
