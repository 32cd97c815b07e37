package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementCache;
import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementObserver;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.model.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps items as files of one folder, which several processes may share. A file that is truncated, changed or not what its
 * name says counts as not there and is written anew. That there is no such item is not kept on disk, since anybody can ask
 * for things that do not exist.
 *
 * <p>Folder and files are for their owner alone: they name the chips that were asked about.
 */
public final class DiskCache implements EndorsementCache {
    /** The most files, unless said otherwise; a VCEK takes one of 2 kB. */
    public static final int CAPACITY = 100_000;

    private final CacheFolder folder;
    private final int capacity;
    private final AtomicInteger size;
    private final EndorsementObserver observer;

    private DiskCache(CacheFolder folder, int capacity, int size, EndorsementObserver observer) {
        this.folder = folder;
        this.capacity = capacity;
        this.size = new AtomicInteger(size);
        this.observer = observer;
    }

    /**
     * Opens a cache, and makes its folder if there is none.
     *
     * @param folder a folder for this cache alone
     * @param clock tells files that a process left unfinished from those being written
     * @return the cache
     * @throws IOException if the folder cannot be made or read, or if others may write to it
     */
    public static DiskCache open(Path folder, InstantSource clock) throws IOException {
        return open(folder, clock, CAPACITY, EndorsementObserver.none());
    }

    /**
     * Opens a cache, and makes its folder if there is none.
     *
     * @param folder a folder for this cache alone
     * @param clock tells files that a process left unfinished from those being written
     * @param capacity the most files; when it is full, nothing new is kept
     * @param observer is told when an item could not be kept
     * @return the cache
     * @throws IOException if the folder cannot be made or read, or if others may write to it
     */
    public static DiskCache open(Path folder, InstantSource clock, int capacity, EndorsementObserver observer)
            throws IOException {
        if (capacity < 1) {
            throw new IllegalArgumentException("room for nothing: " + capacity);
        }
        CacheFolder opened = CacheFolder.open(folder, clock.instant());
        return new DiskCache(opened, capacity, opened.size(), observer);
    }

    @Override
    public Optional<EndorsementItem> find(EndorsementRequest request) {
        return folder.read(name(request), CacheFile.LARGEST).flatMap(file -> CacheFile.decode(file, request));
    }

    @Override
    public void keep(EndorsementItem item) {
        String name = name(item.request());
        boolean isNew = !folder.has(name);
        if (isNew && size.get() >= capacity) {
            tellUnwritable(item);
            return;
        }
        try {
            folder.write(name, CacheFile.encode(item));
            size.addAndGet(isNew ? 1 : 0);
        } catch (IOException e) {
            tellUnwritable(item);
        }
    }

    private void tellUnwritable(EndorsementItem item) {
        observer.tell(EndorsementEvent.Kind.CACHE_UNWRITABLE, item.request(), "cache", Duration.ZERO, Optional.empty());
    }

    /** A listing of the folder names no chip. */
    private static String name(EndorsementRequest request) {
        return Bytes.copyOf(request.key().getBytes(StandardCharsets.US_ASCII))
                .sha256()
                .hex();
    }
}
