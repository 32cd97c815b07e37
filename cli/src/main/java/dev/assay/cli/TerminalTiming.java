package dev.assay.cli;

import dev.assay.endorsement.online.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Real waiting, by the terminal's idea of the date. */
record TerminalTiming(Clock clock, Timing real) implements Timing {
    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return real.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        real.sleep(time);
    }

    @Override
    public double random() {
        return real.random();
    }
}
