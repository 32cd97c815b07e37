package dev.assay.reappraisal;

import dev.assay.bundle.BundleItem;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers endorsements that were read, by the digest of their bytes: the bundles of a folder share most of theirs, and
 * reading a certificate costs more than verifying with one. What is remembered is a fact about bytes; nothing is known
 * here about whether they are genuine.
 *
 * <p>Bounded by the bytes that were read: when half of the capacity has been filled since the last time, what was not
 * asked for since then is forgotten. Safe for use by several threads at once.
 */
final class ItemMemory {
    private final long half;
    private final int largest;
    private final AtomicLong filled = new AtomicLong();
    private volatile Map<Bytes, Endorsements> young = new ConcurrentHashMap<>();
    private volatile Map<Bytes, Endorsements> old = new ConcurrentHashMap<>();

    ItemMemory(long capacity) {
        half = capacity / 2;
        largest = (int) Math.min(half / 8, Integer.MAX_VALUE);
    }

    Endorsements read(BundleItem item) {
        if (item.bytes().length() > largest) {
            return parsed(item);
        }
        Bytes key = item.bytes().sha256();
        Endorsements known = young.get(key);
        if (known != null) {
            return known;
        }
        known = old.get(key);
        if (known == null) {
            known = parsed(item);
        }
        // The name of what cannot be read is its origin's, which another bundle may have otherwise.
        if (known.unreadable().isEmpty()) {
            keep(key, known, item.bytes().length());
        }
        return known;
    }

    int size() {
        return young.size() + old.size();
    }

    private static Endorsements parsed(BundleItem item) {
        return Endorsements.builder().add(item.origin(), item.bytes()).build();
    }

    private void keep(Bytes key, Endorsements value, int length) {
        if (young.putIfAbsent(key, value) == null && filled.addAndGet(length) > half) {
            turn();
        }
    }

    private synchronized void turn() {
        if (filled.get() > half) {
            old = young;
            young = new ConcurrentHashMap<>();
            filled.set(0);
        }
    }
}
