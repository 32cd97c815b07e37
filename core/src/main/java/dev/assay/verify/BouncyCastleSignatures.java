package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.WNafUtil;

/**
 * Elliptic curves by Bouncy Castle's lightweight interface. Its custom curves are several times faster than its generic
 * ones, and a key that is kept gains from tables that it builds with use.
 *
 * <p>Each point carries its tables, and a lock around them that every use takes twice. So threads that verify at the same
 * time have points of their own, that of the curve's generator included: see {@link Spares}.
 */
final class BouncyCastleSignatures extends Signatures {
    static final BouncyCastleSignatures INSTANCE = new BouncyCastleSignatures();

    private final Domain p256 = new Domain(EcCurve.P256);
    private final Domain p384 = new Domain(EcCurve.P384);

    private BouncyCastleSignatures() {}

    @Override
    String label() {
        return "Bouncy Castle";
    }

    @Override
    EcKey ecKey(CurvePoint key) throws GeneralSecurityException {
        EcCurve curve = key.curve();
        try {
            return new Key(curve == EcCurve.P256 ? p256 : p384, key.point()).checked();
        } catch (RuntimeException e) {
            throw new InvalidKeyException("not a public key on " + curve.standardName(), e);
        }
    }

    @Override
    Signature rsaPss() throws GeneralSecurityException {
        return Signature.getInstance("RSASSA-PSS");
    }

    /** A curve with copies of its generator. Asked of Bouncy Castle when first needed, which takes its time. */
    private static final class Domain {
        private final EcCurve curve;
        private final Spares<ECDomainParameters> parameters = new Spares<>(this::make);

        Domain(EcCurve curve) {
            this.curve = curve;
        }

        private ECDomainParameters make() {
            X9ECParameters named = CustomNamedCurves.getByName(curve.standardName());
            ECPoint g = named.getG();
            ECPoint copy = named.getCurve()
                    .createPoint(
                            g.getAffineXCoord().toBigInteger(),
                            g.getAffineYCoord().toBigInteger());
            // Larger tables, as the curve's own generator has them: without, the first four checks by a key take
            // longer.
            WNafUtil.configureBasepoint(copy);
            return new ECDomainParameters(named.getCurve(), copy, named.getN(), named.getH());
        }
    }

    private static final class Key implements EcKey {
        private final Domain domain;
        private final java.security.spec.ECPoint point;
        private final Spares<ECPoint> points = new Spares<>(this::make);

        Key(Domain domain, java.security.spec.ECPoint point) {
            this.domain = domain;
            this.point = point;
        }

        private ECPoint make() {
            return domain.parameters.lend(parameters -> parameters.validatePublicPoint(
                    parameters.getCurve().createPoint(point.getAffineX(), point.getAffineY())));
        }

        /** Makes the first copy, so that what is no key is found out now. */
        Key checked() {
            return points.lend(copy -> this);
        }

        @Override
        public boolean verify(Bytes message, BigInteger r, BigInteger s) {
            try {
                MessageDigest digest = MessageDigest.getInstance(domain.curve.digest());
                message.feed(digest);
                byte[] hash = digest.digest();
                return domain.parameters.lend(parameters ->
                        points.lend(copy -> verify(new ECPublicKeyParameters(copy, parameters), hash, r, s)));
            } catch (NoSuchAlgorithmException | RuntimeException e) {
                return false;
            }
        }

        private static boolean verify(ECPublicKeyParameters key, byte[] hash, BigInteger r, BigInteger s) {
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, key);
            return signer.verifySignature(hash, r, s);
        }
    }
}
