package dev.assay.verify;

import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.model.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects the findings of one verification, and turns them into its outcome. */
final class FindingList {
    private final List<Finding> findings = new ArrayList<>();

    void add(FindingCode check, String expected, String actual) {
        findings.add(Finding.of(check, expected, actual));
    }

    void add(FindingCode check, String expected, String actual, String nextStep) {
        findings.add(new Finding(check, expected, actual, nextStep));
    }

    /** Adds what others found, but nothing twice: several steps may have judged the same certificate. */
    void addAll(FindingList others) {
        for (Finding finding : others.findings) {
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
    }

    boolean has(Effect effect) {
        for (Finding finding : findings) {
            if (finding.effect() == effect) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing stands against acceptance. */
    boolean clean() {
        return !has(Effect.REJECTS) && !has(Effect.UNDETERMINED);
    }

    List<Finding> asList() {
        return List.copyOf(findings);
    }

    /** The only place that decides between the outcomes that are no acceptance. */
    <V extends Verified<?>> Outcome<V> refusal() {
        return has(Effect.REJECTS) || !has(Effect.UNDETERMINED)
                ? new Rejected<>(asList())
                : new Indeterminate<>(asList());
    }

    /** Accepts if nothing stands against it. */
    <V extends Verified<?>> Outcome<V> outcome(Function<List<Finding>, V> acceptance) {
        return clean() ? new Accepted<>(acceptance.apply(asList())) : refusal();
    }
}
