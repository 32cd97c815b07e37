package dev.assay.reappraisal;

import java.util.Arrays;
import java.util.Optional;

/** Where the verdict before comes from. */
public enum Basis {
    /** The bundle tells it. Nobody has vouched for that. */
    RECORDED("recorded"),
    /** It was reached again, with the bundle's own endorsements and time, and the policy of now. */
    REPLAYED("replayed");

    private final String label;

    Basis(String label) {
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

    static Optional<Basis> named(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}
