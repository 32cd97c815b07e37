package dev.assay.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An allow-list of numbers.
 *
 * @param allowed the numbers that are accepted
 */
public record Numbers(List<Long> allowed) implements Demand<Long> {
    /**
     * Keeps each number once, in the order given.
     *
     * @param allowed the numbers that are accepted
     * @throws IllegalArgumentException if there is none
     */
    public Numbers {
        allowed = Listing.distinct(allowed);
    }

    /**
     * Allows some numbers.
     *
     * @param allowed at least one
     * @return the demand
     * @throws IllegalArgumentException if there is none
     */
    public static Numbers of(long... allowed) {
        return new Numbers(Arrays.stream(allowed).boxed().toList());
    }

    @Override
    public boolean accepts(Long fact) {
        return allowed.contains(fact);
    }

    @Override
    public Optional<Long> only() {
        return allowed.size() == 1 ? Optional.of(allowed.get(0)) : Optional.empty();
    }

    @Override
    public String words() {
        return Listing.words(allowed);
    }
}
