package dev.assay.policy;

import java.util.List;

/**
 * A list of words of which none may occur.
 *
 * @param refused the words, exactly as spelled
 */
public record NoneOf(List<String> refused) implements Demand<List<String>> {
    /**
     * Keeps each word once, in the order given.
     *
     * @param refused the words, exactly as spelled
     * @throws IllegalArgumentException if there is none
     */
    public NoneOf {
        refused = Listing.distinct(refused);
    }

    @Override
    public boolean accepts(List<String> fact) {
        return refused.stream().noneMatch(fact::contains);
    }

    @Override
    public String words() {
        return "none of " + String.join(", ", refused);
    }
}
