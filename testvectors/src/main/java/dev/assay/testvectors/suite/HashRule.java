package dev.assay.testvectors.suite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Report data that is a digest of texts, one behind the other, with zeros after it. */
enum HashRule {
    SHA256("SHA-256"),
    SHA384("SHA-384"),
    SHA512("SHA-512");

    private static final int REPORT_DATA = 64;

    private final String algorithm;

    HashRule(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The member of a policy. */
    String member() {
        return algorithm.toLowerCase(java.util.Locale.ROOT).replace("-", "");
    }

    byte[] of(String... texts) {
        try {
            byte[] input = String.join("", texts).getBytes(StandardCharsets.US_ASCII);
            return Arrays.copyOf(MessageDigest.getInstance(algorithm).digest(input), REPORT_DATA);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** The texts as a policy has them. */
    static String inputs(String... texts) {
        return Arrays.stream(texts)
                .map(text -> "'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)) + "'")
                .toList()
                .toString();
    }
}
