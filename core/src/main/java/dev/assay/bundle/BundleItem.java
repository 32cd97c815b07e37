package dev.assay.bundle;

import dev.assay.model.Bytes;

/**
 * One thing that a vendor signed, or that somebody gave as such.
 *
 * @param kind what it is
 * @param origin where it came from: a file's name, an address, a certificate table; at most {@link #LONGEST_ORIGIN}
 *     characters, and believed by nobody
 * @param bytes its bytes; signed parts exactly as they were given
 */
public record BundleItem(ItemKind kind, String origin, Bytes bytes) {
    /** The most characters of an origin. */
    public static final int LONGEST_ORIGIN = 1024;

    /**
     * Checks the origin.
     *
     * @param kind what it is
     * @param origin where it came from
     * @param bytes its bytes
     * @throws IllegalArgumentException if the origin is too long
     */
    public BundleItem {
        if (origin.length() > LONGEST_ORIGIN) {
            throw new IllegalArgumentException(
                    "an origin has at most " + LONGEST_ORIGIN + " characters, not " + origin.length());
        }
    }
}
