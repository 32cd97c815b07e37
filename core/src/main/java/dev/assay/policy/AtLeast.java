package dev.assay.policy;

/**
 * A minimum.
 *
 * @param least the least number that is accepted, 0 or more
 */
public record AtLeast(long least) implements Demand<Long> {
    /**
     * Checks the number.
     *
     * @param least the least number that is accepted, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public AtLeast {
        if (least < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
    }

    @Override
    public boolean accepts(Long fact) {
        return fact >= least;
    }

    @Override
    public String words() {
        return "at least " + least;
    }
}
