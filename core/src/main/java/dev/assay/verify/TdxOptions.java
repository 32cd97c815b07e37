package dev.assay.verify;

import java.time.Duration;

/**
 * What verification of TDX quotes may vary in besides what holds for all evidence, as an immutable value.
 *
 * @param crlMode what is demanded of the root's and the PCK issuer's revocation lists; default {@link CrlMode#REQUIRED}
 * @param collateralGrace for how long after its expiry collateral (TCB info, identity, revocation lists, TCB signing
 *     certificate; never the certificates of the PCK chain) is still used, with a finding that says so; default zero
 * @param floor the newest collateral seen so far, below which nothing is accepted; default {@link RollbackFloor#none()}
 */
public record TdxOptions(CrlMode crlMode, Duration collateralGrace, RollbackFloor floor) {
    /** The longest grace that may be given. */
    public static final Duration LONGEST_GRACE = Duration.ofDays(3660);

    private static final TdxOptions DEFAULTS = new TdxOptions(CrlMode.REQUIRED, Duration.ZERO, RollbackFloor.none());

    /**
     * Checks the grace.
     *
     * @param crlMode what is demanded of the root's and the PCK issuer's revocation lists
     * @param collateralGrace for how long after its expiry collateral (TCB info, identity, revocation lists, TCB signing certificate
     * @param floor the newest collateral seen so far, below which nothing is accepted
     * @throws IllegalArgumentException if it is negative or above {@link #LONGEST_GRACE}
     */
    public TdxOptions {
        if (collateralGrace.isNegative() || collateralGrace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("grace must be between zero and ten years, not " + collateralGrace);
        }
    }

    /**
     * The defaults.
     *
     * @return options that differ in nothing from them
     */
    public static TdxOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another demand on revocation lists.
     *
     * @param mode the demand
     * @return new options
     */
    public TdxOptions withCrlMode(CrlMode mode) {
        return new TdxOptions(mode, collateralGrace, floor);
    }

    /**
     * The same with another grace.
     *
     * @param grace zero to {@link #LONGEST_GRACE}
     * @return new options
     */
    public TdxOptions withCollateralGrace(Duration grace) {
        return new TdxOptions(crlMode, grace, floor);
    }

    /**
     * The same with another floor.
     *
     * @param newest the newest collateral seen so far
     * @return new options
     */
    public TdxOptions withFloor(RollbackFloor newest) {
        return new TdxOptions(crlMode, collateralGrace, newest);
    }
}
