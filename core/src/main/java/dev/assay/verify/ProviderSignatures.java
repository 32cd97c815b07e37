package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECPublicKeySpec;
import org.jspecify.annotations.Nullable;

/** All algorithms by the platform's providers, or by one given provider. */
final class ProviderSignatures extends Signatures {
    static final ProviderSignatures PLATFORM = new ProviderSignatures(null);

    private static final String RSA_PSS = "RSASSA-PSS";

    private final @Nullable Provider provider;
    private final String label;

    /** To find an implementation anew costs as much as a hundredth of a check. Each use starts by setting the key. */
    private final Spares<Signature> p256 = new Spares<>(() -> ecdsa(EcCurve.P256));

    private final Spares<Signature> p384 = new Spares<>(() -> ecdsa(EcCurve.P384));

    private ProviderSignatures(@Nullable Provider provider) {
        this.provider = provider;
        this.label = provider == null ? "platform" : "provider " + provider.getName() + " " + provider.getVersionStr();
    }

    static ProviderSignatures of(Provider provider) {
        for (EcCurve curve : EcCurve.values()) {
            if (provider.getService("Signature", curve.rawSignatureAlgorithm()) == null) {
                throw new IllegalArgumentException(
                        "provider " + provider.getName() + " lacks " + curve.rawSignatureAlgorithm());
            }
        }
        return new ProviderSignatures(provider);
    }

    @Override
    String label() {
        return label;
    }

    @Override
    EcKey ecKey(CurvePoint key) throws GeneralSecurityException {
        EcCurve curve = key.curve();
        try {
            KeyFactory factory =
                    provider == null ? KeyFactory.getInstance("EC") : KeyFactory.getInstance("EC", provider);
            return new Key(
                    curve,
                    curve == EcCurve.P256 ? p256 : p384,
                    factory.generatePublic(new ECPublicKeySpec(key.point(), curve.parameters())));
        } catch (RuntimeException e) {
            throw new InvalidKeyException("not a public key on " + curve.standardName(), e);
        }
    }

    @Override
    Signature rsaPss() throws GeneralSecurityException {
        return provider == null || provider.getService("Signature", RSA_PSS) == null
                ? Signature.getInstance(RSA_PSS)
                : Signature.getInstance(RSA_PSS, provider);
    }

    private Signature ecdsa(EcCurve curve) {
        try {
            return provider == null
                    ? Signature.getInstance(curve.rawSignatureAlgorithm())
                    : Signature.getInstance(curve.rawSignatureAlgorithm(), provider);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no provider has " + curve.rawSignatureAlgorithm(), e);
        }
    }

    private static final class Key implements EcKey {
        private final EcCurve curve;
        private final Spares<Signature> checks;
        private final PublicKey key;

        Key(EcCurve curve, Spares<Signature> checks, PublicKey key) {
            this.curve = curve;
            this.checks = checks;
            this.key = key;
        }

        @Override
        public boolean verify(Bytes message, BigInteger r, BigInteger s) {
            try {
                byte[] raw = raw(r, s);
                return checks.lend(check -> verify(check, message, raw));
            } catch (RuntimeException e) {
                return false;
            }
        }

        /** Whatever goes wrong leaves by an exception, so that the object it went wrong in is not used again. */
        private boolean verify(Signature check, Bytes message, byte[] raw) {
            try {
                check.initVerify(key);
                message.feed(check);
                return check.verify(raw);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not a signature that can be checked", e);
            }
        }

        /** Both integers in exactly the curve's size: some providers take other lengths, with surprising results. */
        private byte[] raw(BigInteger r, BigInteger s) {
            byte[] raw = new byte[2 * curve.size()];
            put(r, raw, 0);
            put(s, raw, curve.size());
            return raw;
        }

        private void put(BigInteger value, byte[] target, int start) {
            byte[] magnitude = value.toByteArray();
            int skip = Math.max(0, magnitude.length - curve.size());
            int count = magnitude.length - skip;
            System.arraycopy(magnitude, skip, target, start + curve.size() - count, count);
        }
    }
}
