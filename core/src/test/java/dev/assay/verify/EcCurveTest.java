package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import org.junit.jupiter.api.Test;

/** The two curves against the figures of FIPS 186-4, D.1.2.3 and D.1.2.4. */
class EcCurveTest {
    private static final BigInteger P256_ORDER =
            new BigInteger("115792089210356248762697446949407573529996955224135760342422259061068512044369");
    private static final BigInteger P384_ORDER = new BigInteger("394020061963944792122790401001436138050797392704654"
            + "46667946905279627659399113263569398956308152294913554433653942643");

    @Test
    void theOrdersAndSizesAreThoseOfTheStandard() {
        assertEquals(P256_ORDER, EcCurve.P256.parameters().getOrder());
        assertEquals(P384_ORDER, EcCurve.P384.parameters().getOrder());
        assertEquals(32, EcCurve.P256.size());
        assertEquals(48, EcCurve.P384.size());
        assertEquals("SHA-256", EcCurve.P256.digest());
        assertEquals("SHA-384", EcCurve.P384.digest());
    }

    @Test
    void eachHasItsOwnParametersOnly() {
        ECParameterSpec p256 = EcCurve.P256.parameters();
        ECParameterSpec p384 = EcCurve.P384.parameters();
        assertTrue(EcCurve.P256.hasParameters(p256));
        assertTrue(EcCurve.P384.hasParameters(p384));
        assertFalse(EcCurve.P256.hasParameters(p384));
        assertFalse(EcCurve.P384.hasParameters(p256));
    }

    /** CVE-2020-0601: a key under another generator makes any public point the attacker's own. */
    @Test
    void parametersThatDifferInOnePartAreAnotherCurve() {
        ECParameterSpec p384 = EcCurve.P384.parameters();
        EllipticCurve curve = p384.getCurve();
        ECPoint g = p384.getGenerator();
        ECPoint other = new ECPoint(
                g.getAffineX(), ((ECFieldFp) curve.getField()).getP().subtract(g.getAffineY()));
        assertTrue(EcCurve.P384.hasParameters(new ECParameterSpec(curve, g, p384.getOrder(), 1)));
        assertFalse(EcCurve.P384.hasParameters(new ECParameterSpec(curve, other, p384.getOrder(), 1)));
        assertFalse(EcCurve.P384.hasParameters(
                new ECParameterSpec(curve, g, p384.getOrder().subtract(BigInteger.ONE), 1)));
        assertFalse(EcCurve.P384.hasParameters(new ECParameterSpec(curve, g, p384.getOrder(), 2)));
        EllipticCurve shifted =
                new EllipticCurve(curve.getField(), curve.getA(), curve.getB().add(BigInteger.ONE));
        assertFalse(EcCurve.P384.hasParameters(new ECParameterSpec(shifted, g, p384.getOrder(), 1)));
    }

    @Test
    void theGeneratorIsOnItsCurveAndNoOther() throws Exception {
        ECPoint g256 = EcCurve.P256.parameters().getGenerator();
        ECPoint g384 = EcCurve.P384.parameters().getGenerator();
        assertTrue(EcCurve.P256.contains(g256));
        assertTrue(EcCurve.P384.contains(g384));
        assertFalse(EcCurve.P256.contains(g384));
        assertFalse(EcCurve.P384.contains(g256));
        AlgorithmParameters other = AlgorithmParameters.getInstance("EC");
        other.init(new ECGenParameterSpec("secp521r1"));
        assertFalse(EcCurve.P384.contains(
                other.getParameterSpec(ECParameterSpec.class).getGenerator()));
    }

    /** Both curves have points above x = 0; p is another name of 0 that nobody may use. */
    @Test
    void zeroIsACoordinateAndThePrimeIsNot() {
        for (EcCurve curve : EcCurve.values()) {
            EllipticCurve figures = curve.parameters().getCurve();
            BigInteger p = ((ECFieldFp) figures.getField()).getP();
            // p is 3 modulo 4, so that a root of b is a power of it.
            BigInteger root = figures.getB().modPow(p.add(BigInteger.ONE).shiftRight(2), p);
            assertTrue(curve.contains(new ECPoint(BigInteger.ZERO, root)));
            assertFalse(curve.contains(new ECPoint(p, root)));
        }
    }

    @Test
    void coordinatesAreBelowThePrime() {
        for (EcCurve curve : EcCurve.values()) {
            ECPoint g = curve.parameters().getGenerator();
            BigInteger p = ((ECFieldFp) curve.parameters().getCurve().getField()).getP();
            BigInteger x = g.getAffineX();
            BigInteger y = g.getAffineY();
            assertFalse(curve.contains(new ECPoint(x.add(p), y)));
            assertFalse(curve.contains(new ECPoint(x, y.add(p))));
            assertFalse(curve.contains(new ECPoint(x.subtract(p), y)));
            assertFalse(curve.contains(new ECPoint(x, y.subtract(p))));
            assertFalse(curve.contains(new ECPoint(p, y)));
            assertFalse(curve.contains(new ECPoint(x, p)));
            assertTrue(curve.contains(new ECPoint(x, p.subtract(y))));
            assertFalse(curve.contains(ECPoint.POINT_INFINITY));
            assertFalse(curve.contains(new ECPoint(BigInteger.ZERO, BigInteger.ZERO)));
        }
    }
}
