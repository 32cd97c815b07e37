package dev.assay.policy;

import java.util.List;

/**
 * An allow-list of words.
 *
 * @param allowed the words that are accepted, exactly as spelled
 */
public record Words(List<String> allowed) implements Demand<String> {
    /**
     * Keeps each word once, in the order given.
     *
     * @param allowed the words that are accepted, exactly as spelled
     * @throws IllegalArgumentException if there is none
     */
    public Words {
        allowed = Listing.distinct(allowed);
    }

    /**
     * Allows some words.
     *
     * @param allowed at least one
     * @return the demand
     * @throws IllegalArgumentException if there is none
     */
    public static Words of(String... allowed) {
        return new Words(List.of(allowed));
    }

    @Override
    public boolean accepts(String fact) {
        return allowed.contains(fact);
    }

    @Override
    public String words() {
        return Listing.words(allowed);
    }
}
