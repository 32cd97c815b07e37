package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
            assertEquals("copy 1", spares.lend(copy -> copy));
        }
        assertEquals(1, made.get());
    }

    @Test
    void whatIsLentIsNotLentAgainBeforeItIsBack() {
        Spares<String> spares = spares();
        assertEquals(
                "copy 1, copy 2, copy 3",
                spares.lend(
                        first -> spares.lend(second -> spares.lend(third -> first + ", " + second + ", " + third))));
        assertEquals("copy 3, copy 2", spares.lend(first -> spares.lend(second -> first + ", " + second)));
        assertEquals(3, made.get());
    }

    @Test
    void aCopyWhoseUseEndedInAnExceptionIsForgotten() {
        Spares<String> spares = spares();
        assertThrows(
                ArithmeticException.class,
                () -> spares.lend(copy -> {
                    throw new ArithmeticException(copy);
                }));
        assertEquals("copy 2", spares.lend(copy -> copy));
    }

    @Test
    void noMoreThanEightAreKept() {
        Spares<String> spares = spares();
        lendAll(spares, 8);
        lendAll(spares, 8);
        assertEquals(8, made.get());
        lendAll(spares, 12);
        assertEquals(12, made.get());
        lendAll(spares, 8);
        assertEquals(12, made.get());
        lendAll(spares, 9);
        assertEquals(13, made.get());
    }

    private static String lendAll(Spares<String> spares, int atOnce) {
        return atOnce == 0 ? "" : spares.lend(copy -> copy + lendAll(spares, atOnce - 1));
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
                        ever &= spares.lend(
                                inUse -> inUse.compareAndSet(false, true) && inUse.compareAndSet(true, false));
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
