package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TcbInfo;
import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.tdx.TeeTcbSvn;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void anIdentityOfTheSameEvaluationIsUsedWithItsTcbInfo() {
        byte[] info =
                MACHINE.tcbInfo(one -> one.evaluationNumber(19)).signedTcbInfo().encode();
        byte[] identity = MACHINE.qeIdentity(one -> one.evaluationNumber(19))
                .signedQeIdentity()
                .encode();
        TdxMinted minted = TdxMinted.genuine();
        Endorsements all = Endorsements.builder()
                .add(minted.endorsements())
                .add("info", Bytes.copyOf(info))
                .add("identity", Bytes.copyOf(identity))
                .build();
        List<CollateralVerdict> verdicts =
                new TdxComparison(minted.allOptions()).evaluations(minted.quote(), all, minted.at());
        assertEquals(
                List.of("19 19 19", "20 20 20"),
                verdicts.stream()
                        .map(verdict -> {
                            VerifiedQuote verified =
                                    verdict.outcome().verified().orElseThrow();
                            return verdict.collateral() + " " + verified.tcbEvaluationDataNumber() + " "
                                    + verified.qeEvaluationDataNumber();
                        })
                        .toList());
    }

    @Test
    void anEvaluationThatSomethingStandsAgainstIsAVerdictToo() {
        byte[] forged = MACHINE.tcbInfo(one -> one.evaluationNumber(19))
                .signedTcbInfo()
                .signature("11".repeat(64))
                .encode();
        TdxMinted minted = TdxMinted.genuine().and(forged);
        List<CollateralVerdict> verdicts =
                new TdxComparison(minted.allOptions()).evaluations(minted.quote(), minted.endorsements(), minted.at());
        assertEquals("19", verdicts.get(0).collateral());
        assertEquals(
                Set.of("tdx.tcb-info.signature"),
                TdxMinted.failing(verdicts.get(0).outcome()));
        assertInstanceOf(Accepted.class, verdicts.get(1).outcome());
        assertEquals(2, verdicts.size());
    }

    @Test
    void whatReachesNoLevelHasNoStatusAndFallsShortOfAll() {
        TdxMinted genuine = TdxMinted.genuine();
        VerifiedQuote verified = genuine.verified();
        TcbExplanation none =
                TcbExplanation.platform(verified.tcbInfo(), verified.pck(), new TeeTcbSvn(Bytes.copyOf(new byte[16])));
        assertEquals(Optional.empty(), none.status());
        assertEquals(Optional.empty(), none.tcbDate());
        assertEquals(List.of(), none.advisories());
        assertEquals(3, none.gaps().size());
        assertEquals(
                "OutOfDate of 2025-05-14T00:00:00Z: TDX component 1: 0, needs 5; TDX component 3: 0, needs 3",
                none.nearest().orElseThrow().toString());
        assertEquals(8, none.nearest().orElseThrow().distance());
        TcbExplanation enclave = TcbExplanation.quotingEnclave(verified.qeIdentity(), 3);
        assertEquals(Optional.empty(), enclave.status());
        assertEquals(
                List.of(5, 1), enclave.gaps().stream().map(LevelGap::distance).toList());
        assertEquals(1, enclave.nearest().orElseThrow().distance());
    }

    @Test
    void aLevelThatIsReachedExactlyIsReached() {
        VerifiedQuote verified = TdxMinted.genuine().verified();
        assertEquals(
                List.of(),
                TcbExplanation.quotingEnclave(verified.qeIdentity(), 8).gaps());
        assertEquals(
                1,
                TcbExplanation.quotingEnclave(verified.qeIdentity(), 7).gaps().size());
    }

    @Test
    void theModuleIsExplainedIfItHasLevelsOfItsOwn() {
        TcbInfo info = TdxMinted.genuine().verified().tcbInfo();
        assertEquals(Optional.empty(), TcbExplanation.module(info, svn(0)));
        assertEquals(Optional.empty(), TcbExplanation.module(info, svn(2)));
        assertEquals(
                Optional.of(TcbStatus.UP_TO_DATE),
                TcbExplanation.module(info, svn(3)).orElseThrow().status());
        assertEquals(
                List.of("platform", "quoting enclave"),
                TdxMinted.of(MACHINE.module(0)).verified().explain().stream()
                        .map(TcbExplanation::part)
                        .toList());
    }

    private static TeeTcbSvn svn(int major) {
        byte[] bytes = new byte[16];
        bytes[0] = 9;
        bytes[1] = (byte) major;
        return new TeeTcbSvn(Bytes.copyOf(bytes));
    }

    @Test
    void whatAnUpdateDoesNotSettleIsNotSaidToBeSettled() {
        LevelGap gap = new LevelGap(
                TcbStatus.OUT_OF_DATE, Instant.EPOCH, List.of("INTEL-SA-1"), List.of(new Shortfall("x", 2, 1)));
        TcbExplanation now = new TcbExplanation(
                "platform",
                Optional.of(TcbStatus.OUT_OF_DATE),
                Optional.of(Instant.EPOCH),
                List.of("INTEL-SA-1", "INTEL-SA-2"),
                List.of(gap));
        assertEquals(List.of("INTEL-SA-2"), now.settledBy(gap));
        assertEquals("x: 1, needs 2", gap.shortfalls().get(0).toString());
    }

    @Test
    void aVerifiedQuoteIsDescribedByItsStatus() {
        VerifiedQuote verified = TdxMinted.genuine().verified();
        assertEquals("verified UpToDate " + verified.evidence(), verified.toString());
        assertEquals(TdxMinted.genuine().at(), verified.at());
        assertEquals(
                "TCB info, valid from 2026-08-13T10:45:38Z to 2026-09-12T10:45:38Z",
                verified.items().stream()
                        .filter(item -> item.item().equals("TCB info"))
                        .findFirst()
                        .orElseThrow()
                        .toString());
    }

    private static TcbExplanation explain(TcbPart part, TdxStatus status, int index) {
        return TdxMinted.of(MACHINE.status(part, status)).verified().explain().get(index);
    }
}
