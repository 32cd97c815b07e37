package dev.assay.verify;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time, both ends included.
 *
 * @param notBefore the first instant of it
 * @param notAfter the last
 */
public record ValidityWindow(Instant notBefore, Instant notAfter) {
    /**
     * Tells whether an instant lies in the span.
     *
     * @param instant the instant
     * @param skew how far outside it may lie
     * @return true if it does
     */
    public boolean contains(Instant instant, Duration skew) {
        if (!skew.isNegative() && !instant.isBefore(notBefore) && !instant.isAfter(notAfter)) {
            return true;
        }
        // Distances, since the sum of an extreme instant and the skew may not exist.
        return Duration.between(instant, notBefore).compareTo(skew) <= 0
                && Duration.between(notAfter, instant).compareTo(skew) <= 0;
    }

    /**
     * The part that two spans share.
     *
     * @param other the other span
     * @return from the later beginning to the earlier end, which lies before it if they share nothing
     */
    public ValidityWindow intersect(ValidityWindow other) {
        return new ValidityWindow(
                notBefore.isAfter(other.notBefore) ? notBefore : other.notBefore,
                notAfter.isBefore(other.notAfter) ? notAfter : other.notAfter);
    }

    @Override
    public String toString() {
        return notBefore + " to " + notAfter;
    }
}
