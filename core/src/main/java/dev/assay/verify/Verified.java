package dev.assay.verify;

import dev.assay.model.Finding;
import java.time.Instant;
import java.util.List;

/**
 * Evidence that was found genuine, with what was established about it. Only verification makes such values; code that
 * demands one cannot be handed unverified bytes.
 *
 * @param <E> the kind of evidence
 */
public sealed interface Verified<E> permits VerifiedReport, VerifiedQuote {
    /**
     * The evidence, whose every field is now authentic.
     *
     * @return exactly what was verified
     */
    E evidence();

    /**
     * The time that was verified for.
     *
     * @return as the caller gave it
     */
    Instant at();

    /**
     * When the conclusion holds: the time during which every certificate, revocation list and signed document it rests on is valid. It
     * contains {@link #at()}, but for the clock skew and the grace for expired collateral that were allowed.
     *
     * @return the window
     */
    ValidityWindow window();

    /**
     * What a relying party should know although it is no reason to refuse: checks that were switched off, bits without a
     * known meaning.
     *
     * @return findings without effect on the outcome
     */
    List<Finding> findings();
}
