package dev.assay.endorsement;

import java.util.Optional;

/**
 * Keeps items by what they are. It does not judge their age: {@link EndorsementSource#remembering} does, and an item past
 * its dates stays, to be told as such.
 */
public interface EndorsementCache {
    /**
     * Looks for an item.
     *
     * @param request what is wanted
     * @return the item that was kept last for an equal request, or empty; what cannot be read counts as not there
     */
    Optional<EndorsementItem> find(EndorsementRequest request);

    /**
     * Keeps an item in place of an earlier one. A cache may forget it at any time.
     *
     * @param item the item
     */
    void keep(EndorsementItem item);

    /**
     * A cache in memory that forgets what was not used for the longest time.
     *
     * @param capacity the most items, 1 or more; a VCEK takes about 2 kB, a TCB info about 20 kB
     * @return an empty cache
     */
    static EndorsementCache inMemory(int capacity) {
        return new MemoryCache(capacity);
    }

    /**
     * Looks in this cache, then in another, and keeps in both.
     *
     * @param slower the other, for instance one on disk
     * @return a cache
     */
    default EndorsementCache over(EndorsementCache slower) {
        EndorsementCache faster = this;
        return new EndorsementCache() {
            @Override
            public Optional<EndorsementItem> find(EndorsementRequest request) {
                Optional<EndorsementItem> item = faster.find(request);
                if (item.isEmpty()) {
                    item = slower.find(request);
                    item.ifPresent(faster::keep);
                }
                return item;
            }

            @Override
            public void keep(EndorsementItem item) {
                slower.keep(item);
                faster.keep(item);
            }
        };
    }
}
