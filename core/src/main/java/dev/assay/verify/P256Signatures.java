package dev.assay.verify;

import dev.assay.endorsement.SignedBody;
import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
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
    static Optional<ECPoint> point(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof ECPublicKey key
                        && CURVE.hasParameters(key.getParams())
                        && CURVE.contains(key.getW())
                ? Optional.of(key.getW())
                : Optional.empty();
    }

    /** Whether the issuer's key signed the subject's certificate. */
    boolean certificate(X509Certificate issuer, X509Certificate subject) {
        return remembered(
                "p256 certificate",
                issuer,
                CertificateBytes.der(subject),
                () -> EcdsaSignature.ofDer(Bytes.copyOf(subject.getSignature()))
                        .filter(signature ->
                                verify(issuer, Bytes.copyOf(CertificateBytes.signedPart(subject)), signature))
                        .isPresent());
    }

    /** Whether the issuer's key signed the revocation list. */
    boolean crl(X509Certificate issuer, X509CRL crl) {
        try {
            Bytes signedPart = Bytes.copyOf(crl.getTBSCertList());
            return remembered(
                    "p256 crl",
                    issuer,
                    Bytes.copyOf(crl.getEncoded()),
                    () -> EcdsaSignature.ofDer(Bytes.copyOf(crl.getSignature()))
                            .filter(signature -> verify(issuer, signedPart, signature))
                            .isPresent());
        } catch (CRLException e) {
            return false;
        }
    }

    /**
     * Whether the signer's key signed a document: its bytes as given or, at a second try, without the white space that
     * somebody may have added. Nothing is ever reordered or written anew.
     */
    boolean document(X509Certificate signer, SignedBody body) {
        if (signed("p256 document", signer, body.bytes(), body.signature())) {
            return true;
        }
        return !body.compact().equals(body.bytes())
                && signed("p256 document", signer, body.compact(), body.signature());
    }

    /** Whether the key of a PCK certificate signed a QE report. */
    boolean qeReport(X509Certificate pck, Bytes report, Bytes signature) {
        return signed("p256 report", pck, report, signature);
    }

    /**
     * Whether a raw key signed some bytes. Only the key is remembered.
     *
     * @throws GeneralSecurityException if the key is not a point on the curve
     */
    boolean quote(Bytes rawKey, Bytes message, EcdsaSignature signature) throws GeneralSecurityException {
        ECPoint point = new ECPoint(
                new BigInteger(1, rawKey.slice(0, CURVE.size()).toArray()),
                new BigInteger(1, rawKey.from(CURVE.size()).toArray()));
        return inRange(signature) && key(point).verify(message, signature.r(), signature.s());
    }

    static boolean inRange(EcdsaSignature signature) {
        return CURVE.inRange(signature.r(), signature.s());
    }

    private boolean signed(String kind, X509Certificate signer, Bytes message, Bytes raw) {
        MessageParts parts = new MessageParts(message, raw);
        return remembered(kind, signer, parts.joined(), () -> verify(signer, message, EcdsaSignature.ofRaw(raw)));
    }

    private boolean verify(X509Certificate signer, Bytes message, EcdsaSignature signature) {
        Optional<ECPoint> point = point(signer);
        if (point.isEmpty() || !inRange(signature)) {
            return false;
        }
        try {
            return key(point.get()).verify(message, signature.r(), signature.s());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private EcKey key(ECPoint point) throws GeneralSecurityException {
        return options.memory()
                .key(
                        name("p256 key", point, Bytes.empty()),
                        () -> options.signatures().ecKey(CURVE, point));
    }

    private boolean remembered(String kind, X509Certificate signer, Bytes subject, SignatureMemory.Check check) {
        Optional<ECPoint> point = point(signer);
        return point.isPresent() && options.memory().check(name(kind, point.get(), subject), check);
    }

    /** The name of a fact: what was checked, by whom, with which key, over which bytes. */
    private Bytes name(String kind, ECPoint key, Bytes subject) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = kind
                    + '\n'
                    + options.signatures().label()
                    + '\n'
                    + key.getAffineX().toString(16)
                    + '\n'
                    + key.getAffineY().toString(16)
                    + '\n';
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            subject.feed(digest);
            return Bytes.copyOf(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A signature of fixed size in front of what it signs, so that the two together are one unambiguous name. */
    private record MessageParts(Bytes message, Bytes signature) {
        Bytes joined() {
            byte[] all = new byte[signature.length() + message.length()];
            System.arraycopy(signature.toArray(), 0, all, 0, signature.length());
            System.arraycopy(message.toArray(), 0, all, signature.length(), message.length());
            return Bytes.copyOf(all);
        }
    }
}
