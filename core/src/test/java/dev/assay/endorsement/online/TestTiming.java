package dev.assay.endorsement.online;

import dev.assay.testvectors.amd.SnpSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Sleeps by moving on, at the time that all that is minted is valid for. Real time passes too, for real time-outs. */
final class TestTiming implements Timing {
    private final Instant start;
    private final AtomicLong slept = new AtomicLong();
    private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();

    TestTiming() {
        this(SnpSimulator.AT);
    }

    TestTiming(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(slept.get());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + slept.get();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(time);
        slept.addAndGet(time.toNanos());
    }

    @Override
    public double random() {
        return 0.5;
    }

    void pass(Duration time) {
        slept.addAndGet(time.toNanos());
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
