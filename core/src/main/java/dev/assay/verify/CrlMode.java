package dev.assay.verify;

/**
 * What verification demands of revocation lists. Whatever is chosen shows in the result.
 *
 * <p>A list is current until the date that its issuer put into it, for AMD's a year, whoever gave it: one that came in a
 * certificate table counts as well, and the host chose that table. Whoever wants to learn of a revocation earlier gives the
 * newest list besides, as {@link dev.assay.endorsement.EndorsementCollector} does: a certificate that any of them names is
 * revoked.
 */
public enum CrlMode {
    /** A current list for the chain must be given; without one the outcome is indeterminate. */
    REQUIRED,
    /** Lists are judged if given; without one the result says so and verification goes on. */
    IF_GIVEN,
    /** Lists are not looked at, and the result says so. */
    OFF
}
