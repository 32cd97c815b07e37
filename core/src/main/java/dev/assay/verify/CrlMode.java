package dev.assay.verify;

/** What verification demands of revocation lists. Whatever is chosen shows in the result. */
public enum CrlMode {
    /** A current list for the chain must be given; without one the outcome is indeterminate. */
    REQUIRED,
    /** Lists are judged if given; without one the result says so and verification goes on. */
    IF_GIVEN,
    /** Lists are not looked at, and the result says so. */
    OFF
}
