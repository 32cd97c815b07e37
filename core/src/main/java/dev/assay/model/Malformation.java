package dev.assay.model;

/** Why bytes are not the evidence that they are taken for. The names are stable: programs may branch on them. */
public enum Malformation {
    /** The bytes end before the structure does. */
    TRUNCATED("truncated"),
    /** There are bytes behind the end of the structure that are not padding. */
    TRAILING_BYTES("trailing-bytes"),
    /** The input is larger than any evidence of this kind. */
    TOO_LARGE("too-large"),
    /** The bytes are no format that is known here. */
    UNKNOWN_FORMAT("unknown-format"),
    /** Text that should be hexadecimal or base64 and is neither. */
    BAD_TEXT("bad-text"),
    /** A bundle that is not as it must be, or that was damaged. */
    INVALID_BUNDLE("invalid-bundle"),
    /** A quote, but not of a TD: an SGX quote, or a version that only SGX uses. */
    NOT_A_TDX_QUOTE("not-a-tdx-quote"),
    /** The structure's version is one that this decoder does not define. */
    UNSUPPORTED_VERSION("unsupported-version"),
    /** A type or algorithm number that has no meaning here. */
    UNSUPPORTED_TYPE("unsupported-type"),
    /** A declared size that contradicts the type, or the space that there is. */
    BAD_LENGTH("bad-length"),
    /** A declared range reaches outside the structure that it belongs to. */
    OUT_OF_BOUNDS("out-of-bounds"),
    /** Bytes that must be zero are not. */
    RESERVED_NOT_ZERO("reserved-not-zero"),
    /** The same entry stands twice. */
    DUPLICATE("duplicate"),
    /** A list has no end mark. */
    MISSING_TERMINATOR("missing-terminator"),
    /** A list has more entries than any real one. */
    TOO_MANY("too-many");

    private final String code;

    Malformation(String code) {
        this.code = code;
    }

    /**
     * The stable name used in results and vectors.
     *
     * @return lower case, words joined by hyphens
     */
    public String code() {
        return code;
    }
}
