package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementCache;
import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementObserver;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.model.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps items as files of one folder, which several processes may share. A file that is truncated, changed or not what its
 * name says counts as not there and is written anew. That there is no such item is not kept on disk, since anybody can ask
 * for things that do not exist. What nobody has asked for in a long time is given up, and sooner where there is no room.
 *
 * <p>Folder and files are for their owner alone: they name the chips that were asked about.
 */
public final class DiskCache implements EndorsementCache {
    private final CacheFolder folder;
    private final InstantSource clock;
    private final DiskBounds bounds;
    private final EndorsementObserver observer;
    private final AtomicLong entriesSince = new AtomicLong();
    private final AtomicLong bytesSince = new AtomicLong();

    private DiskCache(CacheFolder folder, InstantSource clock, DiskBounds bounds, EndorsementObserver observer) {
        this.folder = folder;
        this.clock = clock;
        this.bounds = bounds;
        this.observer = observer;
    }

    /**
     * Opens a cache, and makes its folder if there is none.
     *
     * @param folder a folder for this cache alone
     * @param clock tells when items were used, and files that a process left unfinished from those being written
     * @return the cache
     * @throws IOException if the folder cannot be made or read, if somebody else owns it, or if others may write to it
     */
    public static DiskCache open(Path folder, InstantSource clock) throws IOException {
        return open(folder, clock, DiskBounds.defaults(), EndorsementObserver.none());
    }

    /**
     * Opens a cache, and makes its folder if there is none.
     *
     * @param folder a folder for this cache alone
     * @param clock tells when items were used, and files that a process left unfinished from those being written
     * @param bounds how much it may hold
     * @param observer is told when an item could not be kept
     * @return the cache
     * @throws IOException if the folder cannot be made or read, if somebody else owns it, or if others may write to it
     */
    public static DiskCache open(Path folder, InstantSource clock, DiskBounds bounds, EndorsementObserver observer)
            throws IOException {
        DiskCache opened = new DiskCache(CacheFolder.open(folder, clock.instant()), clock, bounds, observer);
        opened.prune("");
        return opened;
    }

    @Override
    public Optional<EndorsementItem> find(EndorsementRequest request) {
        String name = name(request);
        Optional<EndorsementItem> item =
                folder.read(name, CacheFile.LARGEST).flatMap(file -> CacheFile.decode(file, request));
        if (item.isPresent()) {
            folder.use(name, clock.instant(), DiskBounds.STEP);
        }
        return item;
    }

    @Override
    public void keep(EndorsementItem item) {
        String name = name(item.request());
        try {
            byte[] file = CacheFile.encode(item);
            if (file.length > Math.min(bounds.bytes(), CacheFile.LARGEST)) {
                tellUnwritable(item);
                return;
            }
            folder.write(name, file, clock.instant());
            boolean many = entriesSince.incrementAndGet() > bounds.entries() / 10;
            boolean much = bytesSince.addAndGet(file.length) > bounds.bytes() / 10;
            if (many || much) {
                prune(name);
            }
        } catch (IOException e) {
            tellUnwritable(item);
        }
    }

    /** A folder that can only be read, or that is gone, serves or fails by itself: room is no matter then. */
    private void prune(String justWritten) {
        entriesSince.set(0);
        bytesSince.set(0);
        try {
            folder.prune(bounds, clock.instant(), justWritten);
        } catch (IOException | DirectoryIteratorException e) {
            entriesSince.set(bounds.entries());
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
