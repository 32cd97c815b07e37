package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.MintedBundles;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.policy.Baseline;
import dev.assay.policy.Demand;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicySection;
import dev.assay.policy.SnpRules;
import dev.assay.policy.TdxRules;
import dev.assay.policy.TrustedRoots;
import dev.assay.policy.Values;
import dev.assay.reappraisal.Reappraised.Compared;
import dev.assay.reappraisal.Reappraised.Unusable;
import dev.assay.result.AttestationResult;
import dev.assay.result.ResultSummary;
import dev.assay.result.Verdict;
import dev.assay.testvectors.intel.TcbVerdict;
import dev.assay.testvectors.intel.TdxSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReappraisalTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final Instant AT = MintedBundles.AT;
    private static final Verifier VERIFIER = MintedBundles.verifier();

    /** The baseline with the minted roots. */
    static final Policy POLICY = Baseline.policy()
            .withTrustAnchors(new TrustedRoots(
                    false,
                    MintedBundles.options().trustAnchors().certificates().stream()
                            .map(root -> Bytes.copyOf(root.getPublicKey().getEncoded())
                                    .sha256())
                            .toList()));

    private static Reappraised again(Bundle bundle, Policy policy, Endorsements newer, Instant at) {
        Reappraised one = new Reappraisal(VERIFIER, policy, newer, at).reappraise("a", bundle);
        try {
            assertEquals(one, Reappraised.fromJson(one.toJson()));
        } catch (ReappraisalFormatException e) {
            throw new AssertionError(e);
        }
        return one;
    }

    private static Compared compared(Bundle bundle, Policy policy, Endorsements newer, Instant at) {
        return assertInstanceOf(Compared.class, again(bundle, policy, newer, at));
    }

    /** Intel's opinion of the machine on the day of a recovery: the level that was the best is not any more. */
    private static Endorsements recovery() {
        return Endorsements.of(MACHINE.tcbInfo(info -> info.evaluationNumber(21)
                        .level(
                                0,
                                level -> level.withVerdict(new TcbVerdict(
                                        level.verdict().date(), "OutOfDate", List.of("INTEL-SA-99999")))))
                .signedTcbInfo()
                .encode());
    }

    @Test
    void withNothingNewNothingChanges() {
        for (Bundle bundle : List.of(MintedBundles.snp(), MintedBundles.tdx())) {
            Compared same = compared(bundle, POLICY, Endorsements.none(), AT);
            assertEquals(Verdict.PASS, same.before().verdict());
            assertEquals(same.before(), same.after());
            assertEquals(Basis.REPLAYED, same.basis());
            assertFalse(same.change().any());
            assertEquals(List.of(), same.reasons());
        }
    }

    @Test
    void aRecoveryMakesAPlatformOutOfDate() {
        Compared changed = compared(MintedBundles.tdx(MACHINE), POLICY, recovery(), AT);
        assertEquals(Verdict.PASS, changed.before().verdict());
        assertEquals(Verdict.FAIL, changed.after().verdict());
        assertEquals(Optional.of(TcbStatus.UP_TO_DATE), changed.before().tcbStatus());
        assertEquals(Optional.of(TcbStatus.OUT_OF_DATE), changed.after().tcbStatus());
        Change change = changed.change();
        assertTrue(change.verdict() && change.tcbStatus() && !change.policy());
        assertEquals(List.of("policy.tcb-status"), change.codesAdded());
        assertEquals(List.of("INTEL-SA-99999"), change.advisoriesAdded());
        assertEquals(List.of(), change.codesRemoved());
        assertEquals(List.of(), change.advisoriesRemoved());
        assertTrue(changed.lost());
        assertFalse(changed.gained());
        assertEquals("policy.tcb-status", changed.reasons().get(0).code());
    }

    /** The newer one has a lower number, as Intel's standard set has beside its early one. */
    @Test
    void theNewerOpinionReplacesTheBundlesOwnWhateverItsNumber() {
        Endorsements newer = Endorsements.of(MACHINE.tcbInfo(
                        info -> info.evaluationNumber(19).level(0, level -> level.withStatus("OutOfDate")))
                .signedTcbInfo()
                .encode());
        assertEquals(
                Optional.of(TcbStatus.OUT_OF_DATE),
                compared(MintedBundles.tdx(MACHINE), POLICY, newer, AT).after().tcbStatus());
    }

    @Test
    void theOpinionOnAnotherPlatformReplacesNothing() {
        Endorsements newer = Endorsements.of(MACHINE.tcbInfo(
                        info -> info.fmspc("ffffffffffff").level(0, level -> level.withStatus("OutOfDate")))
                .signedTcbInfo()
                .encode());
        assertFalse(
                compared(MintedBundles.tdx(MACHINE), POLICY, newer, AT).change().any());
    }

    @Test
    void aNewerIdentityReplacesTheBundlesOwn() {
        Endorsements newer = Endorsements.of(MACHINE.qeIdentity(
                        identity -> identity.evaluationNumber(19).level(0, level -> level.withStatus("OutOfDate")))
                .signedQeIdentity()
                .encode());
        assertEquals(
                Optional.of(TcbStatus.OUT_OF_DATE),
                compared(MintedBundles.tdx(MACHINE), POLICY, newer, AT).after().tcbStatus());
    }

    @Test
    void newEndorsementsBringBackWhatHadRunOut() {
        Instant later = AT.plus(Duration.ofDays(365));
        Bundle bundle = MintedBundles.tdx(MACHINE);
        Compared ended = compared(bundle, POLICY, Endorsements.none(), later);
        assertEquals(Verdict.INDETERMINATE, ended.after().verdict());
        assertTrue(ended.lost());
        Bundle old = new Bundle(later, bundle.evidence(), bundle.items(), Optional.empty());
        Compared renewed = compared(old, POLICY, Endorsements.none(), AT);
        assertTrue(renewed.gained());
        assertEquals(ended.change().codesAdded(), renewed.change().codesRemoved());
    }

    @Test
    void anotherPolicyFailsWhatIsGenuineStill() {
        Policy pinned = Policy.builder("p", "2")
                .reportData(Demand.any())
                .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Values.of(Bytes.fromHex("ab".repeat(48)))))
                .tdx(PolicySection.tdx().with(TdxRules.MR_TD, Demand.any()))
                .build()
                .withTrustAnchors(new TrustedRoots(true, List.of()));
        Bundle plain = MintedBundles.snp();
        ResultSummary earlier = compared(plain, POLICY, Endorsements.none(), AT).after();
        Bundle recorded = new Bundle(plain.at(), plain.evidence(), plain.items(), Optional.of(earlier));
        Compared changed = compared(recorded, pinned, Endorsements.none(), AT);
        assertEquals(Basis.RECORDED, changed.basis());
        assertEquals(earlier, changed.before());
        assertTrue(changed.change().policy());
        assertTrue(changed.change().codesAdded().contains("policy.measurement"));
    }

    @Test
    void whatCannotBeJudgedIsNeverAPass() {
        Bundle none = Bundle.at(AT).build();
        Bundle junk = Bundle.at(AT).evidence(Bytes.copyOf(new byte[] {1, 2, 3})).build();
        assertEquals(Fault.NO_EVIDENCE, fault(again(none, POLICY, Endorsements.none(), AT)));
        assertEquals(Fault.MALFORMED, fault(again(junk, POLICY, Endorsements.none(), AT)));
        Reappraisal reappraisal = new Reappraisal(VERIFIER, POLICY, Endorsements.none(), AT);
        assertEquals(Fault.INVALID, fault(reappraisal.reappraise(new Given("x", Bytes.empty()))));
        assertEquals(Fault.UNREADABLE, fault(reappraisal.reappraise(new StoredBundle() {
            @Override
            public String id() {
                return "x";
            }

            @Override
            public Bytes read() throws IOException {
                throw new IOException("gone");
            }
        })));
    }

    @Test
    void newerEndorsementsThatCannotBeReadAreRefusedAtOnce() {
        Endorsements bad = Endorsements.of("hello".getBytes(StandardCharsets.US_ASCII));
        assertThrows(IllegalArgumentException.class, () -> new Reappraisal(VERIFIER, POLICY, bad, AT));
    }

    @Test
    void theBriefSummaryIsThatOfTheResultWithoutItsDigest() throws Exception {
        Instant later = AT.plus(Duration.ofDays(365));
        for (Bundle bundle : List.of(
                MintedBundles.tdx(),
                MintedBundles.snp(),
                new Bundle(
                        later,
                        MintedBundles.tdx().evidence(),
                        MintedBundles.tdx().items(),
                        Optional.empty()),
                Bundle.at(AT)
                        .evidence(MintedBundles.snp().evidence().orElseThrow())
                        .build())) {
            ResultSummary full = ResultSummary.of(result(bundle));
            assertEquals(
                    new ResultSummary(
                            full.verdict(),
                            full.codes(),
                            full.tcbStatus(),
                            full.advisories(),
                            full.policy(),
                            Optional.empty()),
                    compared(bundle, POLICY, Endorsements.none(), bundle.at()).after());
        }
    }

    private static AttestationResult result(Bundle bundle) throws Exception {
        Evidence evidence = bundle.decoded().orElseThrow();
        if (evidence instanceof SnpEvidence snp) {
            return POLICY.appraise(VERIFIER.verify(snp, bundle.endorsements(), bundle.at()), snp.report(), bundle.at());
        }
        TdxEvidence tdx = (TdxEvidence) evidence;
        return POLICY.appraise(VERIFIER.verify(tdx, bundle.endorsements(), bundle.at()), tdx.quote(), bundle.at());
    }

    @Test
    void theTallyCountsEachBundleOnce() {
        Tally tally = new Tally();
        tally.add(again(Bundle.at(AT).build(), POLICY, Endorsements.none(), AT));
        tally.add(again(MintedBundles.snp(), POLICY, Endorsements.none(), AT));
        tally.add(again(MintedBundles.tdx(MACHINE), POLICY, recovery(), AT));
        assertEquals(3, tally.total());
        assertEquals(1, tally.unusable());
        assertEquals(1, tally.count(Verdict.PASS));
        assertEquals(1, tally.count(Verdict.FAIL));
        assertEquals(1, tally.changed());
        assertEquals(1, tally.lost());
        assertEquals(0, tally.gained());
        assertEquals(
                "{\"type\":\"summary\",\"total\":3,\"pass\":1,\"fail\":1,\"rejected\":0,\"indeterminate\":0,"
                        + "\"unusable\":1,\"changed\":1,\"lost\":1,\"gained\":0,"
                        + "\"codesAdded\":{\"policy.tcb-status\":1}}",
                tally.toJson());
        assertTrue(Tally.isSummary(tally.toJson()));
    }

    @Test
    void theHeaderOfARunIsReadBack() throws Exception {
        RunHeader header = new RunHeader(AT, POLICY.reference(), Bytes.empty().sha256(), "crl=required");
        assertEquals(header, RunHeader.fromJson(header.toJson()));
        for (String bad : List.of(
                "",
                "{}",
                header.toJson().replace("\"run\"", "\"bundle\""),
                header.toJson().replace("\"version\":1,\"at\"", "\"version\":2,\"at\""),
                header.toJson().replace("\"settings\"", "\"setting\""),
                header.toJson().replace("\"settings\"", "\"more\":1,\"settings\""),
                header.toJson().substring(1))) {
            assertThrows(ReappraisalFormatException.class, () -> RunHeader.fromJson(bad));
        }
    }

    private static Fault fault(Reappraised one) {
        return assertInstanceOf(Unusable.class, one).fault();
    }

    /** A bundle in memory. */
    record Given(String id, Bytes bytes) implements StoredBundle {
        @Override
        public Bytes read() {
            return bytes;
        }
    }
}
