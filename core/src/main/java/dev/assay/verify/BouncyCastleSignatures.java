package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Elliptic curves by Bouncy Castle's lightweight interface. Its custom curves are several times faster than its generic
 * ones, and a key that is kept gains from tables that it builds with use.
 *
 * <p>Each point carries its tables, and a lock around them that every use takes twice. So threads that verify at the same
 * time have points of their own, that of the curve's generator included: see {@link Spares}.
 */
final class BouncyCastleSignatures extends Signatures {
    static final BouncyCastleSignatures INSTANCE = new BouncyCastleSignatures();

    private final Map<EcCurve, Domain> domains = new EnumMap<>(EcCurve.class);

    private BouncyCastleSignatures() {
        for (EcCurve curve : EcCurve.values()) {
            domains.put(curve, new Domain(curve));
        }
    }

    @Override
    String label() {
        return "Bouncy Castle";
    }

    @Override
    EcKey ecKey(EcCurve curve, java.security.spec.ECPoint point) throws GeneralSecurityException {
        if (!curve.contains(point)) {
            throw new InvalidKeyException("the point is not on " + curve.standardName());
        }
        try {
            return new Key(domains.get(curve), point);
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
            return new ECDomainParameters(
                    named.getCurve(),
                    named.getCurve()
                            .createPoint(
                                    g.getAffineXCoord().toBigInteger(),
                                    g.getAffineYCoord().toBigInteger()),
                    named.getN(),
                    named.getH());
        }
    }

    private static final class Key implements EcKey {
        private final Domain domain;
        private final java.security.spec.ECPoint point;
        private final Spares<ECPoint> points = new Spares<>(this::make);

        Key(Domain domain, java.security.spec.ECPoint point) {
            this.domain = domain;
            this.point = point;
            points.give(make());
        }

        private ECPoint make() {
            ECDomainParameters parameters = domain.parameters.take();
            ECPoint made = parameters.getCurve().createPoint(point.getAffineX(), point.getAffineY());
            ECPoint valid = parameters.validatePublicPoint(made);
            domain.parameters.give(parameters);
            return valid;
        }

        @Override
        public boolean verify(Bytes message, BigInteger r, BigInteger s) {
            try {
                MessageDigest digest = MessageDigest.getInstance(domain.curve.digest());
                message.feed(digest);
                return verify(digest.digest(), r, s);
            } catch (NoSuchAlgorithmException | RuntimeException e) {
                return false;
            }
        }

        private boolean verify(byte[] digest, BigInteger r, BigInteger s) {
            ECDomainParameters parameters = domain.parameters.take();
            ECPoint q = points.take();
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, new ECPublicKeyParameters(q, parameters));
            boolean good = signer.verifySignature(digest, r, s);
            points.give(q);
            domain.parameters.give(parameters);
            return good;
        }
    }
}
