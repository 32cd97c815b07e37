package dev.assay.verify;

import dev.assay.model.Bytes;
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
                        name("certificate", issuer, CertificateFact.of(subject).fingerprint()),
                        () -> options.signatures()
                                .verifyRsaPss(
                                        issuer.getPublicKey(),
                                        CertificateBytes.signedPart(subject),
                                        subject.getSignature()));
    }

    /** Whether the issuer's key signed the revocation list, under {@link PssProfile}. */
    boolean signed(X509Certificate issuer, X509CRL crl) {
        return options.memory()
                .check(
                        name("crl", issuer, CrlTraits.of(crl).fingerprint()),
                        () -> options.signatures()
                                .verifyRsaPss(
                                        issuer.getPublicKey(), CertificateBytes.signedPart(crl), crl.getSignature()));
    }

    /** The name under which a leaf's prepared key is remembered. */
    FactName keyName(X509Certificate leaf) {
        return name("key", leaf, Bytes.empty());
    }

    private FactName name(String kind, X509Certificate issuer, Bytes subject) {
        return new FactName(
                kind, options.signatures().label(), CertificateFact.of(issuer).keyFingerprint(), subject);
    }
}
