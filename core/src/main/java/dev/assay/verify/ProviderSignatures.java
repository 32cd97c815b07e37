package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.jspecify.annotations.Nullable;

/** All algorithms by the platform's providers, or by one given provider. */
final class ProviderSignatures extends Signatures {
    static final ProviderSignatures PLATFORM = new ProviderSignatures(null);

    private static final String RSA_PSS = "RSASSA-PSS";

    private final @Nullable Provider provider;
    private final String label;

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
    EcKey ecKey(EcCurve curve, ECPoint point) throws GeneralSecurityException {
        if (!curve.contains(point)) {
            throw new InvalidKeyException("the point is not on " + curve.standardName());
        }
        try {
            KeyFactory factory =
                    provider == null ? KeyFactory.getInstance("EC") : KeyFactory.getInstance("EC", provider);
            return new Key(curve, factory.generatePublic(new ECPublicKeySpec(point, curve.parameters())));
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

    private Signature ecdsa(EcCurve curve) throws GeneralSecurityException {
        return provider == null
                ? Signature.getInstance(curve.rawSignatureAlgorithm())
                : Signature.getInstance(curve.rawSignatureAlgorithm(), provider);
    }

    private final class Key implements EcKey {
        private final EcCurve curve;
        private final PublicKey key;

        Key(EcCurve curve, PublicKey key) {
            this.curve = curve;
            this.key = key;
        }

        @Override
        public boolean verify(Bytes message, BigInteger r, BigInteger s) {
            try {
                Signature check = ecdsa(curve);
                check.initVerify(key);
                check.update(message.asByteBuffer());
                return check.verify(raw(r, s));
            } catch (GeneralSecurityException | RuntimeException e) {
                return false;
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
