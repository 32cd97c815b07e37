package dev.assay.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one look at an input may cost: processor time and allocation of this thread, both at most linear in the input's
 * size. The factors are generous, since they are to find what grows faster and not what is slow.
 */
final class Work {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long FREE_NANOSECONDS = 500_000_000;
    private static final long NANOSECONDS_A_BYTE = 5_000;
    private static final long FREE_ALLOCATION = 64 << 20;
    private static final long ALLOCATION_A_BYTE = 400;

    /** A first look also loads classes, and is not held against the input. */
    private static final int TRIES = 3;

    private Work() {}

    /** Runs the look, and again if it was too expensive: it must not be so every time. */
    static void isLinear(int size, Runnable look) {
        String excess = "";
        for (int i = 0; i < TRIES; i++) {
            long nanoseconds = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            look.run();
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            nanoseconds = THREADS.getCurrentThreadCpuTime() - nanoseconds;
            if (nanoseconds <= FREE_NANOSECONDS + NANOSECONDS_A_BYTE * size
                    && allocated <= FREE_ALLOCATION + ALLOCATION_A_BYTE * size) {
                return;
            }
            excess = size + " bytes of input took " + nanoseconds / 1_000_000 + " ms and allocated " + allocated
                    + " bytes";
        }
        throw new AssertionError(excess);
    }
}
