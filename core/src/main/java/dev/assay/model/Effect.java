package dev.assay.model;

/** What a finding does to the outcome of verification. */
public enum Effect {
    /** A definite no: no other endorsement and no other time makes this evidence good. */
    REJECTS,
    /**
     * Something needed is missing, or is outside its validity window. With nothing worse the outcome is indeterminate:
     * not a pass, but fresh endorsements could make it one.
     */
    UNDETERMINED,
    /** Verification does not depend on it, yet a relying party should know. */
    NOTED
}
