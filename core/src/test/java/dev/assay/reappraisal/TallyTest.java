package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.result.PolicyReference;
import dev.assay.result.ResultSummary;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is counted, with different numbers of everything. */
class TallyTest {
    private static final PolicyReference POLICY =
            new PolicyReference("p", "1", Bytes.empty().sha256());

    private final Tally tally = new Tally();

    private static ResultSummary summary(Verdict verdict, List<String> codes) {
        return new ResultSummary(verdict, codes, Optional.empty(), List.of(), POLICY, Optional.empty());
    }

    private void add(int times, Verdict before, Verdict after, String... codes) {
        for (int i = 0; i < times; i++) {
            tally.add(new Reappraised.Compared(
                    "x",
                    Bytes.empty().sha256(),
                    Basis.RECORDED,
                    summary(before, List.of()),
                    summary(after, List.of(codes)),
                    List.of()));
        }
    }

    /** A code that is known by its number. */
    private static String code(int number) {
        return String.format(Locale.ROOT, "c%04d", number);
    }

    @Test
    void whatIsLostGainedAndChangedIsCountedApart() {
        add(5, Verdict.PASS, Verdict.PASS);
        add(3, Verdict.PASS, Verdict.FAIL, "a", "b");
        add(2, Verdict.INDETERMINATE, Verdict.PASS);
        add(1, Verdict.FAIL, Verdict.REJECTED, "b");
        add(6, Verdict.FAIL, Verdict.FAIL);
        tally.add(new Reappraised.Unusable("y", Fault.INVALID, "damaged"));
        assertEquals(18, tally.total());
        assertEquals(7, tally.count(Verdict.PASS));
        assertEquals(9, tally.count(Verdict.FAIL));
        assertEquals(1, tally.count(Verdict.REJECTED));
        assertEquals(0, tally.count(Verdict.INDETERMINATE));
        assertEquals(1, tally.unusable());
        assertEquals(3, tally.lost());
        assertEquals(2, tally.gained());
        assertEquals(6, tally.changed());
        assertEquals(Map.of("a", 3L, "b", 4L), tally.codesAdded());
        assertThrows(
                UnsupportedOperationException.class, () -> tally.codesAdded().clear());
    }

    /** What a run takes up may be a file that anybody wrote. */
    @Test
    void codesBeyondAThousandAreCountedTogetherAndKnownOnesStillApart() {
        add(
                1,
                Verdict.PASS,
                Verdict.FAIL,
                IntStream.range(0, 999).mapToObj(TallyTest::code).toArray(String[]::new));
        assertEquals(999, tally.codesAdded().size());
        add(1, Verdict.PASS, Verdict.FAIL, code(999));
        assertEquals(1000, tally.codesAdded().size());
        assertEquals(1L, tally.codesAdded().get("c0999"));
        add(2, Verdict.PASS, Verdict.FAIL, "z1");
        add(1, Verdict.PASS, Verdict.FAIL, "z2", "c0007");
        assertEquals(1001, tally.codesAdded().size());
        assertEquals(3L, tally.codesAdded().get("..."));
        assertEquals(2L, tally.codesAdded().get("c0007"));
    }

    @Test
    void onlyTheLineOfATallyIsASummary() {
        assertTrue(Tally.isSummary(tally.toJson()));
        assertFalse(Tally.isSummary(new Reappraised.Unusable("summary", Fault.INVALID, "damaged").toJson()));
        assertFalse(Tally.isSummary("{\"type\":\"summaries\",\"total\":0}"));
        assertFalse(Tally.isSummary(""));
    }
}
