package dev.assay.verify;

import dev.assay.endorsement.SignedBody;
import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECPoint;
import java.util.Optional;

/**
 * Signatures in Intel's hierarchy, all of them ECDSA with P-256 and SHA-256. Each is checked once for as long as it is
 * remembered, but for those over quotes, of which no two are the same.
 */
final class P256Signatures {
    private static final EcCurve CURVE = EcCurve.P256;

    private final VerificationOptions options;

    P256Signatures(VerificationOptions options) {
        this.options = options;
    }

    /** The point of a certificate's key, if it is a key on this curve. */
    static Optional<CurvePoint> point(X509Certificate certificate) {
        return CertificateTraits.of(certificate).p256();
    }

    /**
     * Whether the issuer's key signed the subject's certificate. That a root signed itself is a fact about this one
     * certificate, and kept with it: an anchor is checked once.
     */
    boolean certificate(X509Certificate issuer, X509Certificate subject) {
        return issuer.equals(subject)
                ? Facts.hold(subject, new SelfSigned(options.signatures().label()), own -> signed(own, own))
                : signed(issuer, subject);
    }

    private boolean signed(X509Certificate issuer, X509Certificate subject) {
        return remembered(
                "p256 certificate",
                issuer,
                CertificateFact.of(subject).fingerprint(),
                () -> EcdsaSignature.ofDer(Bytes.copyOf(subject.getSignature()))
                        .filter(signature ->
                                verify(issuer, Bytes.copyOf(CertificateBytes.signedPart(subject)), signature))
                        .isPresent());
    }

    /** Whether the issuer's key signed the revocation list. */
    boolean crl(X509Certificate issuer, X509CRL crl) {
        return remembered(
                "p256 crl",
                issuer,
                CrlTraits.of(crl).fingerprint(),
                () -> EcdsaSignature.ofDer(Bytes.copyOf(crl.getSignature()))
                        .filter(signature -> verify(issuer, Bytes.copyOf(CertificateBytes.signedPart(crl)), signature))
                        .isPresent());
    }

    /**
     * Whether the signer's key signed a document: its bytes as given or, at a second try, without the white space that
     * somebody may have added. Nothing is ever reordered or written anew. A known one is found by its signature, and compared.
     */
    boolean document(X509Certificate signer, SignedBody body) {
        FactName name = name("p256 document", CertificateFact.of(signer).keyFingerprint(), body.signature());
        if (options.memory().holds(name, body)) {
            return true;
        }
        EcdsaSignature signature = EcdsaSignature.ofRaw(body.signature());
        boolean good = verify(signer, body.bytes(), signature)
                || (body.compact().length() < body.bytes().length() && verify(signer, body.compact(), signature));
        if (good) {
            options.memory().keepRead(name, body);
        }
        return good;
    }

    /** Whether the key of a PCK certificate signed a QE report. A known one is found by its signature, and compared. */
    boolean qeReport(X509Certificate pck, Bytes report, Bytes signature) {
        FactName name = name("p256 report", CertificateFact.of(pck).keyFingerprint(), signature);
        if (options.memory().holds(name, report)) {
            return true;
        }
        boolean good = verify(pck, report, EcdsaSignature.ofRaw(signature));
        if (good) {
            options.memory().keepRead(name, report.alone());
        }
        return good;
    }

    /**
     * Whether a raw key signed some bytes. Only the key is remembered.
     *
     * @throws GeneralSecurityException if the key is not a point on the curve
     */
    boolean quote(Bytes rawKey, Bytes message, EcdsaSignature signature) throws GeneralSecurityException {
        if (!inRange(signature)) {
            return false;
        }
        return options.memory()
                .key(
                        name("p256 raw key", rawKey, Bytes.empty()),
                        () -> options.signatures().ecKey(CURVE, point(rawKey)))
                .verify(message, signature.r(), signature.s());
    }

    private static ECPoint point(Bytes rawKey) {
        return new ECPoint(
                rawKey.slice(0, CURVE.size()).unsigned(),
                rawKey.from(CURVE.size()).unsigned());
    }

    static boolean inRange(EcdsaSignature signature) {
        return CURVE.inRange(signature.r(), signature.s());
    }

    private boolean verify(X509Certificate signer, Bytes message, EcdsaSignature signature) {
        Optional<CurvePoint> point = point(signer);
        if (point.isEmpty() || !inRange(signature)) {
            return false;
        }
        try {
            return options.memory()
                    .key(
                            name("p256 key", CertificateFact.of(signer).keyFingerprint(), Bytes.empty()),
                            () -> options.signatures().ecKey(point.get()))
                    .verify(message, signature.r(), signature.s());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean remembered(String kind, X509Certificate signer, Bytes subject, SignatureMemory.Check check) {
        return point(signer).isPresent()
                && options.memory().check(name(kind, CertificateFact.of(signer).keyFingerprint(), subject), check);
    }

    /** Conclusions of one implementation are not used by another. */
    private record SelfSigned(String backend) {
        /** As a record does by itself, but without code that the platform has to generate for the first one. */
        @Override
        public int hashCode() {
            return backend.hashCode();
        }
    }

    private FactName name(String kind, Bytes key, Bytes subject) {
        return new FactName(kind, options.signatures().label(), key, subject);
    }
}
