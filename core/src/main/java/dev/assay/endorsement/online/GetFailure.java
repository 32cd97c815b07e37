package dev.assay.endorsement.online;

import dev.assay.endorsement.SourceFailure;

/** A request that brought no answer. */
final class GetFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final SourceFailure failure;

    GetFailure(SourceFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    SourceFailure failure() {
        return failure;
    }
}
