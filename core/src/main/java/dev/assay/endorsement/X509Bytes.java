package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** The bytes that certificates and revocation lists were read from. */
final class X509Bytes {
    private static final int LINE = 64;

    private X509Bytes() {}

    static Bytes pem(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(encoder.encodeToString(Facts.der(certificate).toArray()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Bytes.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
