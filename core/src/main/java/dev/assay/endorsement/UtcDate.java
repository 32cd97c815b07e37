package dev.assay.endorsement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * RFC 3339 as Intel writes it: whole seconds, in UTC, with a capital T and Z. A document has dozens of dates, and a general
 * parser would take longer for them than for all the rest of it.
 */
final class UtcDate {
    private static final String FORM = "0000-00-00T00:00:00Z";

    private UtcDate() {}

    /** The instant, if the text is of that form and there is such a date and time. */
    static Optional<Instant> read(String text) {
        if (!hasForm(text)) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
            return Optional.of(Instant.ofEpochSecond(day.toEpochSecond(time, ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasForm(String text) {
        boolean fits = text.length() == FORM.length();
        for (int i = 0; fits && i < FORM.length(); i++) {
            char c = text.charAt(i);
            char expected = FORM.charAt(i);
            fits = expected == '0' ? c >= '0' && c <= '9' : c == expected;
        }
        return fits;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
