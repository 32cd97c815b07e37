package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever takes a copy has it alone, and copies are used again. */
class SparesTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void oneThreadUsesOneCopyForEver() {
        Spares<String> spares = spares();
        for (int i = 0; i < 5; i++) {
            String copy = spares.take();
            assertEquals("copy 1", copy);
            spares.give(copy);
        }
        assertEquals(1, made.get());
    }

    @Test
    void whatIsTakenIsNotTakenAgainBeforeItIsGivenBack() {
        Spares<String> spares = spares();
        String first = spares.take();
        String second = spares.take();
        assertFalse(first.equals(second));
        spares.give(second);
        assertSame(second, spares.take());
        assertEquals("copy 3", spares.take());
    }

    @Test
    void noMoreThanEightAreKept() {
        Spares<String> spares = spares();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            taken.add(spares.take());
        }
        taken.forEach(spares::give);
        for (int i = 0; i < 8; i++) {
            assertEquals("copy " + (i + 1), spares.take());
        }
        assertEquals(12, made.get());
        assertEquals("copy 13", spares.take());
    }

    @Test
    void noTwoThreadsHaveTheSameCopyAtATime() throws Exception {
        Spares<AtomicBoolean> spares = new Spares<>(AtomicBoolean::new);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> alone = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                alone.add(threads.submit(() -> {
                    boolean ever = true;
                    for (int i = 0; i < 20_000; i++) {
                        AtomicBoolean inUse = spares.take();
                        ever &= inUse.compareAndSet(false, true);
                        ever &= inUse.compareAndSet(true, false);
                        spares.give(inUse);
                    }
                    return ever;
                }));
            }
            for (Future<Boolean> one : alone) {
                assertEquals(true, one.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Spares<String> spares() {
        return new Spares<>(() -> "copy " + made.incrementAndGet());
    }
}
