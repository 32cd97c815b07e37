package dev.assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What says where bytes go must not lose any. */
class AllocationTest {
    private static final int CALLS = 2_000;
    private static final int SIZE = 10_000;

    @Test
    void theCounterCountsEveryByte() throws Exception {
        double bytes = Allocated.bytes(() -> new byte[SIZE], CALLS);
        assertTrue(bytes >= SIZE && bytes < SIZE + 100, () -> bytes + " bytes");
    }

    @Test
    void thePartsAddUpToTheWhole() throws Exception {
        AllocationSubject subject = AllocationSubject.snp(Origin.REAL, Backend.CORRETTO);
        Allocated.warmUp(subject.service(), 300);
        double parts = 0;
        for (Callable<?> part : new Callable<?>[] {subject.decode(), subject.warm(), subject.appraise()}) {
            parts += Allocated.bytes(part, CALLS / 10);
        }
        double whole = Allocated.bytes(subject.service(), CALLS / 10);
        assertEquals(1, whole / parts, 0.5);
    }

    @Test
    void samplesNameWhoIsResponsible() throws Exception {
        byte[] bytes = new byte[SIZE];
        AllocationSites sites = AllocationSites.of(() -> Bytes.copyOf(bytes), CALLS);
        assertTrue(sites.samples() > 0);
        assertEquals(Map.of("Bytes.copyOf", 1.0), sites.steps());
        assertEquals(
                1, sites.sites().values().stream().mapToDouble(share -> share).sum(), 1e-9);
    }
}
