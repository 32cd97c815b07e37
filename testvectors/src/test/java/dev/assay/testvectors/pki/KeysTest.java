package dev.assay.testvectors.pki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource(names = {"P256", "P384", "P521"})
    void thePlatformVerifiesEllipticCurveSignatures(EcCurve curve) throws Exception {
        EcKey key = EcKey.derive(curve, 7, "test");
        Signature verifier = Signature.getInstance(curve.hash() + "withECDSA");
        verifier.initVerify(platform("EC", key.publicKeyInfo()));
        verifier.update(MESSAGE);
        assertTrue(verifier.verify(key.sign(curve.hash(), MESSAGE).der()));
        verifier.update((byte) 0);
        assertFalse(verifier.verify(key.sign(curve.hash(), MESSAGE).der()));
    }

    @Test
    void keysAndSignaturesDependOnSeedAndLabelOnly() {
        EcKey key = EcKey.derive(EcCurve.P384, 1, "a");
        EcKey same = EcKey.derive(EcCurve.P384, 1, "a");
        assertArrayEquals(key.publicKeyInfo(), same.publicKeyInfo());
        assertArrayEquals(key.signRaw(MESSAGE), same.signRaw(MESSAGE));
        List<EcKey> others = List.of(
                EcKey.derive(EcCurve.P384, 2, "a"),
                EcKey.derive(EcCurve.P384, 1, "b"),
                EcKey.derive(EcCurve.SECP256K1, 1, "a"),
                EcKey.derive(EcCurve.P256, 1, "a"));
        HashSet<String> points = new HashSet<>(List.of(new BigInteger(key.coordinates()).toString()));
        others.forEach(other -> points.add(new BigInteger(other.coordinates()).toString()));
        assertEquals(5, points.size());
    }

    @ParameterizedTest
    @CsvSource({
        "SHA384, SHA384, 48, true",
        "SHA384, SHA384, 48, false",
        "SHA256, SHA384, 32, false",
        "SHA512, SHA1, 0, true"
    })
    void thePlatformVerifiesPssSignatures(Hash hash, Hash maskHash, int salt, boolean trailer) throws Exception {
        RsaPssSigner signer = new RsaPssSigner(ThrowAwayKeys.rsa("spare-2048"), hash, maskHash, salt, trailer);
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(
                new PSSParameterSpec(dashed(hash), "MGF1", new MGF1ParameterSpec(dashed(maskHash)), salt, 1));
        verifier.initVerify(platform("RSA", signer.key().publicKeyInfo()));
        verifier.update(MESSAGE);
        assertTrue(verifier.verify(signer.sign(MESSAGE)));
        verifier.update(MESSAGE);
        assertFalse(verifier.verify(signer.corrupted().sign(MESSAGE)));
        assertArrayEquals(signer.sign(MESSAGE), signer.sign(MESSAGE));
    }

    @Test
    void thePlatformVerifiesPkcs1Signatures() throws Exception {
        RsaPkcs1Signer signer = new RsaPkcs1Signer(ThrowAwayKeys.rsa("spare-3072"), Hash.SHA384);
        Signature verifier = Signature.getInstance("SHA384withRSA");
        verifier.initVerify(platform("RSA", signer.key().publicKeyInfo()));
        verifier.update(MESSAGE);
        assertTrue(verifier.verify(signer.sign(MESSAGE)));
    }

    @Test
    void noTwoKeysOfThePoolAreTheSame() throws Exception {
        List<String> names = new ArrayList<>(List.of("spare-4096", "spare-3072", "spare-2048"));
        for (String product : List.of("milan", "genoa", "turin")) {
            for (String authority : List.of("ark", "ask", "asvk")) {
                names.add(product + "-" + authority + "-genuine");
                names.add(product + "-" + authority + "-impostor");
            }
        }
        HashSet<BigInteger> moduli = new HashSet<>();
        for (String name : names) {
            RsaKey key = ThrowAwayKeys.rsa(name);
            assertEquals(name.startsWith("spare") ? Integer.parseInt(name.substring(6)) : 4096, key.bits());
            moduli.add(((RSAPublicKey) platform("RSA", key.publicKeyInfo())).getModulus());
        }
        assertEquals(21, moduli.size());
        assertThrows(NoSuchElementException.class, () -> ThrowAwayKeys.rsa("milan"));
    }

    private static String dashed(Hash hash) {
        return hash.name().replace("SHA", "SHA-");
    }

    private static PublicKey platform(String algorithm, byte[] info) throws Exception {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info));
    }
}
