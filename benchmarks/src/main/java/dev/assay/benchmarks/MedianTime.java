package dev.assay.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * What calls of some works cost: the medians of rounds, after others that do not count. Each round has all works in turn, so
 * that what else the machine does touches all of them alike.
 */
final class MedianTime {
    private static final long ROUND_NANOS = 200_000_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP_ROUNDS = 4;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private MedianTime() {}

    /** Does one work, once or several times. */
    interface Part {
        /** The time that one call took, in microseconds. */
        double micros() throws Exception;
    }

    /** Does all works. */
    interface Round {
        /** The time that one call of each took, in microseconds. */
        double[] micros() throws Exception;
    }

    /** Does something with an input. */
    interface Use<T> {
        void of(T input) throws Exception;
    }

    /** Over and over, by the processor time of the thread, since the machine may do something else besides. */
    static Part repeated(Callable<?> work) {
        return repeated(work, PROCESSOR::getCurrentThreadCpuTime);
    }

    static Part repeated(Callable<?> work, LongSupplier clock) {
        return () -> Interleaved.micros(work, ROUND_NANOS, clock);
    }

    /** Once for each input, for work that is another thing when it is done again. */
    static <T> Part once(List<T> inputs, Use<T> use) {
        return () -> {
            long start = PROCESSOR.getCurrentThreadCpuTime();
            for (T input : inputs) {
                use.of(input);
            }
            return (PROCESSOR.getCurrentThreadCpuTime() - start) / 1e3 / inputs.size();
        };
    }

    /** One median for each part, in their order. */
    static double[] medians(List<Part> parts) throws Exception {
        return medians(() -> {
            double[] micros = new double[parts.size()];
            for (int i = 0; i < micros.length; i++) {
                micros[i] = parts.get(i).micros();
            }
            return micros;
        });
    }

    static double[] medians(Round round) throws Exception {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round.micros();
        }
        double[][] rounds = new double[ROUNDS][];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round.micros();
        }
        double[] medians = new double[rounds[0].length];
        Arrays.setAll(
                medians,
                work -> Interleaved.median(
                        Arrays.stream(rounds).mapToDouble(each -> each[work]).toArray()));
        return medians;
    }
}
