package dev.assay.testvectors.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What a vector says for human readers only; no comparison uses it. A JSON string is given as its text, any other value
 * as its JSON text, and a member that is absent as null.
 *
 * @param comment anything worth knowing
 * @param source where the evidence comes from
 * @param facts what was computed about the evidence by other means
 * @param because why the expectation is what it is, {@code expect.because}
 * @param referenceStatus what a reference implementation said, {@code expect.referenceStatus}
 */
public record Notes(
        @Nullable String comment,
        @Nullable String source,
        @Nullable String facts,
        @Nullable String because,
        @Nullable String referenceStatus) {}
