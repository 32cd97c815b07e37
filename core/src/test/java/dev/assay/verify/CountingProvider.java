package dev.assay.verify;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform's ECDSA, counted. */
final class CountingProvider extends Provider {
    private static final long serialVersionUID = 1L;

    private final transient AtomicInteger checks = new AtomicInteger();
    private final transient AtomicBoolean down = new AtomicBoolean();

    CountingProvider() {
        super("Counting", "1", "counts signature checks");
        for (EcCurve curve : EcCurve.values()) {
            putService(new Service(this, "Signature", curve.rawSignatureAlgorithm(), "none", List.of(), Map.of()) {
                @Override
                public Object newInstance(Object parameter) {
                    return new CountedSignature(curve.rawSignatureAlgorithm());
                }
            });
        }
        putService(new Service(this, "KeyFactory", "EC", "none", List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
                return new PlatformKeys();
            }
        });
    }

    /** From now on, every check is refused by a hardware that does not answer. */
    void down(boolean now) {
        down.set(now);
    }

    int checks() {
        return checks.get();
    }

    private final class CountedSignature extends SignatureSpi {
        private final Signature platform;

        CountedSignature(String algorithm) {
            try {
                platform = Signature.getInstance(algorithm);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            platform.initVerify(key);
        }

        @Override
        protected void engineUpdate(byte value) throws SignatureException {
            platform.update(value);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            platform.update(bytes, offset, length);
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            checks.incrementAndGet();
            if (down.get()) {
                throw new SignatureException("no session is free");
            }
            return platform.verify(signature);
        }

        @Override
        protected void engineInitSign(PrivateKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineSign() {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class PlatformKeys extends KeyFactorySpi {
        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            try {
                return KeyFactory.getInstance("EC").generatePublic(spec);
            } catch (GeneralSecurityException e) {
                throw new InvalidKeySpecException(e);
            }
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Key engineTranslateKey(Key key) {
            throw new UnsupportedOperationException();
        }
    }
}
