package dev.assay.testvectors.manifest;

/**
 * What a vector expects of decoding and verification together, the member {@code expect.verdict}. A policy has no say
 * in it.
 */
public enum Verdict {
    /** Verification must succeed; {@code verified}. */
    VERIFIED("verified"),
    /** There must be a definite no, whether decoding or verification says it; {@code rejected}. */
    REJECTED("rejected"),
    /** Decoding must refuse; {@code malformed}. */
    MALFORMED("malformed"),
    /** Verification must find that it cannot tell; {@code indeterminate}. */
    INDETERMINATE("indeterminate"),
    /** Anything but success, as long as something was concluded; {@code not-verified}. */
    NOT_VERIFIED("not-verified");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /**
     * The name by which manifests call it.
     *
     * @return the value of the member {@code expect.verdict}
     */
    public String label() {
        return label;
    }

    /**
     * Tells whether a conclusion is what this verdict asks for. A verifier that concluded nothing satisfies none: else
     * one that does no work at all would pass every negative vector.
     *
     * @param conclusion what the verifier under test said
     * @return true if the vector may pass
     */
    public boolean accepts(Conclusion conclusion) {
        return switch (conclusion) {
            case VERIFIED -> this == VERIFIED;
            case REJECTED -> this == REJECTED || this == NOT_VERIFIED;
            case MALFORMED -> this == MALFORMED || this == REJECTED || this == NOT_VERIFIED;
            case INDETERMINATE -> this == INDETERMINATE || this == NOT_VERIFIED;
            case NONE, UNSUPPORTED -> false;
        };
    }
}
