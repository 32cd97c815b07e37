package dev.assay.cli;

import dev.assay.bundle.Bundle;
import dev.assay.model.Bytes;
import dev.assay.reappraisal.StoredBundle;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Bundles one a line, as they are when bundles are put one behind the other. Empty lines are passed over. */
final class BundleLines implements Iterator<StoredBundle> {
    private static final String ID = "line ";

    private final InputStream in;
    private long line;
    private @Nullable StoredBundle next;

    /**
     * @param after the id of the last bundle that was dealt with; empty for none
     */
    BundleLines(InputStream in, String after) {
        this.in = new BufferedInputStream(in, 1 << 16);
        long last = after.isEmpty() ? 0 : number(after);
        while (line < last && read() != null) {
            // These were dealt with.
        }
    }

    private static long number(String id) {
        if (!id.startsWith(ID)) {
            throw new IllegalArgumentException("no name of a line: " + id);
        }
        return Long.parseLong(id.substring(ID.length()));
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            byte[] content = read();
            if (content == null) {
                return false;
            }
            if (content.length > 0) {
                next = new Line(ID + line, Bytes.copyOf(content));
            }
        }
        return true;
    }

    @Override
    public StoredBundle next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        StoredBundle found = next;
        next = null;
        return found;
    }

    /** The next line, or null at the end. Of a line that is too long, one byte more than a bundle may have is kept. */
    private byte @Nullable [] read() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            line++;
            while (c >= 0 && c != '\n') {
                if (content.size() <= Bundle.LARGEST && c != '\r') {
                    content.write(c);
                }
                c = in.read();
            }
            return content.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(String id, Bytes content) implements StoredBundle {
        @Override
        public Bytes read() {
            return content;
        }
    }
}
