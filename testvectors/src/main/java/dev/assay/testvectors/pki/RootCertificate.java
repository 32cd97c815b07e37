package dev.assay.testvectors.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** A root certificate in the forms in which verifiers and policies take it. */
public final class RootCertificate {
    private RootCertificate() {}

    /**
     * The certificate as the platform's own parser reads it.
     *
     * @param der the certificate
     * @return the same, parsed
     * @throws IllegalArgumentException if it is none that the platform can read
     */
    public static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate that the platform can read", e);
        }
    }

    /**
     * The digest of its public key, by which policies name anchors.
     *
     * @param der the certificate
     * @return SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if it is none that the platform can read
     */
    public static String keyDigest(byte[] der) {
        return HexFormat.of().formatHex(Hash.SHA256.of(parse(der).getPublicKey().getEncoded()));
    }
}
