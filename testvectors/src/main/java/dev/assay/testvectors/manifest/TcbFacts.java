package dev.assay.testvectors.manifest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a TDX platform's trusted computing base, as a vector expects it or as a verifier reports it. A component
 * that is null is not expected or not reported.
 *
 * @param status the TCB status in Intel's words, for instance {@code UpToDate} or {@code OutOfDate}
 * @param date the date of the TCB level that matched
 * @param advisories the advisories that apply, for instance {@code INTEL-SA-01036}; order and repetition mean nothing
 * @param evaluationDataNumber the number of the TCB info's evaluation data set
 */
public record TcbFacts(
        @Nullable String status,
        @Nullable Instant date,
        @Nullable List<String> advisories,
        @Nullable Long evaluationDataNumber) {
    /** Nothing expected, or nothing reported. */
    public static final TcbFacts UNKNOWN = new TcbFacts(null, null, null, null);

    /**
     * Copies the list.
     *
     * @param status taken as it is
     * @param date taken as it is
     * @param advisories copied
     * @param evaluationDataNumber taken as it is
     */
    public TcbFacts {
        advisories = advisories == null ? null : List.copyOf(advisories);
    }
}
