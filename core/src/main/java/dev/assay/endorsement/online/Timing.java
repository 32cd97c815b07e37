package dev.assay.endorsement.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time and chance as a client of services needs them. Tests bring their own, and wait for nothing. */
public interface Timing extends InstantSource {
    /**
     * The present time, for the dates of items.
     *
     * @return the time of day
     */
    @Override
    Instant instant();

    /**
     * A count of nanoseconds that never goes back, for time-outs.
     *
     * @return nanoseconds since some moment
     */
    long nanoTime();

    /**
     * Waits.
     *
     * @param time how long
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * A random number, so that many clients do not come back at once. It need not be hard to guess.
     *
     * @return from 0 to below 1
     */
    double random();

    /**
     * The real ones.
     *
     * @return the system's clocks
     */
    static Timing system() {
        return new SystemTiming();
    }
}
