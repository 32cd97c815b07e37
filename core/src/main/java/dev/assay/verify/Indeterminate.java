package dev.assay.verify;

import dev.assay.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * It cannot be said: everything that speaks against the evidence is an item that is missing or outside its validity
 * window. Not a pass; with fresh endorsements it could become one.
 *
 * @param findings what is missing or out of date, and whatever else there is to say
 * @param <V> the verified type that an acceptance would have carried
 */
public record Indeterminate<V extends Verified<?>>(List<Finding> findings) implements Outcome<V> {
    /**
     * Keeps its own copy of the list.
     *
     * @param findings why
     */
    public Indeterminate {
        findings = List.copyOf(findings);
    }

    @Override
    public Optional<V> verified() {
        return Optional.empty();
    }
}
