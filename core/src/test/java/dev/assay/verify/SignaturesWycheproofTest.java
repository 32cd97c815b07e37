package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every backend against Project Wycheproof's vectors; {@code PROVENANCE.md} beside them says where they are from. */
class SignaturesWycheproofTest {
    private static final HexFormat HEX = HexFormat.of();

    static Stream<Arguments> curves() {
        return SignaturesBackends.all().stream()
                .flatMap(backend -> Stream.of(EcCurve.values()).map(curve -> Arguments.of(backend, curve)));
    }

    static Stream<Signatures> backends() {
        return SignaturesBackends.all().stream();
    }

    @ParameterizedTest
    @MethodSource("curves")
    void ecdsaAgreesWithEveryVector(Signatures backend, EcCurve curve) throws Exception {
        boolean p256 = curve == EcCurve.P256;
        JsonNode file = read(p256 ? "ecdsa_secp256r1_sha256_p1363_test" : "ecdsa_secp384r1_sha384_p1363_test");
        Set<Integer> wronglyAccepted = new TreeSet<>();
        Set<Integer> wronglyRefused = new TreeSet<>();
        int count = 0;
        for (JsonNode group : file.get("testGroups")) {
            ECPoint point = new ECPoint(
                    new BigInteger(group.get("publicKey").get("wx").asString(), 16),
                    new BigInteger(group.get("publicKey").get("wy").asString(), 16));
            EcKey key = backend.ecKey(curve, point);
            for (JsonNode test : group.get("tests")) {
                boolean valid = test.get("result").asString().equals("valid");
                boolean good = verifies(key, curve, bytes(test, "msg"), bytes(test, "sig"));
                if (good && !valid) {
                    wronglyAccepted.add(test.get("tcId").asInt());
                } else if (!good && valid) {
                    wronglyRefused.add(test.get("tcId").asInt());
                }
                count++;
            }
        }
        assertEquals(file.get("numberOfTests").asInt(), count);
        assertEquals(Set.of(), wronglyAccepted);
        if (backend.equals(Signatures.platform())) {
            // The JDK's own code of version 17 does not reduce an x-coordinate above the order: about one signature in
            // 2^190 (P-384) or 2^32 (P-256 vectors are made for it) is refused though good.
            assertTrue(wronglyRefused.size() <= 2, wronglyRefused.toString());
        } else {
            assertEquals(Set.of(), wronglyRefused);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void rsaPssAgreesWithEveryVector(Signatures backend) throws Exception {
        JsonNode file = read("rsa_pss_4096_sha384_mgf1_48_test");
        int count = 0;
        for (JsonNode group : file.get("testGroups")) {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(
                            HEX.parseHex(group.get("publicKeyDer").asString())));
            for (JsonNode test : group.get("tests")) {
                assertEquals(
                        test.get("result").asString().equals("valid"),
                        backend.verifyRsaPss(key, bytes(test, "msg"), bytes(test, "sig")),
                        () -> "test " + test.get("tcId") + ": " + test.get("comment"));
                count++;
            }
        }
        assertEquals(file.get("numberOfTests").asInt(), count);
    }

    /** As verification calls it: both numbers have their fixed size in evidence, and their range is checked before. */
    private static boolean verifies(EcKey key, EcCurve curve, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        if (signature.length != 2 * curve.size()) {
            return false;
        }
        BigInteger r = new BigInteger(1, signature, 0, curve.size());
        BigInteger s = new BigInteger(1, signature, curve.size(), curve.size());
        return curve.inRange(r, s) && key.verify(Bytes.copyOf(message), r, s);
    }

    private static byte[] bytes(JsonNode test, String member) {
        return HEX.parseHex(test.get(member).asString());
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = SignaturesWycheproofTest.class.getResourceAsStream("wycheproof/" + name + ".json")) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return JsonMapper.shared().readTree(in);
        }
    }
}
