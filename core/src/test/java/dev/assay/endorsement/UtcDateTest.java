package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of collateral, beside the platform's own reader of them. */
class UtcDateTest {
    private static final String LATE = "2026-12-31T23:59:59Z";

    /** From the year 0 to the end of 9999. */
    @Property
    void everySecondIsReadAsThePlatformReadsIt(
            @ForAll @LongRange(min = -62167219200L, max = 253402300799L) long second) {
        String text =
                Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.SECONDS).toString();
        assertEquals(Optional.of(Instant.ofEpochSecond(second)), UtcDate.read(text));
    }

    /** The platform's reader takes the 60th second and the 24th hour, which no document has. */
    @Property
    void oneOtherCharacterIsReadAsThePlatformReadsItOrNotAtAll(
            @ForAll @IntRange(max = 19) int at, @ForAll @CharRange(from = ' ', to = '~') char other) {
        String text = LATE.substring(0, at) + other + LATE.substring(at + 1);
        boolean strange = other == 'z' || other == 't' || (at == 17 && other == '6');
        assertEquals(strange ? Optional.empty() : read(text), UtcDate.read(text), text);
    }

    private static Optional<Instant> read(String text) {
        try {
            return text.matches("[-0-9T:]*Z") ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-01-31T00:00:00",
                "2026-01-31T00:00:00.0Z",
                "2026-01-31T00:00:00+00:00",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T00:60:00Z",
                "2026-01-31T23:59:60Z",
                "2026-01-31t00:00:00Z",
                "2026-01-31T00:00:00z",
                "+026-01-31T00:00:00Z",
                "-026-01-31T00:00:00Z",
                "2026-+1-31T00:00:00Z",
                "2026-01-31T00:00:0\u0660Z",
            })
    void nothingElseIsADate(String text) {
        assertEquals(Optional.empty(), UtcDate.read(text));
    }
}
