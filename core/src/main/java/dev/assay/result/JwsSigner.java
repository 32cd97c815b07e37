package dev.assay.result;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Signs results with a key of the caller's, which may be in an HSM.
 *
 * @param algorithm the algorithm's name in JOSE (RFC 7518, RFC 8037, RFC 9864), for instance {@code ES256}; never {@code none} nor a MAC
 * @param keyId what to call the key in the header, if anything
 * @param sign makes the signature of some bytes, in the form that JOSE has for the algorithm: for the ES algorithms r and
 *     s one after the other, not DER
 */
public record JwsSigner(String algorithm, Optional<String> keyId, UnaryOperator<byte[]> sign) {
    private static final Map<String, Integer> SIZES = Map.of(
            "ES256",
            64,
            "ES384",
            96,
            "ES512",
            132,
            "Ed25519",
            64,
            "Ed448",
            114,
            "ML-DSA-44",
            2420,
            "ML-DSA-65",
            3309,
            "ML-DSA-87",
            4627);

    /** Whoever reads a result has the public key: with a name for a MAC, some readers would take that key as its secret. */
    private static final Set<String> SIZED_BY_KEY =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA");

    /**
     * Checks the algorithm.
     *
     * @param algorithm the algorithm's name in JOSE (RFC 7518, RFC 8037, RFC 9864), for instance {@code ES256}; never {@code none} nor a MAC
     * @param keyId what to call the key in the header, if anything
     * @param sign makes the signature of some bytes, in the form that JOSE has for the algorithm: for the ES algorithms r and s one after the other, not DER
     * @throws IllegalArgumentException if it is none that signs with a private key
     */
    public JwsSigner {
        if (!SIZES.containsKey(algorithm) && !SIZED_BY_KEY.contains(algorithm)) {
            throw new IllegalArgumentException("no signature algorithm with a public key: " + algorithm);
        }
    }

    /**
     * A signer whose key has no name.
     *
     * @param algorithm the algorithm's name in JOSE
     * @param sign makes the signature of some bytes
     * @return the signer
     * @throws IllegalArgumentException if it is none that signs with a private key
     */
    public static JwsSigner of(String algorithm, UnaryOperator<byte[]> sign) {
        return new JwsSigner(algorithm, Optional.empty(), sign);
    }

    byte[] signature(byte[] input) {
        byte[] signature = sign.apply(input.clone());
        int size = SIZES.getOrDefault(algorithm, signature.length);
        if (signature.length == 0 || signature.length != size) {
            throw new IllegalArgumentException("a signature of " + algorithm + " cannot have " + signature.length
                    + " bytes" + (SIZES.containsKey(algorithm) ? "; r and s are wanted, not DER" : ""));
        }
        return signature;
    }
}
