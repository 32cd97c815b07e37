package dev.assay.testvectors.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

/**
 * The pool of RSA keys that are checked in, since making them takes seconds. They are public and protect nothing.
 *
 * <p>There is one RSA-4096 key for each product ({@code milan}, {@code genoa}, {@code turin}), each authority
 * ({@code ark}, {@code ask}, {@code asvk}) and each of two sets ({@code genuine}, {@code impostor}), named like
 * {@code milan-ark-genuine}; and {@code spare-4096}, {@code spare-3072} and {@code spare-2048}.
 */
public final class ThrowAwayKeys {
    private static final String RESOURCE = "throw-away-rsa-keys.txt";

    private ThrowAwayKeys() {}

    /**
     * Takes a key from the pool.
     *
     * @param name its name
     * @return the key
     * @throws NoSuchElementException if there is none of that name
     */
    public static RsaKey rsa(String name) {
        return pool().lines()
                .map(line -> line.split(" ", -1))
                .filter(parts -> parts.length == 3 && parts[0].equals(name))
                .findFirst()
                .map(parts -> new RsaKey(new BigInteger(parts[1], 16), new BigInteger(parts[2], 16)))
                .orElseThrow(() -> new NoSuchElementException("no throw-away key is called " + name));
    }

    private static String pool() {
        try (InputStream in = ThrowAwayKeys.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
