package dev.assay.policy;

import java.time.Instant;

/**
 * An earliest time.
 *
 * @param earliest the earliest time that is accepted
 */
public record Since(Instant earliest) implements Demand<Instant> {
    @Override
    public boolean accepts(Instant fact) {
        return !fact.isBefore(earliest);
    }

    @Override
    public String words() {
        return earliest + " or later";
    }
}
