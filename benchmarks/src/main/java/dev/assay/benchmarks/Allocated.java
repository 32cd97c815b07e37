package dev.assay.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Bytes that a piece of work allocates at each call, by the counter of its thread: exact, and no sample of anything. */
final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 9;

    private Allocated() {}

    /** Calls until this much time is over; what is compiled then allocates less, and always the same. */
    static void warmUp(Callable<?> work, int millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000L;
        do {
            work.call();
        } while (System.nanoTime() < end);
    }

    /** The median of some rounds, each of so many calls that what a call does only once in a while is spread evenly. */
    static double bytes(Callable<?> work, int calls) throws Exception {
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < calls; call++) {
                work.call();
            }
            rounds[round] = (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / calls;
        }
        return Interleaved.median(rounds);
    }
}
