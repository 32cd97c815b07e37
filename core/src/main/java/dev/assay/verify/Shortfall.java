package dev.assay.verify;

/**
 * One security version that is too low for a level.
 *
 * @param component what it is the version of, for instance {@code SGX component 1} or {@code TDX module}
 * @param required the least version that the level demands
 * @param actual the version that there is
 */
public record Shortfall(String component, int required, int actual) {
    /**
     * By how much the version is too low.
     *
     * @return 1 or more
     */
    public int missing() {
        return required - actual;
    }

    @Override
    public String toString() {
        return component + ": " + actual + ", needs " + required;
    }
}
