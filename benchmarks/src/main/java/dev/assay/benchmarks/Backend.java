package dev.assay.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.assay.verify.Signatures;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.spec.ECPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The implementations of the signature algorithms that are compared. */
public enum Backend {
    /** The library's default. */
    BOUNCY_CASTLE {
        @Override
        Signatures signatures() {
            return Signatures.bouncyCastle();
        }

        @Override
        Primitive.PreparedKey prepare(Primitive.Signed first) {
            return Primitive.bouncyCastle(first);
        }

        @Override
        Primitive.PreparedKey prepareForOneThread(Primitive.Signed first) {
            return Primitive.bouncyCastleOfAThread(first);
        }
    },
    /** What the Java platform brings along. */
    PLATFORM {
        @Override
        Signatures signatures() {
            return Signatures.platform();
        }
    },
    /** Amazon's provider, which a service may add; it runs native code on Linux and macOS. */
    CORRETTO {
        @Override
        Signatures signatures() {
            return Signatures.provider(AmazonCorrettoCryptoProvider.INSTANCE);
        }

        @Override
        Optional<Provider> provider() {
            return Optional.of(AmazonCorrettoCryptoProvider.INSTANCE);
        }
    };

    /** Those that run here; who is left out is named on standard error, once. */
    static List<Backend> available() {
        return Available.ALL;
    }

    /** Found out when somebody asks first: it loads native code. */
    private static final class Available {
        static final List<Backend> ALL = all();

        private static List<Backend> all() {
            Throwable missing = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
            if (missing == null) {
                return List.of(values());
            }
            System.err.println("skipped CORRETTO: " + missing);
            return List.of(BOUNCY_CASTLE, PLATFORM);
        }
    }

    abstract Signatures signatures();

    /** The provider that is asked for everything, if not the platform. */
    Optional<Provider> provider() {
        return Optional.empty();
    }

    /** Prepares the key of a signature. */
    Primitive.PreparedKey prepare(Primitive.Signed first) throws GeneralSecurityException {
        return Primitive.provider(first, provider());
    }

    /** The same for one of several threads, with nothing that another uses too. */
    Primitive.PreparedKey prepareForOneThread(Primitive.Signed first) throws GeneralSecurityException {
        return prepare(first);
    }

    /** A check with a key that is kept. */
    Primitive primitive(Primitive.Signed signed) throws GeneralSecurityException {
        Primitive.PreparedKey key = prepare(signed);
        return () -> key.check(signed);
    }

    /** The same check for one of several threads. */
    Primitive primitiveForOneThread(Primitive.Signed signed) throws GeneralSecurityException {
        Primitive.PreparedKey key = prepareForOneThread(signed);
        return () -> key.check(signed);
    }

    /** Checks with keys that were never seen, each prepared once. */
    Primitive withNewKeys(List<Primitive.Signed> all) {
        return () -> {
            Map<ECPoint, Primitive.PreparedKey> keys = new HashMap<>();
            for (Primitive.Signed signed : all) {
                Primitive.PreparedKey key = keys.get(signed.key());
                if (key == null) {
                    key = prepare(signed);
                    keys.put(signed.key(), key);
                }
                if (!key.check(signed)) {
                    return false;
                }
            }
            return true;
        };
    }
}
