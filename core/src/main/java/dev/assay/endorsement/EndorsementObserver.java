package dev.assay.endorsement;

import java.time.Duration;
import java.util.Optional;

/**
 * Is told what happens, for metrics and logs. It is called by the thread that asks for an endorsement and should be quick;
 * what it throws is dropped.
 */
@FunctionalInterface
public interface EndorsementObserver {
    /**
     * Something happened.
     *
     * @param event what
     */
    void observe(EndorsementEvent event);

    /**
     * Whether events may name chips.
     *
     * @return {@code false} unless overridden
     */
    default boolean wantsIdentifiers() {
        return false;
    }

    /**
     * Nobody.
     *
     * @return an observer that does nothing
     */
    static EndorsementObserver none() {
        return event -> {};
    }

    /**
     * Makes an event and hands it over.
     *
     * @param kind what happened
     * @param request to which item
     * @param origin where
     * @param elapsed how long it took
     * @param failure why it failed, if it did
     */
    default void tell(
            EndorsementEvent.Kind kind,
            EndorsementRequest request,
            String origin,
            Duration elapsed,
            Optional<SourceFailure> failure) {
        try {
            String subject = wantsIdentifiers() ? request.key() : request.toString();
            observe(new EndorsementEvent(kind, subject, origin, elapsed, failure));
        } catch (RuntimeException e) {
            // Whatever is wrong with a metric is no reason to have no endorsement.
        }
    }
}
