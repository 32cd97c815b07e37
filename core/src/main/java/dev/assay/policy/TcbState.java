package dev.assay.policy;

import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.List;

/**
 * A TCB status with what limits its acceptance.
 *
 * @param status the status
 * @param advisories the security advisories that apply
 * @param at the time that was verified for
 */
public record TcbState(TcbStatus status, List<String> advisories, Instant at) {
    /**
     * Keeps its own copy of the list.
     *
     * @param status the status
     * @param advisories the security advisories that apply
     * @param at the time that was verified for
     */
    public TcbState {
        advisories = List.copyOf(advisories);
    }

    /** Status and advisories. */
    @Override
    public String toString() {
        return status.label() + (advisories.isEmpty() ? "" : " with " + String.join(", ", advisories));
    }
}
