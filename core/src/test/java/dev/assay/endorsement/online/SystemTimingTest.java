package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real clocks, without regard to what they show. */
@Timeout(60)
class SystemTimingTest {
    private final Timing timing = Timing.system();

    @Test
    void theTimeOfDayIsTheSystems() {
        Instant system = InstantSource.system().instant();
        assertTrue(Duration.between(system, timing.instant()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void theCountOfNanosecondsIsTheSystems() {
        long before = System.nanoTime();
        long count = timing.nanoTime();
        long after = System.nanoTime();
        assertTrue(count - before >= 0 && after - count >= 0);
    }

    @Test
    void chanceIsFromZeroToBelowOneAndNotAlwaysTheSame() {
        double[] drawn =
                DoubleStream.generate(timing::random).limit(1000).sorted().toArray();
        assertTrue(drawn[0] >= 0 && drawn[999] < 1);
        assertTrue(drawn[0] < 0.5 && drawn[999] > 0.5);
    }

    @Test
    void whoIsInterruptedSleepsNoLonger() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> timing.sleep(Duration.ofHours(1)));
        assertFalse(Thread.interrupted());
    }

    @Test
    void whoNamesNoTimingGetsTheRealOne() {
        assertEquals(SystemTiming.class, OnlineOptions.defaults().timing().getClass());
    }
}
