package dev.assay.verify;

import dev.assay.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A definite no.
 *
 * @param findings why, and whatever else there is to say
 * @param <V> the verified type that an acceptance would have carried
 */
public record Rejected<V extends Verified<?>>(List<Finding> findings) implements Outcome<V> {
    /**
     * Keeps its own copy of the list.
     *
     * @param findings why
     */
    public Rejected {
        findings = List.copyOf(findings);
    }

    @Override
    public Optional<V> verified() {
        return Optional.empty();
    }
}
