package dev.assay.endorsement;

import java.time.Duration;

/**
 * How long a remembering source does without asking again. Nothing is kept beyond its own dates but as stale.
 *
 * @param refreshAfter when to ask for a newer revocation list, chain or document of Intel's though the kept one has not
 *     ended; if none is to be had the kept one serves until its own date. VCEKs and VLEKs are kept until they end
 * @param absenceFor how long to believe that there is no such item
 * @param pauseAfterFailure how long not to ask again for a newer item after failing to get one
 */
public record CacheRules(Duration refreshAfter, Duration absenceFor, Duration pauseAfterFailure) {
    /**
     * Refuses negative times.
     *
     * @param refreshAfter when to ask for a newer item
     * @param absenceFor how long to believe that there is none
     * @param pauseAfterFailure how long not to ask for a newer one after a failure
     */
    public CacheRules {
        if (refreshAfter.isNegative() || absenceFor.isNegative() || pauseAfterFailure.isNegative()) {
            throw new IllegalArgumentException("a time below zero");
        }
    }

    /**
     * A day, ten minutes, one minute: AMD's revocation lists are valid for a year, and a revocation should not take that
     * long to be seen.
     *
     * @return the rules
     */
    public static CacheRules defaults() {
        return new CacheRules(Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofMinutes(1));
    }

    /**
     * Keeps everything until its own dates, and asks for nothing before.
     *
     * @return the rules
     */
    public static CacheRules untilOwnDates() {
        return new CacheRules(Duration.ofDays(365_000), Duration.ofMinutes(10), Duration.ofMinutes(1));
    }
}
