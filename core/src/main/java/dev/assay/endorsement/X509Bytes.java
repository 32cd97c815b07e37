package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** The bytes that certificates and revocation lists were read from. */
final class X509Bytes {
    private static final int LINE = 64;

    private X509Bytes() {}

    static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has its bytes", e);
        }
    }

    static Bytes der(X509CRL crl) {
        try {
            return Bytes.copyOf(crl.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("a revocation list that was read has its bytes", e);
        }
    }

    static Bytes pem(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(encoder.encodeToString(der(certificate).toArray()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Bytes.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
