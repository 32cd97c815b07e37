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
    private final Bytes fingerprint;

    /** Made when it is asked for: bytes as Intel serves them are signed as they are. */
    private volatile @Nullable Compact compact;

    private record Compact(Bytes bytes, Bytes fingerprint) {}

    /**
     * Takes the parts as they are.
     *
     * @param bytes the JSON value as it was given, from its opening to its closing brace
     * @param signature 64 bytes, r then s, big-endian
     */
    public SignedBody(Bytes bytes, Bytes signature) {
        this.bytes = bytes;
        this.signature = signature;
        this.fingerprint = Bytes.sha256Of(List.of(signature, bytes));
    }

    /** Two threads may do the same work at once, to the same result. */
    private Compact compacted() {
        Compact known = compact;
        if (known == null) {
            Bytes dense = StrictJson.compact(bytes);
            known = new Compact(
                    dense, dense.length() == bytes.length() ? fingerprint : Bytes.sha256Of(List.of(signature, dense)));
            compact = known;
        }
        return known;
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
        return compacted().bytes();
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
        return compacted().fingerprint();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedBody that && that.bytes.equals(bytes) && that.signature.equals(signature);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    /** Its fingerprint. */
    @Override
    public String toString() {
        return "signed document " + fingerprint.hex();
    }
}
