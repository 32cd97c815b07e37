package dev.assay.model;

/**
 * The bytes are not evidence of the kind asked for. This is the only exception that decoding throws, whatever the input.
 */
public final class MalformedEvidenceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Irregularity irregularity;

    /**
     * Makes the exception for one fault.
     *
     * @param irregularity what is wrong, and where
     */
    public MalformedEvidenceException(Irregularity irregularity) {
        super(irregularity.toString());
        this.irregularity = irregularity;
    }

    /**
     * The kind of fault.
     *
     * @return the reason, a stable name
     */
    public Malformation reason() {
        return irregularity.reason();
    }

    /**
     * Where the fault is.
     *
     * @return bytes from the start of the input
     */
    public long offset() {
        return irregularity.offset();
    }

    /**
     * The field in which the fault is.
     *
     * @return its name as {@code show --json} has it
     */
    public String field() {
        return irregularity.field();
    }

    /**
     * The whole fault as a value.
     *
     * @return what is wrong, and where
     */
    public Irregularity irregularity() {
        return irregularity;
    }
}
