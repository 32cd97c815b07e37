package dev.assay.result;

import dev.assay.model.Bytes;

/**
 * An endorsement that a conclusion rests on.
 *
 * @param kind what it is, for instance {@code certificate}
 * @param name what it calls itself
 * @param sha256 SHA-256 of its bytes, 32 bytes
 */
public record EndorsementDigest(String kind, String name, Bytes sha256) {}
