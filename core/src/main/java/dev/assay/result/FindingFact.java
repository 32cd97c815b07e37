package dev.assay.result;

import dev.assay.model.Effect;
import dev.assay.model.Finding;

/**
 * A finding of verification, as results keep it.
 *
 * @param code the check's stable name
 * @param effect what it did to the outcome
 * @param expected what the check demands
 * @param actual what it found
 * @param source where the check comes from
 * @param nextStep what to do about it
 */
public record FindingFact(String code, Effect effect, String expected, String actual, String source, String nextStep) {
    static FindingFact of(Finding finding) {
        return new FindingFact(
                finding.code(),
                finding.effect(),
                finding.expected(),
                finding.actual(),
                finding.check().source(),
                finding.nextStep());
    }
}
