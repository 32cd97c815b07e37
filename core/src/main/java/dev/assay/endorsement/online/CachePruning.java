package dev.assay.endorsement.online;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Brings a folder back within its bounds. One process does it at a time; writers do not wait for it. A file that is
 * written anew meanwhile is left alone; at the worst an item is missed and had again, never taken for another.
 */
final class CachePruning {
    private final Path folder;
    private final DiskBounds bounds;
    private final Instant now;

    CachePruning(Path folder, DiskBounds bounds, Instant now) {
        this.folder = folder;
        this.bounds = bounds;
        this.now = now;
    }

    private record Entry(Path file, FileTime used, long size) {}

    /** Leaves it to another process, or another cache of this one, that is at it. */
    void run(FileChannel shared, String justWritten) throws IOException {
        try (FileLock lock = shared.tryLock()) {
            if (lock != null) {
                prune(justWritten);
            }
        } catch (OverlappingFileLockException e) {
            // It is another cache of this process.
        }
    }

    private void prune(String justWritten) throws IOException {
        List<Entry> entries = entries();
        long count = entries.size();
        long bytes = entries.stream().mapToLong(Entry::size).sum();
        boolean full = count > bounds.entries() || bytes > bounds.bytes();
        FileTime old = FileTime.from(now.minus(bounds.unusedFor()));
        entries.sort(Comparator.comparing(Entry::used).thenComparing(Entry::file));
        Deque<Entry> oldest = new ArrayDeque<>(entries);
        oldest.removeIf(entry -> entry.file().endsWith(justWritten));
        while (!oldest.isEmpty()) {
            Entry entry = oldest.remove();
            boolean crowded = full
                    && (count > bounds.entries() - bounds.entries() / 10
                            || bytes > bounds.bytes() - bounds.bytes() / 10);
            if (!crowded && entry.used().compareTo(old) >= 0) {
                return;
            }
            removeUnchanged(entry);
            count--;
            bytes -= entry.size();
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, CacheFolder::isItem)) {
            for (Path file : files) {
                try {
                    BasicFileAttributes facts =
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    entries.add(new Entry(file, facts.lastModifiedTime(), facts.size()));
                } catch (NoSuchFileException e) {
                    // Gone by itself.
                }
            }
        }
        return entries;
    }

    private static void removeUnchanged(Entry entry) throws IOException {
        try {
            if (Files.getLastModifiedTime(entry.file(), LinkOption.NOFOLLOW_LINKS)
                    .equals(entry.used())) {
                Files.deleteIfExists(entry.file());
            }
        } catch (NoSuchFileException e) {
            // Gone by itself.
        }
    }
}
