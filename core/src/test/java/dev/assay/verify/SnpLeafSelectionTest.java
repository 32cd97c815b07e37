package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpTcb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Folders and tables hold several leaves: the one that is for the report is found, in whatever order they stand. */
class SnpLeafSelectionTest {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final SnpTcb OLDER = SnpTcb.classic(3, 0, 0x14, 0xD1);

    @Test
    void theLeafForTheReportedTcbAndChipIsTaken() {
        SnpForge neighbour = new SnpForge(SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 4), VekKind.VCEK));
        acceptedInAnyOrder(
                MILAN.trial(),
                MILAN.evidence().leaf(),
                MILAN.amd().leaf(VekKind.VCEK, OLDER, MILAN.hwId()),
                neighbour.evidence().leaf(),
                SnpForge.GENOA.evidence().leaf(),
                SnpForge.MILAN_VLEK.evidence().leaf());
    }

    @Test
    void aLeafIssuedAnewReplacesAnExpiredOne() throws NotVerifiedException {
        byte[] expired =
                MILAN.leafDer(leaf -> leaf.validity(SnpSimulator.AT.minusSeconds(9), SnpSimulator.AT.minusSeconds(1)));
        byte[] future = MILAN.leafDer(
                leaf -> leaf.validity(SnpSimulator.AT.plusSeconds(1), SnpSimulator.AT.plusSeconds(1L << 30)));
        byte[] longer = MILAN.leafDer(leaf ->
                leaf.validity(SnpSimulator.AT, MILAN.leafTemplate().notAfter().plusSeconds(5)));
        List<VerifiedReport> verified =
                acceptedInAnyOrder(MILAN.trial(), MILAN.evidence().leaf(), expired, future, longer);
        for (VerifiedReport one : verified) {
            assertEquals(
                    MILAN.leafTemplate().notAfter().plusSeconds(5),
                    one.chain().get(0).window().notAfter(),
                    "of several good ones, that which lasts longest");
        }
    }

    /** A VLEK names no chip, so that of another region fits the report in all but its key. */
    @Test
    void theVlekOfAnotherRegionDoesNotHideTheOneThatSigned() {
        SnpForge vlek = SnpForge.MILAN_VLEK;
        SnpForge region = new SnpForge(SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 5), VekKind.VLEK));
        byte[] lasting = region.leafDer(leaf ->
                leaf.validity(SnpSimulator.AT, region.leafTemplate().notAfter().plusSeconds(9)));
        acceptedInAnyOrder(
                vlek.trial(), vlek.evidence().leaf(), lasting, region.evidence().leaf());
    }

    @Test
    void aForgedLeafDoesNotHideTheGenuineOne() {
        SnpForge impostor = SnpChainCases.impostor(MILAN);
        byte[] lasting = impostor.leafDer(leaf -> leaf.validity(
                SnpSimulator.AT, impostor.leafTemplate().notAfter().plusSeconds(9)));
        byte[] broken =
                MILAN.leafTemplate().sign(MILAN.amd().leafSigner(VekKind.VCEK).corrupted());
        acceptedInAnyOrder(MILAN.trial(), MILAN.evidence().leaf(), lasting, broken);
    }

    @Test
    void aHiddenChipIsNoReasonToTakeTheLeafOfAnotherTcb() {
        SnpTrial masked =
                MILAN.report(report -> report.chipId(new byte[64])).options(options -> options.withMaskedChipId(true));
        byte[] other = MILAN.leafTemplate()
                .extensions(VekExtensions.vcek(AmdProduct.MILAN, OLDER, MILAN.hwId()))
                .validity(SnpSimulator.AT, MILAN.leafTemplate().notAfter().plusSeconds(9))
                .sign(MILAN.amd().leafSigner(VekKind.VCEK));
        acceptedInAnyOrder(masked, MILAN.evidence().leaf(), other);
    }

    @Test
    void aVlekOfAnotherProductDoesNotHideTheRightOne() {
        SnpForge vlek = SnpForge.MILAN_VLEK;
        SnpForge genoa = SnpForge.GENOA_VLEK;
        List<byte[]> leaves = new ArrayList<>(List.of(vlek.evidence().leaf()));
        for (int i = 0; i < 16; i++) {
            int more = i + 1;
            leaves.add(genoa.leafDer(leaf -> leaf.extensions(
                            VekExtensions.vlek(AmdProduct.GENOA, AmdProduct.MILAN.tcb(), "CN=" + more))
                    .validity(SnpSimulator.AT, genoa.leafTemplate().notAfter().plusSeconds(more))));
        }
        acceptedInAnyOrder(vlek.trial(), leaves.toArray(byte[][]::new));
    }

    /** As many as are tried at most, each valid for longer than the right one. */
    @Test
    void leavesOfOtherTcbsAndChipsDoNotCrowdOutTheRightOne() {
        List<byte[]> tcbs = new ArrayList<>(List.of(MILAN.evidence().leaf()));
        List<byte[]> chips = new ArrayList<>(List.of(MILAN.evidence().leaf()));
        for (int i = 0; i < 16; i++) {
            Instant end = MILAN.leafTemplate().notAfter().plusSeconds(i + 1);
            SnpTcb tcb = SnpTcb.classic(3, 0, i, 0xD1);
            byte[] chip = MILAN.hwId();
            chip[63] ^= (byte) (i + 1);
            tcbs.add(MILAN.leafDer(leaf -> leaf.extensions(VekExtensions.vcek(AmdProduct.MILAN, tcb, MILAN.hwId()))
                    .validity(SnpSimulator.AT, end)));
            chips.add(MILAN.leafDer(
                    leaf -> leaf.extensions(VekExtensions.vcek(AmdProduct.MILAN, AmdProduct.MILAN.tcb(), chip))
                            .validity(SnpSimulator.AT, end)));
        }
        acceptedInAnyOrder(MILAN.trial(), tcbs.toArray(byte[][]::new));
        acceptedInAnyOrder(MILAN.trial(), chips.toArray(byte[][]::new));
    }

    @Test
    void theFindingsDoNotDependOnTheOrderOfLeavesThatDoNotFit() {
        byte[] current = MILAN.amd().leaf(VekKind.VCEK, OLDER, MILAN.hwId());
        byte[] twin = MILAN.amd().leaf(VekKind.VCEK, SnpTcb.classic(1, 2, 3, 4), MILAN.hwId());
        byte[] future = MILAN.leafTemplate()
                .extensions(VekExtensions.vcek(AmdProduct.MILAN, SnpTcb.classic(4, 3, 2, 1), MILAN.hwId()))
                .validity(
                        SnpSimulator.AT.plusSeconds(1),
                        MILAN.leafTemplate().notAfter().plusSeconds(9))
                .sign(MILAN.amd().leafSigner(VekKind.VCEK));
        SnpTrial chain = MILAN.trial();
        assertEquals(
                with(chain, current, twin, future).outcome().findings(),
                with(chain, future, twin, current).outcome().findings());
        assertEquals(
                Set.of("snp.binding.tcb"),
                SnpTrial.refusals(with(chain, future, twin, current).outcome()),
                "not about the one that is not valid yet");
    }

    @Test
    void ofLeavesThatDoNotFitTheFindingsAreAboutTheCurrentOne() {
        byte[] older = MILAN.amd().leaf(VekKind.VCEK, OLDER, MILAN.hwId());
        byte[] expired = MILAN.leafTemplate()
                .extensions(VekExtensions.vcek(AmdProduct.MILAN, SnpTcb.classic(1, 0, 0, 0), MILAN.hwId()))
                .validity(SnpSimulator.AT.minusSeconds(9), SnpSimulator.AT.minusSeconds(1))
                .sign(MILAN.amd().leafSigner(VekKind.VCEK));
        for (byte[][] order : new byte[][][] {{older, expired}, {expired, older}}) {
            Outcome<VerifiedReport> outcome = MILAN.trial()
                    .only(order)
                    .with(MILAN.evidence().intermediate())
                    .outcome();
            assertEquals(Set.of("snp.binding.tcb"), SnpTrial.refusals(outcome));
        }
    }

    @Test
    void whatFreshEndorsementsCouldMendIsNotHiddenByAForgedExtra() {
        byte[] expired =
                MILAN.leafDer(leaf -> leaf.validity(SnpSimulator.AT.minusSeconds(9), SnpSimulator.AT.minusSeconds(1)));
        byte[] broken =
                MILAN.leafTemplate().sign(MILAN.amd().leafSigner(VekKind.VCEK).corrupted());
        for (byte[][] order : new byte[][][] {{expired, broken}, {broken, expired}}) {
            Outcome<VerifiedReport> outcome = MILAN.trial()
                    .only(order)
                    .with(MILAN.evidence().intermediate())
                    .outcome();
            assertInstanceOf(Indeterminate.class, outcome);
            assertEquals(Set.of("snp.chain.validity"), SnpTrial.refusals(outcome));
        }
    }

    @Test
    void noMoreThanSixteenLeavesAreTried() {
        List<byte[]> leaves = new ArrayList<>(List.of(MILAN.evidence().leaf()));
        SnpForge impostor = SnpChainCases.impostor(MILAN);
        for (int i = 0; i < 16; i++) {
            int more = i + 1;
            leaves.add(impostor.leafDer(leaf -> leaf.validity(
                    SnpSimulator.AT, impostor.leafTemplate().notAfter().plusSeconds(more))));
        }
        SnpTrial crowd = MILAN.trial().with(MILAN.evidence().intermediate());
        byte[][] all = leaves.toArray(byte[][]::new);
        assertInstanceOf(Rejected.class, with(crowd, all).outcome(), "the genuine one would be the seventeenth");
        byte[][] oneLess = leaves.subList(0, 16).toArray(byte[][]::new);
        assertInstanceOf(Accepted.class, with(crowd, oneLess).outcome());
    }

    private static SnpTrial with(SnpTrial trial, byte[]... leaves) {
        SnpTrial all = trial.only(leaves);
        for (var item : trial.items().subList(1, trial.items().size())) {
            all = all.with(item.toArray());
        }
        return all;
    }

    private static List<VerifiedReport> acceptedInAnyOrder(SnpTrial trial, byte[]... leaves) {
        List<VerifiedReport> verified = new ArrayList<>();
        List<byte[]> order = new ArrayList<>(List.of(leaves));
        for (int turn = 0; turn < Math.min(leaves.length, 4); turn++) {
            Collections.rotate(order, 1);
            Outcome<VerifiedReport> outcome =
                    with(trial, order.toArray(byte[][]::new)).outcome();
            assertInstanceOf(Accepted.class, outcome, () -> outcome.findings().toString());
            outcome.verified().ifPresent(verified::add);
        }
        return verified;
    }
}
