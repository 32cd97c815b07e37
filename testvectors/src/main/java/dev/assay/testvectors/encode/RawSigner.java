package dev.assay.testvectors.encode;

/** Signs as the formats want it: SHA-256 with ECDSA P-256, the two components big-endian, 32 bytes each. */
@FunctionalInterface
public interface RawSigner {
    /**
     * Signs a message.
     *
     * @param message the bytes, not yet hashed
     * @return 64 bytes, r then s; a liar may return any other 64
     */
    byte[] sign(byte[] message);
}
