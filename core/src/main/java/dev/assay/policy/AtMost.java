package dev.assay.policy;

/**
 * A maximum.
 *
 * @param most the greatest number that is accepted, 0 or more
 */
public record AtMost(long most) implements Demand<Long> {
    /**
     * Checks the number.
     *
     * @param most the greatest number that is accepted, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public AtMost {
        if (most < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
    }

    @Override
    public boolean accepts(Long fact) {
        return fact <= most;
    }

    @Override
    public String words() {
        return "at most " + most;
    }
}
