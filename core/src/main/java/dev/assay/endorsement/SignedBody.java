package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signed part of a TCB info or enclave identity, and its signature by Intel's TCB signing key: ECDSA with P-256 and
 * SHA-256. The values that are read from a document are those of exactly these bytes.
 */
public final class SignedBody {
    /** How many bytes a signature has. */
    public static final int SIGNATURE_SIZE = 64;

    private final Bytes bytes;
    private final Bytes signature;

    /** Made when it is asked for, and like the other to the same result if two threads ask at once. */
    private volatile @Nullable Bytes fingerprint;

    /** Made when it is asked for: bytes as Intel serves them are signed as they are. */
    private volatile @Nullable Bytes compact;

    /**
     * Takes the parts as they are.
     *
     * @param bytes the JSON value as it was given, from its opening to its closing brace
     * @param signature 64 bytes, r then s, big-endian
     */
    public SignedBody(Bytes bytes, Bytes signature) {
        this.bytes = bytes;
        this.signature = signature;
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
        Bytes known = compact;
        if (known == null) {
            known = StrictJson.compact(bytes);
            compact = known;
        }
        return known;
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
        Bytes known = fingerprint;
        if (known == null) {
            known = Bytes.sha256Of(List.of(signature, bytes));
            fingerprint = known;
        }
        return known;
    }

    /** By the digest, which each makes once: a document is compared at every verification, and mostly with itself. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof SignedBody that && that.fingerprint().equals(fingerprint()));
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    /** Its fingerprint. */
    @Override
    public String toString() {
        return "signed document " + fingerprint().hex();
    }
}
