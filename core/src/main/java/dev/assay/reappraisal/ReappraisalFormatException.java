package dev.assay.reappraisal;

/** Says that a text is not the JSON form of a reappraised bundle or of a run. */
public final class ReappraisalFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    ReappraisalFormatException(String problem) {
        super(problem);
    }
}
