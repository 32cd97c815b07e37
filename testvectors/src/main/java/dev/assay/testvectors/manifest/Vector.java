package dev.assay.testvectors.manifest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One test: evidence, what to verify it with, and what must come of it. Its files exist, but are read only when asked
 * for, so that a manifest of any length takes little memory.
 *
 * @param id its name
 * @param tee the kind of evidence
 * @param evidence the report or quote, raw bytes
 * @param at the time of verification: as the manifest has it, or {@link #AT_WITHOUT_ENDORSEMENTS} if it has none but
 *     expects a verdict; null if only decoding is to run and the manifest has none
 * @param endorsements the vendor's data, without any if the manifest has none
 * @param options how to verify, with defaults filled in
 * @param policy the JSON text of an Assay policy, character for character as in the manifest; null if there is none
 * @param expect what must come of it
 * @param notes what is said for human readers
 */
public record Vector(
        String id,
        Tee tee,
        VectorFile evidence,
        @Nullable Instant at,
        Endorsements endorsements,
        Options options,
        @Nullable String policy,
        Expectation expect,
        Notes notes)
        implements Entry {
    /** The time that applies to a verdict if the manifest gives none: no endorsements exist, so any would do. */
    public static final Instant AT_WITHOUT_ENDORSEMENTS = Instant.parse("2026-09-01T00:00:00Z");

    /**
     * Tells whether the vector is about decoding alone. Verification is then not to be run.
     *
     * @return true if no verdict is expected
     */
    public boolean decodingOnly() {
        return expect.verdict() == null;
    }
}
