package dev.assay.testvectors.manifest;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of one object of a vector, all of them known by name. */
final class Members {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");

    /** A hundred years: longer is a slip, and could overflow when added to a time. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Json object;
    private final Map<String, Json> members;

    private Members(Json object, Map<String, Json> members) {
        this.object = object;
        this.members = members;
    }

    static Members of(Json object, Set<String> allowed) throws VectorProblem {
        Map<String, Json> members = object.members();
        for (String name : members.keySet()) {
            if (!allowed.contains(name)) {
                throw object.problem("unknown member '" + name + "'");
            }
        }
        return new Members(object, members);
    }

    @Nullable
    Json get(String name) {
        return members.get(name);
    }

    Json required(String name) throws VectorProblem {
        Json value = members.get(name);
        if (value == null) {
            throw object.problem("member '" + name + "' is missing");
        }
        return value;
    }

    @Nullable
    String text(String name) throws VectorProblem {
        Json value = members.get(name);
        return value == null ? null : value.string();
    }

    @Nullable
    Boolean bool(String name) throws VectorProblem {
        Json value = members.get(name);
        return value == null ? null : value.bool();
    }

    /** A member that no comparison uses, and that may therefore be any JSON. */
    @Nullable
    String note(String name) throws VectorProblem {
        Json value = members.get(name);
        if (value == null) {
            return null;
        }
        return value.isText() ? value.string() : value.text();
    }

    @Nullable
    Long number(String name) throws VectorProblem {
        Json value = members.get(name);
        if (value == null) {
            return null;
        }
        BigInteger number = value.unsigned();
        if (number.bitLength() > 63) {
            throw value.problem("is too large");
        }
        return number.longValue();
    }

    /** A time as RFC 3339 has it; Java alone would also take other forms of ISO 8601. */
    @Nullable
    Instant instant(String name) throws VectorProblem {
        Json value = members.get(name);
        if (value == null) {
            return null;
        }
        String text = value.string();
        try {
            if (RFC_3339.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // Has the form, but is no time: the thirtieth of February, say.
        }
        throw value.problem("must be a time as RFC 3339 has it, not '" + text + "'");
    }

    /** A time span: whole seconds as a number, or ISO 8601 text such as {@code PT5M} or {@code P7D}. */
    @Nullable
    Duration duration(String name) throws VectorProblem {
        Json value = members.get(name);
        if (value == null) {
            return null;
        }
        try {
            Duration span = value.isText()
                    ? Duration.parse(value.string())
                    : Duration.ofSeconds(value.unsigned().longValueExact());
            if (!span.isNegative() && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below, together with spans that are out of range.
        }
        throw value.problem("must be a time span from 0 to " + LONGEST.toDays() + " days");
    }

    /** A word out of a fixed list. */
    <T> @Nullable T word(String name, T[] words, Function<T, String> label) throws VectorProblem {
        Json value = members.get(name);
        if (value == null) {
            return null;
        }
        String text = value.string();
        for (T word : words) {
            if (label.apply(word).equals(text)) {
                return word;
            }
        }
        throw value.problem("'" + text + "' is not among the words known");
    }
}
