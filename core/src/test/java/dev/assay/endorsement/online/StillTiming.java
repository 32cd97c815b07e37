package dev.assay.endorsement.online;

import dev.assay.testvectors.amd.SnpSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only where a test says so, or where somebody sleeps: every moment can be hit exactly. */
final class StillTiming implements Timing {
    private static final long START = 1_000_000_000_000L;

    private final List<Duration> pauses = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public Instant instant() {
        return SnpSimulator.AT.plus(passed);
    }

    @Override
    public long nanoTime() {
        return START + passed.toNanos();
    }

    @Override
    public void sleep(Duration time) {
        pauses.add(time);
        pass(time);
    }

    @Override
    public double random() {
        return 0.5;
    }

    void pass(Duration time) {
        passed = passed.plus(time);
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
