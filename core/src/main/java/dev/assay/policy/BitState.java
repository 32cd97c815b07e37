package dev.assay.policy;

import java.util.Optional;

/** What a bit must be. A policy that does not care says so with {@link Demand#any()}. */
public enum BitState implements Demand<Boolean> {
    /** It must be set. */
    REQUIRED("required", "set"),
    /** It must be clear. */
    FORBIDDEN("forbidden", "clear");

    private final String label;
    private final String state;

    BitState(String label, String state) {
        this.label = label;
        this.state = state;
    }

    /**
     * The name in policies.
     *
     * @return {@code required} or {@code forbidden}
     */
    public String label() {
        return label;
    }

    /**
     * The demand that a bit is as it is.
     *
     * @param set whether it is set
     * @return the demand that it meets
     */
    public static BitState as(boolean set) {
        return set ? REQUIRED : FORBIDDEN;
    }

    @Override
    public boolean accepts(Boolean fact) {
        return fact == (this == REQUIRED);
    }

    @Override
    public Optional<Boolean> only() {
        return Optional.of(this == REQUIRED);
    }

    @Override
    public String words() {
        return state;
    }
}
