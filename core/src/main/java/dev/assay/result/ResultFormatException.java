package dev.assay.result;

/** Says that a text is not the JSON form of a result, and where. */
public final class ResultFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    ResultFormatException(String message) {
        super(message);
    }
}
