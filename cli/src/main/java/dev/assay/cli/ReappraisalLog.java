package dev.assay.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where the lines of a run go: to standard output, or to a file in such a way that a run can be taken up later. */
interface ReappraisalLog extends Closeable {
    /** Writes a line. A failure is an {@link UncheckedIOException}. */
    void line(String line);

    @Override
    void close() throws IOException;

    static ReappraisalLog to(PrintStream out) {
        return new ReappraisalLog() {
            @Override
            public void line(String line) {
                out.print(line + "\n");
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }

    /** Goes on behind the good bytes of a file, one process at a time. */
    static ReappraisalLog to(Path file, long goodBytes) throws IOException, UsageException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        boolean opened = false;
        try {
            if (lock(channel) == null) {
                throw new UsageException("cannot use " + file + ": another run writes it");
            }
            channel.truncate(goodBytes);
            channel.position(goodBytes);
            opened = true;
            return new ToFile(channel);
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Lines are gathered and written by the block; what was written reaches the disk at every so many lines and at the
     * end. A crash in between costs the work on the lines that were not, and tears one line at most.
     */
    final class ToFile implements ReappraisalLog {
        private static final int BLOCK = 1 << 16;
        private static final int LINES_UNTIL_FORCED = 4096;

        private final FileChannel channel;
        private final StringBuilder block = new StringBuilder();
        private int lines;

        private ToFile(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void line(String line) {
            block.append(line).append('\n');
            lines++;
            try {
                if (block.length() >= BLOCK) {
                    write();
                }
                if (lines % LINES_UNTIL_FORCED == 0) {
                    write();
                    channel.force(false);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                write();
                channel.force(true);
            }
        }

        private void write() throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(block.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            block.setLength(0);
        }
    }
}
