package dev.assay.reappraisal;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Judges a stream of bundles on several threads. Memory is bounded by the number of threads, not by the length of the
 * stream: only a few bundles for each thread are under way at a time. Results come in the order of the stream, so that
 * equal streams give equal results, and one that was interrupted can be taken up where it ended.
 */
public final class ReappraisalRun {
    /** Enough that no thread waits for the one that has a large bundle. */
    private static final int WINDOW_PER_THREAD = 16;

    private final Reappraisal reappraisal;
    private final int threads;

    /**
     * Prepares a run.
     *
     * @param reappraisal how to judge
     * @param threads how many threads do it, at least 1
     * @throws IllegalArgumentException if the number is below 1
     */
    public ReappraisalRun(Reappraisal reappraisal, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, not " + threads);
        }
        this.reappraisal = reappraisal;
        this.threads = threads;
    }

    /**
     * Judges all bundles of a stream.
     *
     * @param bundles the stream; asked for its next element on this thread only
     * @param results gets each result, in the order of the stream, on this thread
     * @throws InterruptedException if this thread is interrupted; what was handed over by then stays valid
     */
    public void run(Iterator<? extends StoredBundle> bundles, Consumer<Reappraised> results)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, ReappraisalRun::daemon);
        try {
            Queue<Future<Reappraised>> underWay = new ArrayDeque<>();
            while (true) {
                while (underWay.size() < threads * WINDOW_PER_THREAD && bundles.hasNext()) {
                    StoredBundle next = bundles.next();
                    underWay.add(pool.submit(() -> reappraisal.reappraise(next)));
                }
                // A future that is done does not look whether its caller is interrupted.
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted between two bundles");
                }
                Future<Reappraised> first = underWay.poll();
                if (first == null) {
                    return;
                }
                results.accept(result(first));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Reappraised result(Future<Reappraised> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging a bundle failed", e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "reappraisal");
        thread.setDaemon(true);
        return thread;
    }
}
