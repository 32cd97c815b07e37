package dev.assay.verify;

import dev.assay.model.Effect;
import dev.assay.model.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown by {@link Outcome#orElseThrow()} when evidence was not accepted. */
public final class NotVerifiedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    NotVerifiedException(Outcome<?> outcome) {
        super((outcome instanceof Rejected ? "rejected: " : "indeterminate: ")
                + outcome.findings().stream()
                        .filter(finding -> finding.effect() != Effect.NOTED)
                        .map(Finding::toString)
                        .collect(Collectors.joining("; ")));
        findings = outcome.findings();
    }

    /**
     * What speaks against the evidence.
     *
     * @return all findings of the outcome
     */
    public List<Finding> findings() {
        return findings;
    }
}
