package dev.assay.fuzz;

import dev.assay.model.MalformedEvidenceException;

/** Whether something decodes. */
final class Decoded {
    private Decoded() {}

    /** A decoding. */
    @FunctionalInterface
    interface Decoding {
        Object value() throws MalformedEvidenceException;
    }

    static boolean strictly(Decoding decoding) {
        try {
            return decoding.value() != null;
        } catch (MalformedEvidenceException e) {
            return false;
        }
    }
}
