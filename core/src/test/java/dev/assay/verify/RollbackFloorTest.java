package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testvectors.intel.TdxSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Collateral older than what was accepted before. */
class RollbackFloorTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final Instant ISSUED = Instant.parse("2026-08-13T10:45:38Z");
    private static final RollbackFloor FLOOR = TdxMinted.genuine().verified().floor();

    @Test
    void theFloorIsWhatWasUsed() {
        assertEquals(
                new CollateralMark(20, ISSUED),
                FLOOR.tcbInfos().get(TdxMinted.genuine().verified().fmspc()));
        assertEquals(20, FLOOR.qeIdentity().orElseThrow().evaluationDataNumber());
    }

    @Test
    void theSameCollateralIsNotOlderThanItself() {
        assertEquals(
                Set.of(),
                TdxMinted.genuine().tdx(options -> options.withFloor(FLOOR)).failing());
    }

    @Test
    void anEarlierIssueOfTheSameEvaluationIsOlder() {
        assertEquals(
                Set.of("tdx.tcb-info.rolled-back"),
                against(20, ISSUED.minusSeconds(1)).failing());
    }

    @Test
    void aNewerEvaluationIsNotOlderWhateverItsDate() {
        assertEquals(Set.of(), against(21, ISSUED.minusSeconds(1)).failing());
    }

    @Test
    void olderCollateralDoesNotLowerTheFloor() {
        RollbackFloor high = against(21, ISSUED).verified().floor();
        assertEquals(
                high,
                high.raisedBy(
                        TdxMinted.genuine().verified().tcbInfo(),
                        TdxMinted.genuine().verified().qeIdentity()));
    }

    @Test
    void aNewerDocumentBesideAnOlderOneIsTaken() {
        TdxMinted both = against(19, ISSUED).and(MACHINE.signedTcbInfo().encode());
        assertEquals(20, both.verified().tcbEvaluationDataNumber());
    }

    private static TdxMinted against(long number, Instant issued) {
        return TdxMinted.of(MACHINE.tcbInfo(
                        info -> info.evaluationNumber(number).validity(issued, issued.plus(Duration.ofDays(30)))))
                .tdx(options -> options.withFloor(FLOOR));
    }
}
