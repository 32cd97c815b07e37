package dev.assay.verify;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.ECPoint;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * Elliptic curves by Bouncy Castle's lightweight interface. Its custom curves are several times faster than its generic
 * ones, and a key that is kept gains from tables that it builds with use.
 */
final class BouncyCastleSignatures extends Signatures {
    static final BouncyCastleSignatures INSTANCE = new BouncyCastleSignatures();

    private BouncyCastleSignatures() {}

    @Override
    String label() {
        return "Bouncy Castle";
    }

    @Override
    EcKey ecKey(EcCurve curve, ECPoint point) throws GeneralSecurityException {
        if (!curve.contains(point)) {
            throw new InvalidKeyException("the point is not on " + curve.standardName());
        }
        X9ECParameters named = CustomNamedCurves.getByName(curve.standardName());
        try {
            ECPublicKeyParameters key = new ECPublicKeyParameters(
                    named.getCurve().createPoint(point.getAffineX(), point.getAffineY()),
                    new ECDomainParameters(named));
            return new Key(curve, key);
        } catch (RuntimeException e) {
            throw new InvalidKeyException("not a public key on " + curve.standardName(), e);
        }
    }

    @Override
    Signature rsaPss() throws GeneralSecurityException {
        return Signature.getInstance("RSASSA-PSS");
    }

    private record Key(EcCurve curve, ECPublicKeyParameters key) implements EcKey {
        @Override
        public boolean verify(Bytes message, BigInteger r, BigInteger s) {
            try {
                MessageDigest digest = MessageDigest.getInstance(curve.digest());
                message.feed(digest);
                ECDSASigner signer = new ECDSASigner();
                signer.init(false, key);
                return signer.verifySignature(digest.digest(), r, s);
            } catch (NoSuchAlgorithmException | RuntimeException e) {
                return false;
            }
        }
    }
}
