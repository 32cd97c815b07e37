package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each check refuses what it is there for, by itself, and lets its twin pass. */
class SnpCaseTest {
    static final List<SnpCase> CASES = SnpCases.ALL;

    @Test
    void everyCodeHasACase() {
        Set<SnpCheck> covered = EnumSet.noneOf(SnpCheck.class);
        CASES.forEach(one -> covered.add(one.check()));
        assertEquals(EnumSet.allOf(SnpCheck.class), covered);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void theTwinIsAccepted(SnpCase one) {
        Outcome<VerifiedReport> outcome = one.good().outcome();
        assertInstanceOf(Accepted.class, outcome, () -> outcome.findings().toString());
        assertTrue(
                outcome.findings().stream().noneMatch(finding -> finding.check() == one.check()),
                () -> outcome.findings().toString());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void theBrokenOneFailsForThisReasonAlone(SnpCase one) {
        Outcome<VerifiedReport> outcome = one.broken().outcome();
        Effect effect = one.check().effect();
        if (effect == Effect.NOTED) {
            assertInstanceOf(Accepted.class, outcome, () -> outcome.findings().toString());
            assertEquals(Set.of(one.check().code()), SnpTrial.notes(outcome));
            return;
        }
        assertEquals(
                Set.of(one.check().code()),
                SnpTrial.refusals(outcome),
                () -> outcome.findings().toString());
        assertEquals(effect == Effect.UNDETERMINED, outcome instanceof Indeterminate);
        assertTrue(outcome.verified().isEmpty());
    }
}
