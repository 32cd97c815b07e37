package dev.assay.cli;

import dev.assay.endorsement.online.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is now for a command is now for its requests too; waiting takes real time. */
record ClockTiming(Clock clock) implements Timing {
    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return Timing.system().nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Timing.system().sleep(time);
    }

    @Override
    public double random() {
        return Timing.system().random();
    }
}
