package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * The signed part of a TCB info or enclave identity, and its signature by Intel's TCB signing key: ECDSA with P-256 and
 * SHA-256. The values that are read from a document are those of exactly these bytes.
 */
public final class SignedBody {
    /** How many bytes a signature has. */
    public static final int SIGNATURE_SIZE = 64;

    private final Bytes bytes;
    private final Bytes compact;
    private final Bytes signature;
    private final Bytes fingerprint;
    private final Bytes compactFingerprint;

    /**
     * Takes the parts as they are.
     *
     * @param bytes the JSON value as it was given, from its opening to its closing brace
     * @param compact the same without white space between tokens, which is what Intel signs; equal to the bytes as Intel
     *     serves them, and different if somebody formatted them
     * @param signature 64 bytes, r then s, big-endian
     */
    public SignedBody(Bytes bytes, Bytes compact, Bytes signature) {
        this.bytes = bytes;
        this.compact = compact;
        this.signature = signature;
        this.fingerprint = Bytes.sha256Of(List.of(signature, bytes));
        this.compactFingerprint =
                compact.compareTo(bytes) == 0 ? fingerprint : Bytes.sha256Of(List.of(signature, compact));
    }

    /**
     * The JSON value as it was given.
     *
     * @return from its opening to its closing brace
     */
    public Bytes bytes() {
        return bytes;
    }

    /**
     * The same without white space between tokens, which is what Intel signs.
     *
     * @return equal to {@link #bytes()} as Intel serves them
     */
    public Bytes compact() {
        return compact;
    }

    /**
     * The signature.
     *
     * @return 64 bytes, r then s, big-endian
     */
    public Bytes signature() {
        return signature;
    }

    /**
     * What tells this document and signature from any other.
     *
     * @return SHA-256 of the signature followed by {@link #bytes()}, 32 bytes
     */
    public Bytes fingerprint() {
        return fingerprint;
    }

    /**
     * What tells the document without white space, and its signature, from any other.
     *
     * @return SHA-256 of the signature followed by {@link #compact()}, 32 bytes
     */
    public Bytes compactFingerprint() {
        return compactFingerprint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedBody that
                && that.bytes.equals(bytes)
                && that.compact.equals(compact)
                && that.signature.equals(signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fingerprint, compactFingerprint);
    }

    /** Its fingerprint. */
    @Override
    public String toString() {
        return "signed document " + fingerprint.hex();
    }
}
