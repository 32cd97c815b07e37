package dev.assay.cli;

/** The user asked for something that cannot be done as asked: a bad option, a file that cannot be read. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
