package dev.assay.testvectors.manifest;

/** How far a verifier under test came with a vector, and what it said at the end. */
public enum Conclusion {
    /** The evidence decodes, and signatures, chains and collateral vouch for it. */
    VERIFIED("verified"),
    /** The evidence decodes, and verification gave a definite no. */
    REJECTED("rejected"),
    /** The evidence decodes, and endorsements that are missing or out of date left the question open. */
    INDETERMINATE("indeterminate"),
    /** Decoding refused the bytes. */
    MALFORMED("malformed"),
    /** The evidence decodes, and verification was not asked for. */
    NONE("none"),
    /** The verifier cannot do what the vector needs; whatever is expected, this fails. */
    UNSUPPORTED("unsupported");

    private final String label;

    Conclusion(String label) {
        this.label = label;
    }

    /**
     * The name for messages.
     *
     * @return one lower-case word
     */
    public String label() {
        return label;
    }
}
