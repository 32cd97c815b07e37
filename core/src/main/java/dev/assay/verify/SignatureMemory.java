package dev.assay.verify;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which certificate signatures were found good, and keys that were prepared, so that a platform's next report
 * or quote costs one signature check. What is remembered is a fact about bytes, keyed by all of those bytes; dates, revocation
 * and everything else are judged at every verification.
 *
 * <p>Bounded: when half of the capacity has been filled since the last time, what was not asked for since then is
 * forgotten. Safe for use by several threads at once, without locks on the way of a hit.
 */
public final class SignatureMemory {
    private static final SignatureMemory NONE = new SignatureMemory(0);
    private static final Object GOOD = "good";

    private final int half;
    private volatile Map<Object, Object> young = new ConcurrentHashMap<>();
    private volatile Map<Object, Object> old = new ConcurrentHashMap<>();

    private SignatureMemory(int capacity) {
        half = capacity / 2;
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
     * A new memory. An SEV-SNP platform takes two entries and a TDX platform four; each chain above
     * them, revocation list and document takes one.
     *
     * @param capacity how many entries it may hold, at least 2
     * @return an empty memory
     * @throws IllegalArgumentException if the capacity is below 2
     */
    public static SignatureMemory ofCapacity(int capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("a capacity of at least 2, not " + capacity);
        }
        return new SignatureMemory(capacity);
    }

    /**
     * How many entries there are.
     *
     * @return at most the capacity, but for entries being made at this moment
     */
    public int size() {
        return young.size() + old.size();
    }

    /** A check that is remembered if it succeeds. */
    boolean check(Object key, Check check) {
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
    EcKey key(Object key, KeyMaker maker) throws GeneralSecurityException {
        if (recall(key) instanceof EcKey known) {
            return known;
        }
        EcKey made = maker.make();
        keep(key, made);
        return made;
    }

    private @Nullable Object recall(Object key) {
        if (half == 0) {
            return null;
        }
        Object found = young.get(key);
        if (found == null) {
            found = old.get(key);
            if (found != null) {
                keep(key, found);
            }
        }
        return found;
    }

    private void keep(Object key, Object value) {
        if (half == 0) {
            return;
        }
        if (young.size() >= half) {
            turn();
        }
        young.put(key, value);
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
