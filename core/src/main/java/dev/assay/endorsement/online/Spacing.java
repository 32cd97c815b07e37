package dev.assay.endorsement.online;

import java.time.Duration;

/**
 * Keeps the requests to a service apart. Who comes gets a place in time and waits for it by itself, holding nothing that
 * others need.
 */
final class Spacing {
    private final long interval;
    private boolean used;
    private long next;

    Spacing(Duration interval) {
        this.interval = interval.toNanos();
    }

    /**
     * Takes the next place if it is not too far away.
     *
     * @return how long to wait for it; more than {@code most} means that no place was taken
     */
    synchronized Duration reserve(long now, Duration most) {
        long place = used && next - now > 0 ? next : now;
        Duration wait = Duration.ofNanos(place - now);
        if (wait.compareTo(most) <= 0) {
            used = true;
            next = place + interval;
        }
        return wait;
    }

    /** Gives out no place for some time. */
    synchronized void holdOff(long now, Duration time) {
        long until = now + time.toNanos();
        if (!used || until - next > 0) {
            used = true;
            next = until;
        }
    }
}
