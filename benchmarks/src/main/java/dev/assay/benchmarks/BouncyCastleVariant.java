package dev.assay.benchmarks;

import dev.assay.benchmarks.Primitive.PreparedKey;
import dev.assay.benchmarks.Primitive.Signed;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.WNafUtil;

/** The ways in which Bouncy Castle's interface lets a signature be checked. */
enum BouncyCastleVariant {
    /** What most programs do. */
    PROVIDER_NEW("its provider, key and signature object new") {
        @Override
        PreparedKey prepare(Signed first) {
            return signed -> provider(signed).check(signed);
        }
    },
    PROVIDER_KEPT("its provider, key and signature object kept") {
        @Override
        PreparedKey prepare(Signed first) throws GeneralSecurityException {
            return provider(first);
        }
    },
    GENERIC_NEW("generic curve, key new, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = domain(SECNamedCurves.getByName(first.curve()));
            return signed -> lightweight(signed, domain).check(signed);
        }
    },
    GENERIC_KEPT("generic curve, key kept, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            return lightweight(first, domain(SECNamedCurves.getByName(first.curve())));
        }
    },
    CUSTOM_NOTHING_KEPT("custom curve, key and generator new") {
        @Override
        PreparedKey prepare(Signed first) {
            return signed -> lightweight(signed, withGenerator(signed, false)).check(signed);
        }
    },
    CUSTOM_NEW_SMALL_TABLES("custom curve, key new, generator kept, with tables as small as a key's") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = withGenerator(first, false);
            return signed -> lightweight(signed, domain).check(signed);
        }
    },
    CUSTOM_NEW("custom curve, key new, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = domain(CustomNamedCurves.getByName(first.curve()));
            return signed -> lightweight(signed, domain).check(signed);
        }
    },
    CUSTOM_SMALL_TABLES("custom curve, key kept, generator with tables as small as a key's") {
        @Override
        PreparedKey prepare(Signed first) {
            return lightweight(first, withGenerator(first, false));
        }
    },
    CUSTOM_SHARED("custom curve, key kept, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            return lightweight(first, domain(CustomNamedCurves.getByName(first.curve())));
        }
    },
    CUSTOM_OWN("custom curve, key kept, generator of its own with larger tables: the library's") {
        @Override
        PreparedKey prepare(Signed first) {
            return lightweight(first, withGenerator(first, true));
        }
    },
    CUSTOM_LARGE_KEY_TABLES("the same, and larger tables for the key too") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = withGenerator(first, true);
            ECPoint point = point(first, domain);
            WNafUtil.configureBasepoint(point);
            return lightweight(new ECPublicKeyParameters(point, domain));
        }
    };

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final String label;

    BouncyCastleVariant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Prepares what this variant keeps. */
    abstract PreparedKey prepare(Signed first) throws GeneralSecurityException;

    private static PreparedKey provider(Signed first) throws GeneralSecurityException {
        return Primitive.provider(first, Optional.of(PROVIDER));
    }

    private static ECDomainParameters domain(X9ECParameters curve) {
        return new ECDomainParameters(curve);
    }

    /** With a generator that has none of the tables yet. */
    private static ECDomainParameters withGenerator(Signed first, boolean largeTables) {
        X9ECParameters curve = CustomNamedCurves.getByName(first.curve());
        ECPoint generator = curve.getCurve()
                .createPoint(
                        curve.getG().getAffineXCoord().toBigInteger(),
                        curve.getG().getAffineYCoord().toBigInteger());
        if (largeTables) {
            WNafUtil.configureBasepoint(generator);
        }
        return new ECDomainParameters(curve.getCurve(), generator, curve.getN(), curve.getH());
    }

    private static ECPoint point(Signed signed, ECDomainParameters domain) {
        return domain.getCurve()
                .createPoint(signed.key().getAffineX(), signed.key().getAffineY());
    }

    private static PreparedKey lightweight(Signed first, ECDomainParameters domain) {
        return lightweight(new ECPublicKeyParameters(point(first, domain), domain));
    }

    private static PreparedKey lightweight(ECPublicKeyParameters key) {
        return signed -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, key);
            return signer.verifySignature(hash(signed), signed.r(), signed.s());
        };
    }

    private static byte[] hash(Signed signed) throws GeneralSecurityException {
        return MessageDigest.getInstance(signed.digest()).digest(signed.message());
    }
}
