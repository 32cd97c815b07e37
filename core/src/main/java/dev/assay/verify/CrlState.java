package dev.assay.verify;

/** What is known about revocation of the chain that a conclusion rests on. */
public enum CrlState {
    /** A current, authentic list was given, and nothing of the chain is in it. */
    CHECKED,
    /** No list for this chain was given, and none was required. */
    NOT_GIVEN,
    /** The caller switched the check off. */
    OFF
}
