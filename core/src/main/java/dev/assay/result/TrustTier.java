package dev.assay.result;

/** The tiers of trustworthiness (draft-ietf-rats-ar4si), from the one that says nothing to the worst. */
public enum TrustTier {
    /** Nothing is asserted. */
    NONE("none"),
    /** Trustworthy. */
    AFFIRMING("affirming"),
    /** Known to have weaknesses. */
    WARNING("warning"),
    /** Not to be trusted. */
    CONTRAINDICATED("contraindicated");

    private final String label;

    TrustTier(String label) {
        this.label = label;
    }

    /**
     * The name in JSON.
     *
     * @return one lower-case word
     */
    public String label() {
        return label;
    }

    /**
     * The tier of a claim's value.
     *
     * @param value -128 to 127
     * @return the tier whose ranges it lies in
     * @throws IllegalArgumentException if it is no 8-bit value
     */
    public static TrustTier of(int value) {
        if (value < Byte.MIN_VALUE || value > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("a claim's value has 8 bits, " + value + " has not");
        }
        if (value >= -1 && value <= 1) {
            return NONE;
        }
        if (value >= -32 && value <= 31) {
            return AFFIRMING;
        }
        return value >= -96 && value <= 95 ? WARNING : CONTRAINDICATED;
    }

    /**
     * The worse of two.
     *
     * @param other the other
     * @return whichever speaks more against trust
     */
    public TrustTier worse(TrustTier other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
