package dev.assay.testvectors.suite;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The content of a file. Its name derives from the content, so that vectors with the same content share the file. */
final class Blob {
    private static final int NAME_BYTES = 10;

    private final byte[] bytes;
    private final String suffix;

    private Blob(byte[] bytes, String suffix) {
        this.bytes = bytes.clone();
        this.suffix = suffix;
    }

    static Blob report(byte[] bytes) {
        return new Blob(bytes, ".report.bin");
    }

    static Blob quote(byte[] bytes) {
        return new Blob(bytes, ".quote.bin");
    }

    static Blob certificate(byte[] der) {
        return new Blob(der, ".der");
    }

    static Blob crl(byte[] der) {
        return new Blob(der, ".crl");
    }

    /** Text in JSON, named so that no tool takes it for a manifest or changes its line ends. */
    static Blob collateral(byte[] json) {
        return new Blob(json, ".json.bin");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String name() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES)) + suffix;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
