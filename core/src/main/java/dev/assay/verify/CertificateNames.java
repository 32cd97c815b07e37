package dev.assay.verify;

import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.security.cert.X509Certificate;

/**
 * The names in a certificate as bytes, for issuers that write a name in one way only. Worked out once for each
 * certificate object.
 *
 * @param subject the DER of the subject
 * @param issuer the DER of the issuer
 */
record CertificateNames(Bytes subject, Bytes issuer) {
    static CertificateNames of(X509Certificate certificate) {
        return Facts.of(certificate, CertificateNames.class, CertificateNames::read);
    }

    private static CertificateNames read(X509Certificate certificate) {
        return new CertificateNames(
                Bytes.copyOf(certificate.getSubjectX500Principal().getEncoded()),
                Bytes.copyOf(certificate.getIssuerX500Principal().getEncoded()));
    }
}
