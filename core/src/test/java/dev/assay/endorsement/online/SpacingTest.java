package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How requests are kept apart, and how long a service wants to be left alone. */
class SpacingTest {
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }

    @Test
    void placesAreAnIntervalApart() {
        Spacing spacing = new Spacing(TEN);
        assertEquals(Duration.ZERO, spacing.reserve(seconds(-5), LONG));
        assertEquals(Duration.ofSeconds(10), spacing.reserve(seconds(-5), LONG));
        assertEquals(Duration.ofSeconds(17), spacing.reserve(seconds(-2), LONG));
        assertEquals(Duration.ZERO, spacing.reserve(seconds(25), LONG));
    }

    @Test
    void aPlaceTooFarAwayIsNotTaken() {
        Spacing spacing = new Spacing(TEN);
        spacing.reserve(0, LONG);
        assertEquals(TEN, spacing.reserve(0, Duration.ofSeconds(9)));
        assertEquals(TEN, spacing.reserve(0, TEN));
        assertEquals(Duration.ofSeconds(20), spacing.reserve(0, LONG), "the one that was just near enough is taken");
    }

    @Test
    void timeThatWrapsAroundIsNoMatter() {
        Spacing spacing = new Spacing(TEN);
        assertEquals(Duration.ZERO, spacing.reserve(Long.MAX_VALUE - 5, LONG));
        assertEquals(Duration.ofSeconds(10), spacing.reserve(Long.MAX_VALUE - 5, LONG));
        assertEquals(Duration.ZERO, spacing.reserve(Long.MAX_VALUE - 5 + seconds(30), LONG));
    }

    @Test
    void holdingOffOnlyMakesItLater() {
        Spacing spacing = new Spacing(TEN);
        spacing.holdOff(0, Duration.ofSeconds(60));
        spacing.holdOff(0, Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(60), spacing.reserve(0, LONG));
    }

    private static Optional<Duration> retryAfter(String value) {
        return RetryAfter.of(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (a, b) -> true), NOW);
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertEquals(Optional.of(Duration.ofMinutes(2)), retryAfter(" 120 "));
        assertEquals(Optional.of(Duration.ofSeconds(90)), retryAfter("Tue, 1 Sep 2026 00:01:30 GMT"));
        assertEquals(Optional.of(Duration.ZERO), retryAfter("Mon, 31 Aug 2026 00:00:00 GMT"));
        assertEquals(Optional.of(Duration.ofDays(1)), retryAfter("999999999"));
        for (String nonsense : List.of("", "-1", "soon", "1e9", "99999999999999999999", "\u0661\u0662")) {
            assertEquals(Optional.empty(), retryAfter(nonsense), nonsense);
        }
    }
}
