package dev.assay.cli;

import dev.assay.bundle.Bundle;
import dev.assay.model.Bytes;
import dev.assay.reappraisal.StoredBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and the folders in it, in the order of their names, in memory that does not grow with their
 * number: a folder is gone through several times, and each time the next few thousand names are kept. The order makes
 * output comparable, and lets a run that was interrupted go on behind the last name.
 *
 * <p>Names that begin with a dot are passed over, as are folders behind symbolic links.
 */
final class BundleWalk implements Iterator<StoredBundle> {
    /** How many names of a folder are kept at a time. */
    static final int BATCH = 16_384;

    private static final int DEEPEST = 64;

    private final Path root;
    private final int batch;
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Path next;

    /**
     * @param after the id of the last file that was dealt with; empty for none
     */
    BundleWalk(Path root, String after, int batch) {
        this.root = root;
        this.batch = batch;
        Path folder = root;
        for (String text : after.isEmpty() ? List.<String>of() : List.of(after.split("/", -1))) {
            Path name = BundleName.name(text, root);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !folder.equals(root)) {
                break;
            }
            levels.push(new Level(folder, name));
            folder = folder.resolve(name);
        }
        if (levels.isEmpty()) {
            levels.push(new Level(root, null));
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !levels.isEmpty()) {
            Path entry = levels.element().next();
            if (entry == null) {
                levels.pop();
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (levels.size() == DEEPEST) {
                    throw new UncheckedIOException(new IOException("more than " + DEEPEST + " folders deep: " + entry));
                }
                levels.push(new Level(entry, null));
            } else if (Files.isRegularFile(entry) || !Files.exists(entry)) {
                // What is gone by now, or a link to nothing, is reported as unreadable; a pipe would never end.
                next = entry;
            }
        }
        return next != null;
    }

    @Override
    public StoredBundle next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Stored stored = new Stored(root, next);
        next = null;
        return stored;
    }

    /** A folder, and how far it has been gone through. */
    private final class Level {
        private final Path folder;
        private @Nullable Path last;
        private final Deque<Path> ahead = new ArrayDeque<>();
        private boolean whole;

        Level(Path folder, @Nullable Path last) {
            this.folder = folder;
            this.last = last;
        }

        @Nullable
        Path next() {
            if (ahead.isEmpty() && !whole) {
                fill();
            }
            Path name = ahead.poll();
            if (name == null) {
                return null;
            }
            last = name;
            return folder.resolve(name);
        }

        private void fill() {
            PriorityQueue<Path> smallest = new PriorityQueue<>(Collections.reverseOrder());
            whole = true;
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    Path name = entry.getFileName();
                    if (name == null
                            || name.toString().startsWith(".")
                            || (last != null && name.compareTo(last) <= 0)) {
                        continue;
                    }
                    smallest.add(name);
                    if (smallest.size() > batch) {
                        smallest.poll();
                        whole = false;
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw new UncheckedIOException(e.getCause());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<Path> sorted = new ArrayList<>(smallest);
            Collections.sort(sorted);
            ahead.addAll(sorted);
        }
    }

    /** A file; its id is its path below the folder that was named, with slashes on every system. */
    private record Stored(Path root, Path file) implements StoredBundle {
        @Override
        public String id() {
            List<String> names = new ArrayList<>();
            root.relativize(file).forEach(name -> names.add(BundleName.text(name)));
            return String.join("/", names);
        }

        @Override
        public Bytes read() throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Bytes.copyOf(in.readNBytes(Bundle.LARGEST + 1));
            }
        }
    }
}
