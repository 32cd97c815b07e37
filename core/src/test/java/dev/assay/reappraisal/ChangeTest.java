package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.PolicyReference;
import dev.assay.result.ResultSummary;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The difference of two results, with parts that they share. */
class ChangeTest {
    private static final PolicyReference POLICY =
            new PolicyReference("p", "1", Bytes.empty().sha256());

    private static ResultSummary summary(List<String> codes, List<String> advisories) {
        return new ResultSummary(
                Verdict.FAIL, codes, Optional.of(TcbStatus.OUT_OF_DATE), advisories, POLICY, Optional.empty());
    }

    @Test
    void whatBothHaveIsNeitherAddedNorRemoved() {
        ResultSummary before = summary(List.of("a", "b", "c"), List.of("SA-1", "SA-2"));
        ResultSummary after = summary(List.of("b", "c", "d"), List.of("SA-2", "SA-3"));
        assertEquals(
                new Change(false, false, false, List.of("d"), List.of("a"), List.of("SA-3"), List.of("SA-1")),
                Change.between(before, after));
        assertTrue(Change.between(before, after).any());
    }

    @Test
    void equalResultsDifferInNothingThoughMuchSpeaksAgainstThem() {
        ResultSummary same = summary(List.of("a", "b"), List.of("SA-1"));
        assertEquals(
                new Change(false, false, false, List.of(), List.of(), List.of(), List.of()),
                Change.between(same, same));
        assertFalse(Change.between(same, same).any());
    }
}
