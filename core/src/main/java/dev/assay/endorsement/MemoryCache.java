package dev.assay.endorsement;

import java.util.Optional;

/** Items in memory, by the keys of their requests, see {@link BoundedMap}. */
final class MemoryCache implements EndorsementCache {
    private final BoundedMap<String, EndorsementItem> items;

    MemoryCache(int capacity) {
        items = new BoundedMap<>(capacity);
    }

    @Override
    public Optional<EndorsementItem> find(EndorsementRequest request) {
        return items.find(request.key());
    }

    @Override
    public void keep(EndorsementItem item) {
        items.put(item.request().key(), item);
    }
}
