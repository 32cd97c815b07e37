package dev.assay.reappraisal;

import java.util.Arrays;
import java.util.Optional;

/** Why a stored bundle cannot be judged. The names are stable. */
public enum Fault {
    /** Its bytes cannot be had. */
    UNREADABLE("bundle.unreadable"),
    /** It is no bundle, or a damaged one. */
    INVALID("bundle.invalid"),
    /** It holds endorsements only. */
    NO_EVIDENCE("bundle.no-evidence"),
    /** What it holds is no well-formed evidence. */
    MALFORMED("bundle.malformed-evidence");

    private final String code;

    Fault(String code) {
        this.code = code;
    }

    /**
     * The stable name.
     *
     * @return for instance {@code bundle.invalid}
     */
    public String code() {
        return code;
    }

    static Optional<Fault> named(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
