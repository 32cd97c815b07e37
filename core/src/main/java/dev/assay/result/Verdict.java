package dev.assay.result;

import java.util.Arrays;
import java.util.Optional;

/** What it all came to. Only {@link #PASS} is a yes. */
public enum Verdict {
    /** The evidence is genuine, and every rule of the policy that applies is met. */
    PASS("pass"),
    /** The evidence is genuine, and at least one rule of the policy is not met. */
    FAIL("fail"),
    /** The evidence is not genuine; no policy was asked. */
    REJECTED("rejected"),
    /** It cannot be said whether the evidence is genuine, since endorsements are missing or out of date. */
    INDETERMINATE("indeterminate");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /**
     * The name in JSON.
     *
     * @return one lower-case word
     */
    public String label() {
        return label;
    }

    static Optional<Verdict> named(String label) {
        return Arrays.stream(values()).filter(v -> v.label.equals(label)).findFirst();
    }
}
