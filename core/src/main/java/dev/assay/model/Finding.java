package dev.assay.model;

/**
 * The result of one check that has something to say.
 *
 * @param check which check, with its stable code, effect, source and next step
 * @param expected what the check demands
 * @param actual what it found
 * @param nextStep what to do about it: one sentence, more specific than the check's own where it can be
 */
public record Finding(FindingCode check, String expected, String actual, String nextStep) {
    /**
     * Makes a finding with the check's general next step.
     *
     * @param check which check
     * @param expected what it demands
     * @param actual what it found
     * @return the finding
     */
    public static Finding of(FindingCode check, String expected, String actual) {
        return new Finding(check, expected, actual, check.nextStep());
    }

    /**
     * The stable code of the check.
     *
     * @return for instance {@code snp.chain.revoked}
     */
    public String code() {
        return check.code();
    }

    /**
     * What the finding does to the outcome.
     *
     * @return the effect
     */
    public Effect effect() {
        return check.effect();
    }

    @Override
    public String toString() {
        return code() + ": expected " + expected + ", found " + actual + ". " + nextStep;
    }
}
