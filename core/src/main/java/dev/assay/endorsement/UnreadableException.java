package dev.assay.endorsement;

/** Bytes given as an endorsement that are none. Inside this package it becomes an {@link UnreadableItem}. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
