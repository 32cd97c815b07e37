package dev.assay.verify;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.InvalidParameterSpecException;

/** The curves that the vendors sign on, each with the digest that goes with it. */
enum EcCurve {
    P256("secp256r1", "SHA-256", "SHA256withECDSAinP1363Format", 32),
    P384("secp384r1", "SHA-384", "SHA384withECDSAinP1363Format", 48);

    private final String standardName;
    private final String digest;
    private final String rawSignatureAlgorithm;
    private final int size;

    EcCurve(String standardName, String digest, String rawSignatureAlgorithm, int size) {
        this.standardName = standardName;
        this.digest = digest;
        this.rawSignatureAlgorithm = rawSignatureAlgorithm;
        this.size = size;
    }

    String standardName() {
        return standardName;
    }

    String digest() {
        return digest;
    }

    String rawSignatureAlgorithm() {
        return rawSignatureAlgorithm;
    }

    /** Bytes in a coordinate, and in each of r and s. */
    int size() {
        return size;
    }

    ECParameterSpec parameters() {
        return this == P256 ? Parameters.P256 : Parameters.P384;
    }

    /** Whether a key's own parameters are those of this curve, so that its point means the same on both. */
    boolean hasParameters(ECParameterSpec others) {
        ECParameterSpec mine = parameters();
        return mine.getCurve().equals(others.getCurve())
                && mine.getGenerator().equals(others.getGenerator())
                && mine.getOrder().equals(others.getOrder())
                && mine.getCofactor() == others.getCofactor();
    }

    /** Not every provider makes this test, and a point elsewhere lies on another, possibly weak, curve. */
    boolean contains(ECPoint point) {
        ECParameterSpec curve = parameters();
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (point.equals(ECPoint.POINT_INFINITY)
                || x.signum() < 0
                || y.signum() < 0
                || x.compareTo(p) >= 0
                || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right = x.multiply(x)
                .add(curve.getCurve().getA())
                .multiply(x)
                .add(curve.getCurve().getB());
        return y.multiply(y).subtract(right).mod(p).signum() == 0;
    }

    /** Whether both integers of a signature are from 1 to the order of the curve less 1. */
    boolean inRange(BigInteger r, BigInteger s) {
        BigInteger n = parameters().getOrder();
        return r.signum() > 0 && s.signum() > 0 && r.compareTo(n) < 0 && s.compareTo(n) < 0;
    }

    /** The platform's figures for the curves, asked for once. */
    private static final class Parameters {
        static final ECParameterSpec P256 = of(EcCurve.P256);
        static final ECParameterSpec P384 = of(EcCurve.P384);

        private static ECParameterSpec of(EcCurve curve) {
            try {
                AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
                parameters.init(new ECGenParameterSpec(curve.standardName));
                return parameters.getParameterSpec(ECParameterSpec.class);
            } catch (NoSuchAlgorithmException | InvalidParameterSpecException e) {
                throw new IllegalStateException("this Java platform lacks the curve " + curve.standardName, e);
            }
        }
    }
}
