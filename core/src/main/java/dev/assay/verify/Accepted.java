package dev.assay.verify;

import dev.assay.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The evidence is genuine. Whether it is also wanted is for appraisal to say.
 *
 * @param value what was established
 * @param <V> its type
 */
public record Accepted<V extends Verified<?>>(V value) implements Outcome<V> {
    @Override
    public List<Finding> findings() {
        return value.findings();
    }

    @Override
    public Optional<V> verified() {
        return Optional.of(value);
    }
}
