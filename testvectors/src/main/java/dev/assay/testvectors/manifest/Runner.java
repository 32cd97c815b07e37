package dev.assay.testvectors.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs vectors against a verifier. Each vector is judged by itself; nothing that one does, a crash of the verifier
 * included, keeps the next from running. Results come in the order of the manifests however many threads there are.
 */
public final class Runner {
    private final Subject subject;
    private final int threads;

    private Runner(Subject subject, int threads) {
        this.subject = subject;
        this.threads = threads;
    }

    /**
     * A runner that works in the caller's thread.
     *
     * @param subject the verifier under test
     * @return the runner
     */
    public static Runner of(Subject subject) {
        return new Runner(subject, 1);
    }

    /**
     * The same runner with several threads, for a subject that is thread-safe.
     *
     * @param count how many, 1 for the caller's own
     * @return a new runner
     * @throws IllegalArgumentException if the number is below 1
     */
    public Runner threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one thread");
        }
        return new Runner(subject, count);
    }

    /**
     * Runs every vector of some manifests.
     *
     * @param manifests what to run
     * @return one result for each entry, in order
     * @throws InterruptedException if the caller's thread is interrupted while others work
     */
    public RunReport run(List<Manifest> manifests) throws InterruptedException {
        List<Supplier<VectorResult>> tasks = new ArrayList<>();
        for (Manifest manifest : manifests) {
            for (Entry entry : manifest.entries()) {
                tasks.add(() -> run(manifest.file(), entry));
            }
        }
        return new RunReport(threads == 1 ? tasks.stream().map(Supplier::get).toList() : pooled(tasks));
    }

    private List<VectorResult> pooled(List<Supplier<VectorResult>> tasks) throws InterruptedException {
        List<Callable<VectorResult>> calls = new ArrayList<>(tasks.size());
        tasks.forEach(task -> calls.add(task::get));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<VectorResult> results = new ArrayList<>(calls.size());
            for (Future<VectorResult> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a vector's failure is a result, not an exception", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private VectorResult run(Path manifest, Entry entry) {
        if (entry instanceof UnusableVector unusable) {
            return failed(manifest, entry, new Mismatch("vector", "one that obeys the format", unusable.problem()));
        }
        Vector vector = (Vector) entry;
        try {
            Outcome outcome = Objects.requireNonNull(subject.run(vector), "the subject returned null");
            return new VectorResult(manifest, vector.id(), Judge.compare(vector.expect(), outcome), outcome.detail());
        } catch (Throwable e) {
            // Also errors: input that exhausts the stack or the heap of a verifier is one of the things vectors look
            // for.
            return failed(manifest, entry, new Mismatch("subject", "an outcome", "threw " + describe(e)));
        }
    }

    private static VectorResult failed(Path manifest, Entry entry, Mismatch mismatch) {
        return new VectorResult(manifest, entry.id(), List.of(mismatch), "");
    }

    private static String describe(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? e.toString() : e + " at " + trace[0];
    }
}
