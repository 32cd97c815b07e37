package dev.assay.policy;

import dev.assay.model.TcbStatus;
import java.util.Arrays;
import java.util.List;

/**
 * The TCB statuses that are accepted.
 *
 * @param accepted alternatives
 */
public record AcceptedStatuses(List<AcceptedStatus> accepted) implements Demand<TcbState> {
    /** How many alternatives there may be. */
    public static final int MOST = 100;

    /**
     * Keeps each alternative once, in the order given.
     *
     * @param accepted alternatives
     * @throws IllegalArgumentException if there is none, or more than {@link #MOST}
     */
    public AcceptedStatuses {
        accepted = Listing.distinct(accepted, MOST);
    }

    /**
     * Accepts some statuses without limits.
     *
     * @param statuses at least one, and not Revoked
     * @return the demand
     * @throws IllegalArgumentException if there is none, or Revoked is among them
     */
    public static AcceptedStatuses of(TcbStatus... statuses) {
        return new AcceptedStatuses(
                Arrays.stream(statuses).map(AcceptedStatus::of).toList());
    }

    @Override
    public boolean accepts(TcbState fact) {
        return accepted.stream().anyMatch(alternative -> alternative.accepts(fact));
    }

    @Override
    public String words() {
        return Listing.words(accepted);
    }
}
