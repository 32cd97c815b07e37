package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(5 * SECOND);

    private Progress progress(boolean shown, long done, long total) {
        return new Progress(new PrintStream(err, true, StandardCharsets.US_ASCII), shown, done, total, nanos::get);
    }

    private String shown() {
        String text =
                err.toString(StandardCharsets.US_ASCII).replace("\u001b[K", "").replace("\r", "|");
        err.reset();
        return text;
    }

    @Test
    void theLineSaysHowFarHowFastAndHowLong() {
        Progress progress = progress(true, 0, 100_000);
        nanos.addAndGet(10 * SECOND);
        progress.at(25_000);
        assertEquals("|[#######.......................] 25,000 of 100,000  2,500/s  0:30 left", shown());
        nanos.addAndGet(SECOND / 10);
        progress.at(25_100);
        assertEquals("", shown(), "not more than five times a second");
        progress.end();
        assertEquals("|", shown());
    }

    @Test
    void whatWasDoneEarlierDoesNotCountForTheSpeed() {
        Progress progress = progress(true, 90_000, 100_000);
        nanos.addAndGet(SECOND);
        progress.at(90_001);
        assertEquals("|[###########################...] 90,001 of 100,000  1/s  2:46:39 left", shown());
    }

    @Test
    void withoutATotalThereIsNoBar() {
        Progress progress = progress(true, 0, 0);
        nanos.addAndGet(SECOND);
        progress.at(10);
        assertEquals("|10  10/s", shown());
    }

    @Test
    void nothingIsPrintedWhereNobodyLooks() {
        Progress progress = progress(false, 0, 10);
        nanos.addAndGet(SECOND);
        progress.at(10);
        progress.end();
        assertEquals("", shown());
    }
}
