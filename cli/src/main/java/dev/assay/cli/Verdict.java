package dev.assay.cli;

/** What verification came to. */
enum Verdict {
    VERIFIED,
    REJECTED,
    INDETERMINATE
}
