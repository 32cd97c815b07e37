package dev.assay.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How results spell the constants of enumerations that have no spelling of their own. */
final class Labels {
    private Labels() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(E[] values, String label) {
        return Arrays.stream(values).filter(value -> of(value).equals(label)).findFirst();
    }
}
