package dev.assay.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far a long command has come. Nothing is printed anywhere else. */
final class Progress {
    private static final int WIDTH = 30;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long INTERVAL = NANOS_PER_SECOND / 5;

    private final PrintStream err;
    private final boolean shown;
    private final long done;
    private final long total;
    private final LongSupplier nanos;
    private final long started;
    private long last;

    /**
     * @param shown whether {@code err} is a terminal
     * @param done how many were dealt with earlier
     * @param total how many there are; 0 if that is not known
     * @param nanos a clock that only goes forward
     */
    Progress(PrintStream err, boolean shown, long done, long total, LongSupplier nanos) {
        this.err = err;
        this.shown = shown;
        this.done = done;
        this.total = total;
        this.nanos = nanos;
        started = nanos.getAsLong();
        last = started - INTERVAL;
    }

    /** Whether messages go to a terminal, also while results go elsewhere. */
    static boolean possible(Terminal terminal) {
        if (terminal.err() != System.err) {
            return false;
        }
        try {
            String device = Path.of("/proc/self/fd/2").toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException e) {
            return terminal.colour();
        }
    }

    /**
     * Shows the state, unless that was done just now.
     *
     * @param count how many are dealt with, those of earlier included
     */
    void at(long count) {
        long now = nanos.getAsLong();
        if (shown && now - last >= INTERVAL) {
            last = now;
            err.print("\r" + text(count, now) + "\u001b[K");
            err.flush();
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private String text(long count, long now) {
        double seconds = Math.max(1, now - started) / (double) NANOS_PER_SECOND;
        double rate = (count - done) / seconds;
        String speed = String.format(Locale.ROOT, "%,d/s", Math.round(rate));
        if (total <= 0) {
            return String.format(Locale.ROOT, "%,d  %s", count, speed);
        }
        int filled = (int) Math.min(WIDTH, WIDTH * count / total);
        String left = rate > 0 ? "  " + time(Math.round((total - count) / rate)) + " left" : "";
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d  %s%s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                count,
                total,
                speed,
                left);
    }

    private static String time(long seconds) {
        long left = Math.max(0, seconds);
        return left >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left / 3600, left / 60 % 60, left % 60)
                : String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60);
    }
}
