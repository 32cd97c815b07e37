package dev.assay.reappraisal;

import dev.assay.result.AttestationResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why something speaks against evidence now that did not before.
 *
 * @param code the finding's or rule's stable name
 * @param expected what is demanded
 * @param actual what was found
 * @param nextStep what to do about it: one sentence
 */
public record Reason(String code, String expected, String actual, String nextStep) {
    /** The reasons behind some codes of a result, in the order of the procedure. */
    static List<Reason> of(AttestationResult result, List<String> codes) {
        Stream<Reason> findings = result.findings().stream()
                .map(one -> new Reason(one.code(), one.expected(), one.actual(), one.nextStep()));
        Stream<Reason> rules = result.failedRules().stream()
                .map(one -> new Reason(one.code(), one.expected(), one.actual(), one.nextStep()));
        return Stream.concat(findings, rules)
                .filter(reason -> codes.contains(reason.code))
                .toList();
    }
}
