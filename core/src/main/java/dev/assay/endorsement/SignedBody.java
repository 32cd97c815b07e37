package dev.assay.endorsement;

import dev.assay.model.Bytes;

/**
 * The signed part of a TCB info or enclave identity, and its signature by Intel's TCB signing key: ECDSA with P-256 and
 * SHA-256. The values that are read from a document are those of exactly these bytes.
 *
 * @param bytes the JSON value as it was given, from its opening to its closing brace
 * @param compact the same without white space between tokens, which is what Intel signs; equal to the bytes as Intel
 *     serves them, and different if somebody formatted them
 * @param signature 64 bytes, r then s, big-endian
 */
public record SignedBody(Bytes bytes, Bytes compact, Bytes signature) {
    /** How many bytes a signature has. */
    public static final int SIGNATURE_SIZE = 64;
}
