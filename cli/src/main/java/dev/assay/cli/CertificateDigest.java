package dev.assay.cli;

import dev.assay.model.Bytes;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/** The name by which people compare certificates. */
final class CertificateDigest {
    private CertificateDigest() {}

    /** SHA-256 of the certificate's DER, 32 bytes. */
    static Bytes of(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded()).sha256();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
