package dev.assay.testvectors.intel;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Identities that look random and depend on nothing but the arguments. */
final class Derived {
    private static final int SERIAL_SIZE = 20;

    private Derived() {}

    /** At most 64 bytes. */
    static byte[] bytes(long seed, String label, int count) {
        try {
            String name = "intel:" + seed + ":" + label;
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(name.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }

    /** A serial number of 20 bytes, as those of PCK certificates. */
    static BigInteger serial(long seed, String label) {
        return new BigInteger(1, bytes(seed, label, SERIAL_SIZE));
    }
}
