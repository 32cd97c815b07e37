package dev.assay.verify;

import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A level that was not reached, and what is missing for it.
 *
 * @param status the status that reaching it would give
 * @param tcbDate the date that it would give
 * @param advisories the advisories that would still apply
 * @param shortfalls each version that is too low, at least one
 */
public record LevelGap(TcbStatus status, Instant tcbDate, List<String> advisories, List<Shortfall> shortfalls) {
    /**
     * Keeps its own copies of the lists.
     *
     * @param status the status that reaching it would give
     * @param tcbDate the date that it would give
     * @param advisories the advisories that would still apply
     * @param shortfalls each version that is too low, at least one
     */
    public LevelGap {
        advisories = List.copyOf(advisories);
        shortfalls = List.copyOf(shortfalls);
    }

    /**
     * How far away the level is.
     *
     * @return the sum of what its versions are short by
     */
    public int distance() {
        return shortfalls.stream().mapToInt(Shortfall::missing).sum();
    }

    @Override
    public String toString() {
        return status.label() + " of " + tcbDate + ": "
                + shortfalls.stream().map(Shortfall::toString).collect(Collectors.joining("; "));
    }
}
