package dev.assay.policy;

import dev.assay.model.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * An allow-list of byte strings.
 *
 * @param allowed the values that are accepted
 */
public record Values(List<Bytes> allowed) implements Demand<Bytes> {
    /**
     * Keeps each value once, in the order given.
     *
     * @param allowed the values that are accepted
     * @throws IllegalArgumentException if there is none
     */
    public Values {
        allowed = Listing.distinct(allowed);
    }

    /**
     * Allows some values.
     *
     * @param allowed at least one
     * @return the demand
     * @throws IllegalArgumentException if there is none
     */
    public static Values of(Bytes... allowed) {
        return new Values(List.of(allowed));
    }

    /** Every entry is compared in full, so that the time does not tell which one it was, or how nearly. */
    @Override
    public boolean accepts(Bytes fact) {
        boolean found = false;
        for (Bytes value : allowed) {
            found |= value.equals(fact);
        }
        return found;
    }

    @Override
    public Optional<Bytes> only() {
        return allowed.size() == 1 ? Optional.of(allowed.get(0)) : Optional.empty();
    }

    @Override
    public String words() {
        return Listing.words(allowed.stream().map(Bytes::hex).toList());
    }
}
