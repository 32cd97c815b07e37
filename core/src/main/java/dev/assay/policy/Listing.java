package dev.assay.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What all lists of alternatives have in common. */
final class Listing {
    /** Nobody reads more than this of them; the policy itself has them all. */
    private static final int SHOWN = 4;

    private Listing() {}

    /** Keeps the order, since that is how the author wrote them, and no entry twice. */
    static <T> List<T> distinct(List<T> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("must name at least one value");
        }
        // The first hash of a record makes the platform generate code, which one entry need not wait for.
        return List.copyOf(entries.size() == 1 ? entries : new LinkedHashSet<>(entries));
    }

    /** For entries that hash tables have no order for, which takes the square of their number if they hash alike. */
    static <T> List<T> distinct(List<T> entries, int most) {
        if (entries.size() > most) {
            throw new IllegalArgumentException("has more than " + most + " entries");
        }
        return distinct(entries);
    }

    static String words(List<?> entries) {
        if (entries.size() == 1) {
            return String.valueOf(entries.get(0));
        }
        String shown = entries.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return "one of " + shown + (entries.size() > SHOWN ? " and " + (entries.size() - SHOWN) + " more" : "");
    }
}
