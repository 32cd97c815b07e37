package dev.assay.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One rule for each constant of an enumeration of bits. */
final class BitRules {
    private BitRules() {}

    static <E extends Enum<E>, R> Map<E, R> each(Class<E> bits, Function<E, R> rule) {
        Map<E, R> rules = new EnumMap<>(bits);
        for (E bit : bits.getEnumConstants()) {
            rules.put(bit, rule.apply(bit));
        }
        return Collections.unmodifiableMap(rules);
    }

    static <E, R> R of(Map<E, R> rules, E bit) {
        return Objects.requireNonNull(rules.get(bit));
    }
}
