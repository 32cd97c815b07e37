package dev.assay.verify;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which certificate signatures were found good, keys that were prepared, and how the certificates that come
 * along with evidence read, so that a platform's next report or quote costs one signature check. What is remembered is a
 * fact about bytes, keyed by all of those bytes; dates, revocation and everything else are judged at every verification.
 *
 * <p>Bounded: when half of the capacity has been filled since the last time, what was not asked for since then is
 * forgotten. Safe for use by several threads at once, without locks on the way of a hit.
 */
public final class SignatureMemory {
    private static final SignatureMemory NONE = new SignatureMemory(0, null);
    private static final Object GOOD = "good";

    /** More than the certificates, lists and keys that one verification looks at. */
    private static final int TRIAL = 1 << 10;

    /** As many as a new platform adds, so that no table grows while it is verified. */
    private static final int USUAL = 16;

    private final int half;

    /** What this is a trial of, if it is one. */
    private final @Nullable SignatureMemory lasting;

    private volatile Map<FactName, Object> young = new ConcurrentHashMap<>(USUAL);
    private volatile Map<FactName, Object> old = new ConcurrentHashMap<>();

    private SignatureMemory(int capacity, @Nullable SignatureMemory lasting) {
        this.half = capacity / 2;
        this.lasting = lasting;
    }

    /**
     * Remembers nothing.
     *
     * @return a memory without room
     */
    public static SignatureMemory none() {
        return NONE;
    }

    /**
     * A new memory. An SEV-SNP platform takes two entries, or three if its certificates come along with its reports, and
     * a TDX platform five; each chain above them, revocation list and document takes one.
     *
     * @param capacity how many entries it may hold, at least 2
     * @return an empty memory
     * @throws IllegalArgumentException if the capacity is below 2
     */
    public static SignatureMemory ofCapacity(int capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("a capacity of at least 2, not " + capacity);
        }
        return new SignatureMemory(capacity, null);
    }

    /**
     * How many entries there are.
     *
     * @return at most the capacity, but for entries being made at this moment
     */
    public int size() {
        return young.size() + old.size();
    }

    /**
     * Runs one verification with a memory that knows what this one knows, and keeps what is new to itself. That lasts only
     * if the evidence is not refused: whoever sends evidence could otherwise fill the memory with facts about keys of his own
     * making, and push out those of genuine platforms.
     */
    <V extends Verified<?>> Outcome<V> attempt(Function<SignatureMemory, Outcome<V>> verification) {
        if (half == 0) {
            return verification.apply(this);
        }
        SignatureMemory trial = new SignatureMemory(TRIAL, this);
        Outcome<V> outcome = verification.apply(trial);
        if (!(outcome instanceof Rejected)) {
            trial.young.forEach(this::keep);
        }
        return outcome;
    }

    /** A check that is remembered if it succeeds. */
    boolean check(FactName key, Check check) {
        if (recall(key) != null) {
            return true;
        }
        boolean good = check.run();
        if (good) {
            keep(key, GOOD);
        }
        return good;
    }

    /** A key that is remembered once it has been made. */
    EcKey key(FactName key, KeyMaker maker) throws GeneralSecurityException {
        if (recall(key) instanceof EcKey known) {
            return known;
        }
        EcKey made = maker.make();
        keep(key, made);
        return made;
    }

    /** Whether there is any room, so that looking up is worth its work. */
    boolean isOpen() {
        return half > 0;
    }

    /** Whether this is remembered under a name that does not hold all of it. */
    boolean holds(FactName name, Object value) {
        return value.equals(recall(name));
    }

    /** What was read from bytes, if it is remembered. */
    <T> Optional<T> read(FactName name, Class<T> type) {
        return Optional.ofNullable(recall(name)).filter(type::isInstance).map(type::cast);
    }

    /**
     * Remembers what was read from bytes. Only for what others could not make up: junk that is remembered would push out
     * what is not.
     */
    void keepRead(FactName name, Object value) {
        keep(name, value);
    }

    private @Nullable Object recall(FactName key) {
        if (half == 0) {
            return null;
        }
        Object found = lasting == null ? null : lasting.recall(key);
        if (found == null) {
            found = young.get(key);
        }
        if (found == null) {
            found = old.get(key);
            if (found != null) {
                keep(key, found);
            }
        }
        return found;
    }

    private void keep(FactName key, Object value) {
        if (half == 0) {
            return;
        }
        if (young.size() >= half) {
            turn();
        }
        young.put(key.alone(), value);
    }

    private synchronized void turn() {
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    /** A signature check. */
    interface Check {
        boolean run();
    }

    /** Prepares a key. */
    interface KeyMaker {
        EcKey make() throws GeneralSecurityException;
    }
}
