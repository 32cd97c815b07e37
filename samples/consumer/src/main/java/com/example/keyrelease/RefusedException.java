package com.example.keyrelease;

/** The guest gets nothing. The message is for the log: a guest that is refused need not be told why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason);
    }
}
