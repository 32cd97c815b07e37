package dev.assay.testvectors.junit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.simulator.SnpGuests;
import dev.assay.testvectors.simulator.TdGuests;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class SimulatorExtensionTest {
    @Test
    void withoutAnAnnotationItIsTheUsualMachine(SnpSimulator snp, TdxSimulator tdx) {
        assertEquals(AmdProduct.MILAN, snp.hierarchy().product());
        assertEquals(VekKind.VCEK, snp.kind());
        assertEquals(PckCa.PLATFORM, tdx.ca());
    }

    @Test
    void theAnnotationSaysWhichMachineItIs(
            @SnpMachine(product = AmdProduct.TURIN, key = VekKind.VLEK, seed = 7) SnpSimulator snp,
            @TdxMachine(ca = PckCa.PROCESSOR, seed = 8) TdxSimulator tdx) {
        assertEquals(AmdProduct.TURIN, snp.hierarchy().product());
        assertEquals(VekKind.VLEK, snp.kind());
        assertEquals(7, snp.hierarchy().seed());
        assertEquals(PckCa.PROCESSOR, tdx.ca());
        assertEquals(8, tdx.hierarchy().seed());
    }

    @Test
    void machinesOfAKindShareTheirAuthoritiesAndOthersDoNot(
            SnpSimulator one, SnpSimulator same, @SnpMachine(seed = 1) SnpSimulator other) {
        assertSame(one.hierarchy(), same.hierarchy());
        assertNotSame(one.hierarchy(), other.hierarchy());
        assertFalse(Arrays.equals(one.chipId(), other.chipId()));
    }

    @Test
    void evidenceIsThatOfAnOrdinaryGuest(SnpEvidence report, SnpSimulator snp, TdxEvidence quote, TdxSimulator tdx) {
        assertArrayEquals(snp.report(SnpGuests.ordinary()).report(), report.report());
        assertArrayEquals(tdx.quote(TdGuests.ordinary()).quote(), quote.quote());
    }
}
