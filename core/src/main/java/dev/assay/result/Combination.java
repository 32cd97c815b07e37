package dev.assay.result;

import java.util.Arrays;
import java.util.Optional;

/** How the verdict of a policy comes from its parts. */
public enum Combination {
    /** The policy has rules of its own, all of which must be met. */
    RULES("rules"),
    /** The policy is made of others, all of which must be met. */
    ALL_OF("allOf"),
    /** The policy is made of others, one of which must be met. */
    ANY_OF("anyOf");

    private final String label;

    Combination(String label) {
        this.label = label;
    }

    /**
     * The name in JSON.
     *
     * @return as policies spell it
     */
    public String label() {
        return label;
    }

    static Optional<Combination> named(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }
}
