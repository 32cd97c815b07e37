package dev.assay.verify;

import dev.assay.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What verification concluded: exactly one of {@link Accepted}, {@link Indeterminate} and {@link Rejected}. Only the
 * first leads on; there is no value that can be mistaken for a pass by ignoring something.
 *
 * @param <V> the verified type that an acceptance carries
 */
public sealed interface Outcome<V extends Verified<?>> permits Accepted, Indeterminate, Rejected {
    /**
     * Everything that the checks had to say, also those that do not affect the outcome.
     *
     * @return an immutable list in the order of the procedure
     */
    List<Finding> findings();

    /**
     * The verified value.
     *
     * @return present only if verification accepted
     */
    Optional<V> verified();

    /**
     * For callers to whom anything but acceptance is an error.
     *
     * @return the verified value
     * @throws NotVerifiedException if verification did not accept; it lists the findings
     */
    default V orElseThrow() throws NotVerifiedException {
        Optional<V> verified = verified();
        if (verified.isEmpty()) {
            throw new NotVerifiedException(this);
        }
        return verified.get();
    }
}
