package dev.assay.endorsement;

import java.util.Optional;

/** Items in memory. */
final class MemoryCache implements EndorsementCache {
    private final BoundedMap<EndorsementRequest, EndorsementItem> items;

    MemoryCache(int capacity) {
        items = new BoundedMap<>(capacity);
    }

    @Override
    public Optional<EndorsementItem> find(EndorsementRequest request) {
        return items.find(request);
    }

    @Override
    public void keep(EndorsementItem item) {
        items.put(item.request(), item);
    }
}
