package dev.assay.endorsement;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Gets what a plan asks for. What the evidence brought along is looked at first, so that a VCEK in a certificate table is
 * asked of nobody.
 *
 * <p>For any number of threads.
 */
public final class EndorsementCollector {
    private final EndorsementSource source;
    private final InstantSource clock;

    /**
     * A collector.
     *
     * @param source whom to ask
     * @param clock tells whether what the evidence brought is stale
     */
    public EndorsementCollector(EndorsementSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Asks one by one and waits. If the thread is interrupted, what is left is answered with
     * {@link SourceFailure#CANCELLED}.
     *
     * @param plan what is wanted
     * @return an answer to every request; no exception
     */
    public CollectedEndorsements collect(EndorsementPlan plan) {
        EndorsementSource all = sourceFor(plan);
        Map<EndorsementRequest, SourceAnswer> answers = new LinkedHashMap<>();
        for (EndorsementRequest request : plan.requests()) {
            answers.put(
                    request,
                    Thread.currentThread().isInterrupted()
                            ? new SourceAnswer.Unavailable("this thread", SourceFailure.CANCELLED, "interrupted")
                            : all.fetch(request));
        }
        return new CollectedEndorsements(plan, answers);
    }

    /**
     * Asks for everything at once. Cancelling the future interrupts what is under way.
     *
     * @param plan what is wanted
     * @param executor where to wait; each request takes a thread of it for as long as it lasts
     * @return the answers, once all are there
     */
    public CompletableFuture<CollectedEndorsements> collectAsync(EndorsementPlan plan, Executor executor) {
        EndorsementSource all = sourceFor(plan);
        Map<EndorsementRequest, InterruptibleTask<SourceAnswer>> tasks = new LinkedHashMap<>();
        for (EndorsementRequest request : plan.requests()) {
            tasks.put(request, new InterruptibleTask<>(() -> all.fetch(request)));
        }
        CompletableFuture<CollectedEndorsements> result = CompletableFuture.allOf(
                        tasks.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<EndorsementRequest, SourceAnswer> answers = new LinkedHashMap<>();
                    tasks.forEach((request, task) -> answers.put(request, task.join()));
                    return new CollectedEndorsements(plan, answers);
                });
        CompletableFuture<CollectedEndorsements> unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                tasks.values().forEach(task -> task.cancel(true));
            }
        });
        tasks.values().forEach(executor::execute);
        return result;
    }

    private EndorsementSource sourceFor(EndorsementPlan plan) {
        return EndorsementSource.firstOf(EndorsementSource.of(plan.carried(), "the evidence", clock), source);
    }
}
