package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcSignature;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every backend must do with keys and signatures that nobody honest makes. */
class SignaturesTest {
    private static final Bytes MESSAGE = Bytes.fromHex("00112233");

    static Stream<Signatures> backends() {
        return SignaturesBackends.all().stream();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void goodSignaturesVerifyAndOthersDoNot(Signatures backend) throws Exception {
        for (EcCurve curve : EcCurve.values()) {
            EcKey signer = signer(curve);
            dev.assay.verify.EcKey key = backend.ecKey(curve, point(signer));
            for (int i = 0; i < 20; i++) {
                byte[] message = new byte[i];
                EcSignature signature = signer.sign(signer.curve().hash(), message);
                BigInteger r = signature.r();
                BigInteger s = signature.s();
                assertTrue(key.verify(Bytes.copyOf(message), r, s));
                assertTrue(key.verify(Bytes.copyOf(message), r, signer.order().subtract(s)), "s and n - s are one");
                assertFalse(key.verify(MESSAGE, r, s));
                assertFalse(key.verify(Bytes.copyOf(message), s, r));
                assertFalse(key.verify(Bytes.copyOf(message), r.xor(BigInteger.TWO), s));
                assertFalse(key.verify(Bytes.copyOf(message), r, s.xor(BigInteger.TWO)));
            }
        }
    }

    /** Keys of one curve share what checks; whatever was checked before, by whomever, leaves no trace. */
    @ParameterizedTest
    @MethodSource("backends")
    void noKeyAnswersForAnother(Signatures backend) throws Exception {
        for (EcCurve curve : EcCurve.values()) {
            EcKey one = signer(curve);
            EcKey two = signer(curve, "another");
            dev.assay.verify.EcKey first = backend.ecKey(curve, point(one));
            dev.assay.verify.EcKey second = backend.ecKey(curve, point(two));
            EcSignature byOne = one.sign(one.curve().hash(), MESSAGE.toArray());
            EcSignature byTwo = two.sign(two.curve().hash(), MESSAGE.toArray());
            for (int i = 0; i < 3; i++) {
                assertTrue(first.verify(MESSAGE, byOne.r(), byOne.s()));
                assertFalse(second.verify(MESSAGE, byOne.r(), byOne.s()));
                assertFalse(first.verify(MESSAGE, BigInteger.ZERO, BigInteger.ZERO));
                assertFalse(first.verify(MESSAGE, byTwo.r(), byTwo.s()));
                assertTrue(second.verify(MESSAGE, byTwo.r(), byTwo.s()));
                assertFalse(second.verify(Bytes.empty(), byTwo.r(), byTwo.s()));
            }
        }
    }

    /** The range is checked before a key is asked; these would be the second line. */
    @ParameterizedTest
    @MethodSource("backends")
    void numbersOutOfRangeAreNoSignature(Signatures backend) throws Exception {
        for (EcCurve curve : EcCurve.values()) {
            EcKey signer = signer(curve);
            dev.assay.verify.EcKey key = backend.ecKey(curve, point(signer));
            EcSignature good = signer.sign(signer.curve().hash(), MESSAGE.toArray());
            BigInteger n = signer.order();
            List<BigInteger> outside = List.of(
                    BigInteger.ZERO,
                    n,
                    n.add(BigInteger.ONE),
                    n.add(good.r()),
                    n.negate(),
                    BigInteger.ONE.shiftLeft(575));
            for (BigInteger bad : outside) {
                assertFalse(curve.inRange(bad, good.s()), "r = " + bad);
                assertFalse(curve.inRange(good.r(), bad), "s = " + bad);
            }
            assertFalse(key.verify(MESSAGE, BigInteger.ZERO, BigInteger.ZERO));
            assertFalse(key.verify(MESSAGE, n, n));
            assertTrue(curve.inRange(BigInteger.ONE, n.subtract(BigInteger.ONE)));
            assertTrue(curve.inRange(n.subtract(BigInteger.ONE), BigInteger.ONE));
        }
    }

    /** No implementation should throw once the range is checked; if one does, it has found no good signature. */
    @ParameterizedTest
    @MethodSource("backends")
    void whatEndsInAnExceptionIsNoSignature(Signatures backend) throws Exception {
        BigInteger broken = new BigInteger("1") {
            private static final long serialVersionUID = 1L;

            @Override
            public int signum() {
                throw new ArithmeticException("broken");
            }

            @Override
            public byte[] toByteArray() {
                throw new ArithmeticException("broken");
            }

            @Override
            public int compareTo(BigInteger other) {
                throw new ArithmeticException("broken");
            }
        };
        for (EcCurve curve : EcCurve.values()) {
            dev.assay.verify.EcKey key = backend.ecKey(curve, point(signer(curve)));
            assertFalse(key.verify(MESSAGE, broken, BigInteger.ONE));
            assertFalse(key.verify(MESSAGE, BigInteger.ONE, broken));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void pointsElsewhereAreNoKeys(Signatures backend) {
        BigInteger p384 = BigInteger.TWO
                .pow(384)
                .subtract(BigInteger.TWO.pow(128))
                .subtract(BigInteger.TWO.pow(96))
                .add(BigInteger.TWO.pow(32))
                .subtract(BigInteger.ONE);
        ECPoint good = point(signer(EcCurve.P384));
        BigInteger x = good.getAffineX();
        BigInteger y = good.getAffineY();
        List<ECPoint> bad = List.of(
                new ECPoint(x, y.add(BigInteger.ONE)),
                new ECPoint(x.add(BigInteger.ONE), y),
                new ECPoint(y, x),
                new ECPoint(x.add(p384), y),
                new ECPoint(x, y.add(p384)),
                new ECPoint(x, y.subtract(p384)),
                new ECPoint(x.subtract(p384), y),
                new ECPoint(BigInteger.ZERO, BigInteger.ZERO),
                ECPoint.POINT_INFINITY,
                point(signer(EcCurve.P256)));
        for (ECPoint point : bad) {
            assertThrows(InvalidKeyException.class, () -> backend.ecKey(EcCurve.P384, point));
        }
        assertThrows(InvalidKeyException.class, () -> backend.ecKey(EcCurve.P256, good));
    }

    @Test
    void bothFormsOfOnePointAreOnTheCurve() throws GeneralSecurityException {
        ECPoint good = point(signer(EcCurve.P384));
        BigInteger p384 = ((ECFieldFp) EcCurve.P384.parameters().getCurve().getField()).getP();
        Signatures.platform().ecKey(EcCurve.P384, new ECPoint(good.getAffineX(), p384.subtract(good.getAffineY())));
    }

    @Test
    void aProviderWithoutTheAlgorithmsIsRefusedAtOnce() {
        Provider empty = new Provider("Empty", "1", "nothing") {
            private static final long serialVersionUID = 1L;
        };
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Signatures.provider(empty));
        assertTrue(String.valueOf(thrown.getMessage()).contains("Empty lacks SHA256withECDSAinP1363Format"));
    }

    @Test
    void aProviderWithoutRsaLeavesThatToThePlatform() throws Exception {
        Provider ec = Security.getProvider("SunEC");
        assertEquals(
                "SunRsaSign", Signatures.provider(ec).rsaPss().getProvider().getName());
        Signatures rsa = Signatures.provider(Security.getProvider("SunEC"));
        assertEquals(Signatures.provider(ec).label(), rsa.label());
    }

    @Test
    void labelsTellImplementationsApart() {
        List<String> labels =
                SignaturesBackends.all().stream().map(Signatures::label).toList();
        assertEquals(labels.size(), labels.stream().distinct().count());
        assertTrue(labels.stream().noneMatch(String::isBlank), labels.toString());
        assertNotEquals(
                Signatures.platform().label(),
                Signatures.provider(Security.getProvider("SunEC")).label());
    }

    /** What a provider throws on bad input differs; each counts as a bad signature. */
    @Test
    void aKeyOfTheWrongKindIsABadSignature() throws Exception {
        PublicKey ec = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
        for (Signatures backend : SignaturesBackends.all()) {
            assertFalse(backend.verifyRsaPss(ec, new byte[1], new byte[512]));
        }
    }

    private static EcKey signer(EcCurve curve) {
        return signer(curve, "signatures");
    }

    private static EcKey signer(EcCurve curve, String label) {
        return EcKey.derive(
                curve == EcCurve.P256 ? dev.assay.testvectors.pki.EcCurve.P256 : dev.assay.testvectors.pki.EcCurve.P384,
                5,
                label);
    }

    private static ECPoint point(EcKey key) {
        byte[] both = key.coordinates();
        return new ECPoint(
                new BigInteger(1, both, 0, both.length / 2), new BigInteger(1, both, both.length / 2, both.length / 2));
    }
}
