package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidityWindowTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final ValidityWindow YEAR = new ValidityWindow(FROM, TO);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void bothEndsBelongToIt() {
        assertTrue(YEAR.contains(FROM, Duration.ZERO));
        assertTrue(YEAR.contains(TO, Duration.ZERO));
        assertFalse(YEAR.contains(FROM.minusNanos(1), Duration.ZERO));
        assertFalse(YEAR.contains(TO.plusNanos(1), Duration.ZERO));
    }

    @Test
    void skewWidensItAtBothEnds() {
        assertTrue(YEAR.contains(FROM.minus(MINUTE), MINUTE));
        assertTrue(YEAR.contains(TO.plus(MINUTE), MINUTE));
        assertFalse(YEAR.contains(FROM.minus(MINUTE).minusNanos(1), MINUTE));
        assertFalse(YEAR.contains(TO.plus(MINUTE).plusNanos(1), MINUTE));
    }

    @Test
    void theFarthestInstantsAreOutsideAndNoError() {
        assertFalse(YEAR.contains(Instant.MAX, MINUTE));
        assertFalse(YEAR.contains(Instant.MIN, MINUTE));
    }

    @Test
    void theIntersectionHasTheLaterBeginningAndTheEarlierEnd() {
        ValidityWindow shifted = new ValidityWindow(FROM.plus(MINUTE), TO.plus(MINUTE));
        assertEquals(new ValidityWindow(FROM.plus(MINUTE), TO), YEAR.intersect(shifted));
        assertEquals(new ValidityWindow(FROM.plus(MINUTE), TO), shifted.intersect(YEAR));
    }
}
