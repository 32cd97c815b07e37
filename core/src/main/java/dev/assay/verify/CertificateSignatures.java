package dev.assay.verify;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/** Signatures between AMD's certificates, each checked once for as long as it is remembered. */
final class CertificateSignatures {
    private final VerificationOptions options;

    CertificateSignatures(VerificationOptions options) {
        this.options = options;
    }

    /** Whether the issuer's key signed the subject's certificate, under {@link PssProfile}. */
    boolean signed(X509Certificate issuer, X509Certificate subject) {
        return options.memory()
                .check(
                        key("certificate", issuer.getPublicKey(), CertificateBytes.der(subject)),
                        () -> options.signatures()
                                .verifyRsaPss(
                                        issuer.getPublicKey(),
                                        CertificateBytes.signedPart(subject),
                                        subject.getSignature()));
    }

    /** Whether the issuer's key signed the revocation list, under {@link PssProfile}. */
    boolean signed(X509Certificate issuer, X509CRL crl) {
        try {
            byte[] signedPart = crl.getTBSCertList();
            return options.memory()
                    .check(
                            key("crl", issuer.getPublicKey(), Bytes.copyOf(crl.getEncoded())),
                            () -> options.signatures()
                                    .verifyRsaPss(issuer.getPublicKey(), signedPart, crl.getSignature()));
        } catch (CRLException e) {
            return false;
        }
    }

    /** The name under which a leaf's prepared key is remembered. */
    Bytes keyName(X509Certificate leaf) {
        return key("key", leaf.getPublicKey(), Bytes.empty());
    }

    /** The name of a fact: what was checked, by whom, with which key, over which bytes. */
    private Bytes key(String kind, PublicKey issuer, Bytes subject) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + '\n' + options.signatures().label() + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(Bytes.copyOf(issuer.getEncoded()).sha256().toArray());
            subject.feed(digest);
            return Bytes.copyOf(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
