package dev.assay.policy;

import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A TCB status that is accepted, perhaps with limits.
 *
 * @param status the status
 * @param advisories the only security advisories that may apply; empty to allow any
 * @param until the last time for which the status is accepted; empty for no end
 */
public record AcceptedStatus(TcbStatus status, Optional<List<String>> advisories, Optional<Instant> until) {
    /**
     * Keeps its own copy of the list.
     *
     * @param status the status
     * @param advisories the only security advisories that may apply; empty to allow any
     * @param until the last time for which the status is accepted; empty for no end
     * @throws IllegalArgumentException if the status is Revoked, which verification refuses, or the list names nothing
     */
    public AcceptedStatus {
        if (status == TcbStatus.REVOKED) {
            throw new IllegalArgumentException("Revoked is never verified, so that it cannot be accepted");
        }
        advisories = advisories.map(Listing::distinct);
    }

    /**
     * A status without limits.
     *
     * @param status the status
     * @return it, accepted
     */
    public static AcceptedStatus of(TcbStatus status) {
        return new AcceptedStatus(status, Optional.empty(), Optional.empty());
    }

    boolean accepts(TcbState fact) {
        return status == fact.status()
                && advisories.map(known -> known.containsAll(fact.advisories())).orElse(true)
                && until.map(end -> !fact.at().isAfter(end)).orElse(true);
    }

    /** The status with its limits. */
    @Override
    public String toString() {
        return status.label()
                + advisories
                        .map(known -> " with no advisory but " + String.join(", ", known))
                        .orElse("")
                + until.map(end -> " until " + end).orElse("");
    }
}
