package dev.assay.testvectors.intel;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform itself reads, to judge what was minted. */
final class X509 {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", Pattern.DOTALL);

    private X509() {}

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    static X509CRL crl(byte[] der) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    /** All certificates in PEM that are somewhere in the bytes. */
    static List<X509Certificate> chain(byte[] quote) throws CertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        Matcher matcher = PEM.matcher(new String(quote, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            chain.add(certificate(Base64.getMimeDecoder().decode(matcher.group(1))));
        }
        return chain;
    }

    static byte[] key(X509Certificate certificate) {
        return certificate.getPublicKey().getEncoded();
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] raw) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(raw);
    }
}
