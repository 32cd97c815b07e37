package dev.assay.benchmarks;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.WNafUtil;

/** One signature check as the providers offer it, written without the library: what bounds a verification. */
interface Primitive {
    /** Checks once. */
    boolean run() throws GeneralSecurityException;

    /** What a signature is over, by whom. */
    final class Signed {
        private final String curve;
        private final String digest;
        private final byte[] message;
        private final BigInteger r;
        private final BigInteger s;
        private final java.security.spec.ECPoint key;

        Signed(
                String curve,
                String digest,
                byte[] message,
                BigInteger r,
                BigInteger s,
                java.security.spec.ECPoint key) {
            this.curve = curve;
            this.digest = digest;
            this.message = message;
            this.r = r;
            this.s = s;
            this.key = key;
        }

        String curve() {
            return curve;
        }

        String digest() {
            return digest;
        }

        byte[] message() {
            return message;
        }

        BigInteger r() {
            return r;
        }

        BigInteger s() {
            return s;
        }

        java.security.spec.ECPoint key() {
            return key;
        }

        int size() {
            return curve.equals("secp384r1") ? 48 : 32;
        }

        byte[] raw() {
            byte[] raw = new byte[2 * size()];
            put(r, raw, size());
            put(s, raw, raw.length);
            return raw;
        }
    }

    /** A public key, ready for any number of checks by one thread. */
    interface PreparedKey {
        /** Checks a signature by this key. */
        boolean check(Signed signed) throws GeneralSecurityException;
    }

    /** By Bouncy Castle's lightweight interface, which fills tables of a key's multiples as the key is used. */
    static PreparedKey bouncyCastle(Signed first) {
        return bouncyCastle(first, new ECDomainParameters(CustomNamedCurves.getByName(first.curve())));
    }

    /** The same with a generator of its own: the tables of the curve's are behind a lock that threads wait for. */
    static PreparedKey bouncyCastleOfAThread(Signed first) {
        return bouncyCastle(first, ownGenerator(first.curve(), true));
    }

    /** A curve with a generator that has no tables yet, but for the larger ones if they are asked for. */
    static ECDomainParameters ownGenerator(String name, boolean largeTables) {
        X9ECParameters curve = CustomNamedCurves.getByName(name);
        ECPoint generator = curve.getCurve()
                .createPoint(
                        curve.getG().getAffineXCoord().toBigInteger(),
                        curve.getG().getAffineYCoord().toBigInteger());
        if (largeTables) {
            WNafUtil.configureBasepoint(generator);
        }
        return new ECDomainParameters(curve.getCurve(), generator, curve.getN(), curve.getH());
    }

    /** A signer's key on a curve. */
    static ECPoint point(Signed first, ECDomainParameters domain) {
        return domain.getCurve()
                .createPoint(first.key().getAffineX(), first.key().getAffineY());
    }

    /** By Bouncy Castle's lightweight interface, on a curve that is given. */
    static PreparedKey bouncyCastle(Signed first, ECDomainParameters domain) {
        return bouncyCastle(new ECPublicKeyParameters(point(first, domain), domain));
    }

    /** The same with a key that is prepared. */
    static PreparedKey bouncyCastle(ECPublicKeyParameters key) {
        return signed -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, key);
            byte[] hash = MessageDigest.getInstance(signed.digest()).digest(signed.message());
            return signer.verifySignature(hash, signed.r(), signed.s());
        };
    }

    /** By a provider or, without one, by the platform. */
    static PreparedKey provider(Signed first, Optional<Provider> provider) throws GeneralSecurityException {
        KeyFactory factory =
                provider.isPresent() ? KeyFactory.getInstance("EC", provider.get()) : KeyFactory.getInstance("EC");
        PublicKey key = factory.generatePublic(new ECPublicKeySpec(first.key(), parameters(first.curve())));
        String algorithm = first.digest().replace("-", "") + "withECDSAinP1363Format";
        Signature check = provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
        return signed -> {
            check.initVerify(key);
            check.update(signed.message());
            return check.verify(signed.raw());
        };
    }

    /** RSASSA-PSS as AMD uses it. */
    static Primitive rsaPss(PublicKey key, byte[] message, byte[] signature, Optional<Provider> provider) {
        PSSParameterSpec pss = new PSSParameterSpec(
                "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, PSSParameterSpec.TRAILER_FIELD_BC);
        return () -> {
            Signature check = provider.isPresent()
                    ? Signature.getInstance("RSASSA-PSS", provider.get())
                    : Signature.getInstance("RSASSA-PSS");
            check.setParameter(pss);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        };
    }

    private static ECParameterSpec parameters(String curve) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static void put(BigInteger value, byte[] target, int end) {
        byte[] magnitude = value.toByteArray();
        int skip = magnitude[0] == 0 ? 1 : 0;
        System.arraycopy(magnitude, skip, target, end - magnitude.length + skip, magnitude.length - skip);
    }

    /** The point of a key. */
    static java.security.spec.ECPoint point(PublicKey key) {
        return ((ECPublicKey) key).getW();
    }
}
