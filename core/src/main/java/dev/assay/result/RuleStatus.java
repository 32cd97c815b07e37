package dev.assay.result;

import java.util.Arrays;
import java.util.Optional;

/** How a rule can end. */
public enum RuleStatus {
    /** The evidence is not as demanded. */
    FAILED("failed"),
    /** Nothing was demanded: the evidence may have anything here. */
    NOT_ASKED("not-asked"),
    /** The evidence is as demanded. */
    PASSED("passed"),
    /** A default that has no object in this evidence, for instance one about a field of a newer version. */
    NOT_APPLICABLE("not-applicable");

    private final String label;

    RuleStatus(String label) {
        this.label = label;
    }

    /**
     * The name in JSON.
     *
     * @return lower-case words
     */
    public String label() {
        return label;
    }

    static Optional<RuleStatus> named(String label) {
        return Arrays.stream(values()).filter(s -> s.label.equals(label)).findFirst();
    }
}
