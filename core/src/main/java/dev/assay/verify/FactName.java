package dev.assay.verify;

import dev.assay.model.Bytes;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a fact about bytes is remembered. Everything that the fact depends on is in it, by SHA-256 or as it
 * is.
 *
 * @param kind what was found out
 * @param backend who computed it, by {@link Signatures#label()}
 * @param key the key that it was found out with: its SHA-256 fingerprint, or its coordinates
 * @param subject SHA-256 of what it was found out about, or a signature or key that came with it if what is remembered
 *     holds all of it; empty if it is about the key alone
 */
record FactName(String kind, String backend, Bytes key, Bytes subject) implements Comparable<FactName> {
    private static final Comparator<FactName> ORDER = Comparator.comparing(FactName::kind)
            .thenComparing(FactName::backend)
            .thenComparing(FactName::key)
            .thenComparing(FactName::subject);

    /** Hash tables need it where somebody chose bytes so that hash codes are equal. */
    @Override
    public int compareTo(FactName other) {
        return ORDER.compare(this, other);
    }

    /** As a record does by itself, but compiled into those that look up: it is asked a dozen times for each quote. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactName that
                && kind.equals(that.kind)
                && backend.equals(that.backend)
                && key.equals(that.key)
                && subject.equals(that.subject);
    }

    /** Some bytes of what is spread evenly already are as good as all of them. */
    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + few(key)) * 31 + few(subject);
    }

    /** The same without the evidence that its bytes may be a part of, which would otherwise be remembered with it. */
    FactName alone() {
        return new FactName(kind, backend, key.alone(), subject.alone());
    }

    private static int few(Bytes digest) {
        return digest.length() < Integer.BYTES ? digest.length() : (int) digest.u32le(0);
    }
}
