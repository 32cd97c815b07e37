package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.PlanOptions;
import dev.assay.snp.Product;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.server.VendorServer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a report alone to a verdict, with all else from AMD's service. */
class OnlineReportsTest {
    private static final PlanOptions WHOLE = PlanOptions.defaults().withAmdChain(true);

    private final VendorServer server = VendorServer.start();
    private final TestTiming timing = new TestTiming();
    private final EndorsementSource kds =
            OnlineSources.amdKds(server.address(), OnlineOptions.defaults().withTiming(timing));

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aReportOfEachProductIsVerifiedFromTheServiceAlone(AmdProduct product) {
        SnpSimulator machine = SnpSimulator.create(product);
        SnpEvidence evidence = machine.report(report -> report);
        server.amd().machine(machine, evidence);
        CollectedEndorsements had = Scene.collect(kds, evidence.report(), WHOLE);
        assertEquals(List.of(), had.shortcomings());
        assertTrue(Scene.verify(evidence.report(), had.endorsements(), evidence.root(), evidence.at())
                .verified()
                .isPresent());
    }

    @Test
    void aTurinChipIsAskedForByItsShortIdentityAndWithItsFmc() {
        SnpSimulator machine = SnpSimulator.create(AmdProduct.TURIN);
        SnpEvidence evidence = machine.report(report -> report);
        server.amd().machine(machine, evidence);
        Scene.collect(kds, evidence.report(), PlanOptions.defaults().withCrls(false));
        String chip = HexFormat.of().formatHex(machine.chipId(), 0, 8);
        var tcb = AmdProduct.TURIN.tcb();
        assertEquals(
                List.of("/vcek/v1/Turin/" + chip + "?fmcSPL=" + tcb.fmc() + "&blSPL=" + tcb.bootLoader() + "&teeSPL="
                        + tcb.tee() + "&snpSPL=" + tcb.snp() + "&ucodeSPL=" + tcb.microcode()),
                server.requests());
    }

    @Test
    void aVlekThatCameWithTheReportGetsItsOwnChainAndList() {
        SnpSimulator cloud = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 0), VekKind.VLEK);
        SnpEvidence evidence = cloud.report(report -> report);
        server.amd().machine(cloud, evidence);
        byte[] extended = evidence.extendedReport();
        CollectedEndorsements had = Scene.collect(kds, extended, WHOLE.withAmdChain(false));
        assertEquals(List.of("/vlek/v1/Milan/crl"), server.requests());
        assertTrue(Scene.verify(extended, had.endorsements(), evidence.root(), evidence.at())
                .verified()
                .isPresent());
    }

    @Test
    void aVlekThatDidNotComeAlongIsAskedOfNobody() {
        SnpSimulator cloud = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 0), VekKind.VLEK);
        CollectedEndorsements had = Scene.collect(
                kds,
                cloud.report(report -> report).report(),
                PlanOptions.defaults().withCrls(false));
        assertEquals(List.of(), server.requests());
        assertTrue(had.shortcomings().get(0).contains("cloud providers"), had.shortcomings()::toString);
    }

    @Test
    void aVcekInTheTableIsAskedOfNobody() {
        CollectedEndorsements had = Scene.collect(kds, Scene.REPORT.extendedReport(), WHOLE.withCrls(false));
        assertEquals(List.of(), server.requests());
        assertEquals(List.of(), had.shortcomings());
        assertEquals("the evidence", had.items().get(0).origin());
    }

    @Test
    void aMaskedChipIsRefusedBeforeAnyRequest() {
        SnpEvidence masked = Scene.MILAN.report(report -> report.chipId(new byte[64]));
        CollectedEndorsements had =
                Scene.collect(kds, masked.report(), PlanOptions.defaults().withCrls(false));
        assertEquals(List.of(), server.requests());
        assertTrue(had.shortcomings().get(0).contains("MASK_CHIP_ID"), had.shortcomings()::toString);
    }

    @Test
    void aReportThatDoesNotSayItsProductNeedsTheCaller() {
        SnpEvidence old = Scene.MILAN.report(2, report -> report);
        server.amd().machine(Scene.MILAN, old);
        assertTrue(Scene.collect(kds, old.report(), WHOLE).shortcomings().get(0).contains("name the product"));
        assertEquals(List.of(), server.requests());
        CollectedEndorsements had = Scene.collect(kds, old.report(), WHOLE.withProduct(Product.MILAN));
        assertTrue(had.complete());
        assertTrue(Scene.verify(old.report(), had.endorsements(), old.root(), old.at())
                .verified()
                .isPresent());
    }

    @Test
    void theTableSaysTheProductOfAnOldReport() {
        SnpEvidence old = Scene.MILAN.report(2, report -> report);
        assertEquals(
                List.of(),
                Scene.collect(kds, old.extendedReport(), WHOLE.withCrls(false)).shortcomings());
    }

    @Test
    void requestsToTheServiceAreTenSecondsApart() {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        Scene.collect(kds, Scene.REPORT.report(), WHOLE);
        assertEquals(3, server.requests().size());
        assertEquals(2, timing.pauses().size());
        timing.pauses().forEach(pause -> assertTrue(pause.compareTo(Duration.ofSeconds(8)) > 0, pause::toString));
    }
}
