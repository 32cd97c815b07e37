package dev.assay.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * Several pieces of work measured in turn, many times over, by the processor time of their thread. What else the machine
 * does then touches all of them alike, so that their ratios hold where their times do not.
 */
final class Interleaved {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long ROUND_OF_WARM_UP = 50_000_000;

    private final long warmUpNanos;
    private final int rounds;
    private final long roundNanos;

    Interleaved(int warmUpSeconds, int rounds, int roundMillis) {
        this.warmUpNanos = warmUpSeconds * 1_000_000_000L;
        this.rounds = rounds;
        this.roundNanos = roundMillis * 1_000_000L;
    }

    /**
     * What was measured.
     *
     * @param micros the median of the microseconds for each call
     * @param ratio the median of the first work's time over this one's, round by round: both of the same moment
     * @param low the lower quartile of these
     * @param high the upper quartile
     */
    record Figure(double micros, double ratio, double low, double high) {}

    /** Measures; the first of the works is what the others are compared with. */
    Map<String, Figure> measure(Map<String, Callable<?>> works) throws Exception {
        for (Callable<?> work : works.values()) {
            warmUp(work);
        }
        List<String> names = List.copyOf(works.keySet());
        double[][] all = new double[names.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            int index = 0;
            for (Callable<?> work : works.values()) {
                all[index++][round] = micros(work, roundNanos);
            }
        }
        double[] first = all[0];
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (int index = 0; index < all.length; index++) {
            double[] micros = all[index];
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, round -> first[round] / micros[round]);
            figures.put(
                    names.get(index), new Figure(median(micros), median(ratios), at(ratios, 0.25), at(ratios, 0.75)));
        }
        return figures;
    }

    /** In processor time: on a busy machine compilation would otherwise not be through. Five times as long at most. */
    private void warmUp(Callable<?> work) throws Exception {
        long latest = System.nanoTime() + 5 * warmUpNanos;
        long start = THREADS.getCurrentThreadCpuTime();
        while (THREADS.getCurrentThreadCpuTime() - start < warmUpNanos && System.nanoTime() < latest) {
            micros(work, ROUND_OF_WARM_UP);
        }
    }

    private static double micros(Callable<?> work, long nanos) throws Exception {
        return micros(work, nanos, THREADS::getCurrentThreadCpuTime);
    }

    /** Over and over, for that long; the microseconds of each call by some clock. */
    static double micros(Callable<?> work, long nanos, LongSupplier clock) throws Exception {
        long end = System.nanoTime() + nanos;
        long start = clock.getAsLong();
        long calls = 0;
        do {
            work.call();
            calls++;
        } while (System.nanoTime() < end);
        return (clock.getAsLong() - start) / 1e3 / calls;
    }

    static double median(double[] values) {
        return at(values, 0.5);
    }

    /** The value that this part of all is below. */
    static double at(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * sorted.length)];
    }
}
