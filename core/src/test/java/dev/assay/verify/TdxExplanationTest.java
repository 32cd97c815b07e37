package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.TcbStatus;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people are told who have to bring a platform up to date. */
class TdxExplanationTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    @Test
    void eachComponentThatIsTooLowIsNamedWithWhatItNeeds() {
        TcbExplanation platform = explain(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE, 0);
        assertEquals("platform", platform.part());
        assertEquals(Optional.of(TcbStatus.OUT_OF_DATE), platform.status());
        assertEquals(2, platform.gaps().size());
        assertEquals(
                List.of(
                        new Shortfall("SGX component 1", 4, 3),
                        new Shortfall("SGX component 2", 4, 3),
                        new Shortfall("SGX component 5", 4, 3),
                        new Shortfall("PCESVN", 13, 11)),
                platform.gaps().get(0).shortfalls());
        LevelGap nearest = platform.nearest().orElseThrow();
        assertEquals(TcbStatus.UP_TO_DATE, nearest.status());
        assertEquals(5, nearest.distance());
        assertEquals(List.of("INTEL-SA-01036", "INTEL-SA-01245"), platform.settledBy(nearest));
    }

    @Test
    void moduleAndQuotingEnclaveAreExplainedByThemselves() {
        TcbExplanation module = explain(TcbPart.MODULE, TdxStatus.OUT_OF_DATE, 1);
        assertEquals("TDX module", module.part());
        assertEquals(
                List.of(new Shortfall("TDX module", 6, 4)), module.gaps().get(0).shortfalls());
        assertEquals(List.of("INTEL-SA-01192"), module.advisories());
        TcbExplanation enclave = explain(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE, 2);
        assertEquals(
                List.of(new Shortfall("quoting enclave", 8, 4)),
                enclave.gaps().get(0).shortfalls());
        assertEquals(Optional.of(Instant.parse("2023-02-15T00:00:00Z")), enclave.tcbDate());
    }

    @Test
    void thereIsNothingToExplainAboutWhatIsUpToDate() {
        for (TcbExplanation part : TdxMinted.genuine().verified().explain()) {
            assertEquals(Optional.of(TcbStatus.UP_TO_DATE), part.status());
            assertTrue(part.gaps().isEmpty());
            assertTrue(part.nearest().isEmpty());
        }
    }

    @Test
    void theFindingNamesTheNearestLevelIfNoneIsReached() {
        Outcome<VerifiedQuote> outcome =
                TdxMinted.of(MACHINE.belowAllLevels(TcbPart.PLATFORM)).verify();
        assertTrue(outcome.findings().get(0).actual().contains("PCESVN: 1, needs 11"), "" + outcome.findings());
    }

    @Test
    void oneQuoteIsJudgedAgainstEveryEvaluation() {
        TdxSimulator next = MACHINE.tcbInfo(info -> info.evaluationNumber(21).level(0, level -> level.withSgx(0, 5)));
        TdxMinted minted = TdxMinted.genuine().and(next.signedTcbInfo().encode());
        List<CollateralVerdict> verdicts =
                new TdxComparison(minted.allOptions()).evaluations(minted.quote(), minted.endorsements(), minted.at());
        assertEquals(
                List.of("20", "21"),
                verdicts.stream().map(CollateralVerdict::collateral).toList());
        assertEquals(
                List.of(TcbStatus.UP_TO_DATE, TcbStatus.OUT_OF_DATE),
                verdicts.stream()
                        .map(verdict ->
                                verdict.outcome().verified().orElseThrow().tcbStatus())
                        .toList());
        assertEquals(21, minted.verified().tcbEvaluationDataNumber());
    }

    @Test
    void oneQuoteIsJudgedAgainstEverySetThatHasAName() {
        TdxMinted minted = TdxMinted.genuine();
        Map<String, Endorsements> sets = new LinkedHashMap<>();
        sets.put("early", minted.endorsements());
        sets.put("none", Endorsements.none());
        List<CollateralVerdict> verdicts =
                new TdxComparison(minted.allOptions()).sets(minted.quote(), sets, minted.at());
        assertInstanceOf(Accepted.class, verdicts.get(0).outcome());
        assertEquals("none", verdicts.get(1).collateral());
        assertInstanceOf(Indeterminate.class, verdicts.get(1).outcome());
    }

    private static TcbExplanation explain(TcbPart part, TdxStatus status, int index) {
        return TdxMinted.of(MACHINE.status(part, status)).verified().explain().get(index);
    }
}
