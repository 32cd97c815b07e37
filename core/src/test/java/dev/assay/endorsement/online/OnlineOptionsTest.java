package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be set, up to the very limits. */
class OnlineOptionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OnlineOptions options = OnlineOptions.defaults();

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        assertEquals(Duration.ofSeconds(20), options.attemptTimeout());
        assertEquals(Duration.ofSeconds(60), options.totalTimeout());
        assertEquals(3, options.attempts());
        assertEquals(Duration.ofSeconds(10), options.kdsInterval());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void oneToTenAttemptsWillDo(int attempts) {
        assertEquals(attempts, options.withAttempts(attempts).attempts());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void otherNumbersOfAttemptsAreRefused(int attempts) {
        assertThrows(IllegalArgumentException.class, () -> options.withAttempts(attempts));
    }

    @Test
    void oneAttemptMayTakeAllTheTimeButNoMore() {
        OnlineOptions whole = options.withTimeouts(SECOND, SECOND);
        assertEquals(SECOND, whole.attemptTimeout());
        assertEquals(SECOND, whole.totalTimeout());
        assertThrows(IllegalArgumentException.class, () -> options.withTimeouts(SECOND.plusNanos(1), SECOND));
    }

    @Test
    void anAttemptTakesSomeTime() {
        assertEquals(
                Duration.ofNanos(1),
                options.withTimeouts(Duration.ofNanos(1), SECOND).attemptTimeout());
        assertThrows(IllegalArgumentException.class, () -> options.withTimeouts(Duration.ZERO, SECOND));
        assertThrows(IllegalArgumentException.class, () -> options.withTimeouts(Duration.ofNanos(-1), SECOND));
    }

    @Test
    void requestsToAMirrorNeedNotBeKeptApart() {
        assertEquals(Duration.ZERO, options.withKdsInterval(Duration.ZERO).kdsInterval());
        assertThrows(IllegalArgumentException.class, () -> options.withKdsInterval(Duration.ofNanos(-1)));
    }
}
