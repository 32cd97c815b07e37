package dev.assay.model;

/** How decoding treats faults that leave the rest of the structure readable. */
public enum Strictness {
    /** The first fault ends decoding with a {@link MalformedEvidenceException}. The default everywhere. */
    STRICT,
    /**
     * Faults are collected and decoding goes on where it can. The result is for a person to look at: verification
     * refuses every value that was decoded with a fault.
     */
    LENIENT
}
