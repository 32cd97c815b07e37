package dev.assay.result;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Signs results with a key of the caller's, which may be in an HSM.
 *
 * @param algorithm the algorithm's name in JOSE (RFC 7518), for instance {@code ES256}; never {@code none}
 * @param keyId what to call the key in the header, if anything
 * @param sign makes the signature of some bytes, in the form that JOSE has for the algorithm: for the ES algorithms r and
 *     s one after the other, not DER
 */
public record JwsSigner(String algorithm, Optional<String> keyId, UnaryOperator<byte[]> sign) {
    private static final Map<String, Integer> SIZES = Map.of("ES256", 64, "ES384", 96, "ES512", 132);

    /**
     * Checks the algorithm.
     *
     * @param algorithm the algorithm's name in JOSE (RFC 7518), for instance {@code ES256}; never {@code none}
     * @param keyId what to call the key in the header, if anything
     * @param sign makes the signature of some bytes, in the form that JOSE has for the algorithm: for the ES algorithms r and s one after the other, not DER
     * @throws IllegalArgumentException if it is empty or none
     */
    public JwsSigner {
        if (algorithm.isBlank() || algorithm.toLowerCase(Locale.ROOT).equals("none")) {
            throw new IllegalArgumentException("a signature needs an algorithm");
        }
    }

    /**
     * A signer whose key has no name.
     *
     * @param algorithm the algorithm's name in JOSE
     * @param sign makes the signature of some bytes
     * @return the signer
     * @throws IllegalArgumentException if the algorithm is empty or none
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
