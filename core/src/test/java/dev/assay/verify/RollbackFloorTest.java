package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.model.Bytes;
import dev.assay.testvectors.intel.TdxSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void eachMarkIsTheNewerOfTwo() {
        CollateralMark high = new CollateralMark(21, ISSUED);
        CollateralMark higher = new CollateralMark(21, ISSUED.plusSeconds(1));
        VerifiedQuote genuine = TdxMinted.genuine().verified();
        RollbackFloor floor = new RollbackFloor(Map.of(genuine.fmspc(), high), Optional.of(higher));
        assertSame(floor, floor.raisedBy(genuine.tcbInfo(), genuine.qeIdentity()));
        VerifiedQuote newer = TdxMinted.of(MACHINE.tcbInfo(info -> info.evaluationNumber(22))
                        .qeIdentity(identity -> identity.evaluationNumber(22)))
                .verified();
        RollbackFloor raised = floor.raisedBy(newer.tcbInfo(), newer.qeIdentity());
        assertEquals(Map.of(genuine.fmspc(), new CollateralMark(22, ISSUED)), raised.tcbInfos());
        assertEquals(22, raised.qeIdentity().orElseThrow().evaluationDataNumber());
    }

    @Test
    void theEmptyFloorHasNoMarks() {
        assertEquals(new RollbackFloor(Map.of(), Optional.empty()), RollbackFloor.none());
        assertEquals(RollbackFloor.none(), TdxOptions.defaults().floor());
    }

    /** One platform's floor says nothing about another's. */
    @Test
    void theFloorOfAnotherKindOfPlatformDoesNotCount() {
        Bytes fmspc = Bytes.fromHex("00806f050000");
        RollbackFloor other = new RollbackFloor(Map.of(fmspc, new CollateralMark(99, ISSUED)), Optional.empty());
        VerifiedQuote verified =
                TdxMinted.genuine().tdx(options -> options.withFloor(other)).verified();
        assertEquals(
                Map.of(fmspc, new CollateralMark(99, ISSUED), verified.fmspc(), new CollateralMark(20, ISSUED)),
                verified.floor().tcbInfos());
    }

    private static TdxMinted against(long number, Instant issued) {
        return TdxMinted.of(MACHINE.tcbInfo(
                        info -> info.evaluationNumber(number).validity(issued, issued.plus(Duration.ofDays(30)))))
                .tdx(options -> options.withFloor(FLOOR));
    }
}
