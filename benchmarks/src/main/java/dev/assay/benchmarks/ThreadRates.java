package dev.assay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often a second one or two threads do something, by the clock. */
final class ThreadRates implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** Calls a second, of all threads together; each has its own work. */
    double rate(List<Callable<?>> works, double seconds) throws InterruptedException, ExecutionException {
        List<Future<Double>> rates = new ArrayList<>();
        for (Callable<?> work : works) {
            rates.add(threads.submit(() -> VectorRate.rate(work, seconds)));
        }
        double sum = 0;
        for (Future<Double> rate : rates) {
            sum += rate.get();
        }
        return sum;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
