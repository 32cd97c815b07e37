package dev.assay.benchmarks;

import dev.assay.benchmarks.Primitive.PreparedKey;
import dev.assay.benchmarks.Primitive.Signed;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
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
            return signed -> Primitive.bouncyCastle(signed, domain).check(signed);
        }
    },
    GENERIC_KEPT("generic curve, key kept, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            return Primitive.bouncyCastle(first, domain(SECNamedCurves.getByName(first.curve())));
        }
    },
    CUSTOM_NOTHING_KEPT("custom curve, key and generator new") {
        @Override
        PreparedKey prepare(Signed first) {
            return signed -> Primitive.bouncyCastle(signed, Primitive.ownGenerator(signed.curve(), false))
                    .check(signed);
        }
    },
    CUSTOM_NEW_SMALL_TABLES("custom curve, key new, generator kept, with tables as small as a key's") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = Primitive.ownGenerator(first.curve(), false);
            return signed -> Primitive.bouncyCastle(signed, domain).check(signed);
        }
    },
    CUSTOM_NEW("custom curve, key new, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = domain(CustomNamedCurves.getByName(first.curve()));
            return signed -> Primitive.bouncyCastle(signed, domain).check(signed);
        }
    },
    CUSTOM_SMALL_TABLES("custom curve, key kept, generator with tables as small as a key's") {
        @Override
        PreparedKey prepare(Signed first) {
            return Primitive.bouncyCastle(first, Primitive.ownGenerator(first.curve(), false));
        }
    },
    CUSTOM_SHARED("custom curve, key kept, the curve's generator") {
        @Override
        PreparedKey prepare(Signed first) {
            return Primitive.bouncyCastle(first);
        }
    },
    CUSTOM_OWN("custom curve, key kept, generator of its own with larger tables: the library's") {
        @Override
        PreparedKey prepare(Signed first) {
            return Primitive.bouncyCastleOfAThread(first);
        }
    },
    CUSTOM_LARGE_KEY_TABLES("the same, and larger tables for the key too") {
        @Override
        PreparedKey prepare(Signed first) {
            ECDomainParameters domain = Primitive.ownGenerator(first.curve(), true);
            ECPoint point = Primitive.point(first, domain);
            WNafUtil.configureBasepoint(point);
            return Primitive.bouncyCastle(new ECPublicKeyParameters(point, domain));
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
}
