package dev.assay.verify;

import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.math.BigInteger;
import java.security.cert.X509Certificate;

/**
 * A certificate that a conclusion rests on.
 *
 * @param subject its distinguished name
 * @param serial its serial number; that of every VCEK is 0
 * @param fingerprint SHA-256 of its DER, 32 bytes. VCEKs are issued anew at every request, so this does not identify a
 *     chip
 * @param keyFingerprint SHA-256 of its SubjectPublicKeyInfo, 32 bytes, the same for every certificate of the key
 * @param window its validity
 */
public record CertificateFact(
        String subject, BigInteger serial, Bytes fingerprint, Bytes keyFingerprint, ValidityWindow window) {
    /** Worked out once for each certificate object. */
    static CertificateFact of(X509Certificate certificate) {
        return Facts.of(certificate, CertificateFact.class, CertificateFact::read);
    }

    private static CertificateFact read(X509Certificate certificate) {
        return new CertificateFact(
                certificate.getSubjectX500Principal().getName(),
                certificate.getSerialNumber(),
                Facts.der(certificate).sha256(),
                Bytes.copyOf(certificate.getPublicKey().getEncoded()).sha256(),
                new ValidityWindow(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
    }

    static ValidityWindow window(X509Certificate certificate) {
        return of(certificate).window();
    }
}
