package dev.assay.endorsement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map for any number of threads that drops the entry which was not used for the longest time. Keys have an order: their
 * hash codes may be equal by somebody's choice, and all threads would wait for a search through thousands of them.
 */
final class BoundedMap<K extends Comparable<K>, V> {
    private final Map<K, V> entries;

    BoundedMap(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("room for nothing: " + capacity);
        }
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    Optional<V> find(K key) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(key));
        }
    }

    void put(K key, V value) {
        synchronized (entries) {
            entries.put(key, value);
        }
    }

    void remove(K key) {
        synchronized (entries) {
            entries.remove(key);
        }
    }
}
