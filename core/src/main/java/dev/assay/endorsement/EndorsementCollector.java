package dev.assay.endorsement;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Gets what a plan asks for. Certificates that the evidence brought along are looked at first, so that a VCEK in a certificate
 * table is asked of nobody. A revocation list is always asked for: the host chooses what comes along, and would choose an old
 * one, from before its authority was revoked.
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
        Deque<EndorsementRequest> open = new ArrayDeque<>(plan.requests());
        while (!open.isEmpty()) {
            EndorsementRequest request = open.remove();
            SourceAnswer answer = Thread.currentThread().isInterrupted()
                    ? new SourceAnswer.Unavailable("this thread", SourceFailure.CANCELLED, "interrupted")
                    : all.fetch(request);
            answers.put(request, answer);
            answer.anyItem().ifPresent(item -> open.addAll(plan.following(item)));
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
        return new Gathering(plan, sourceFor(plan), executor).begin();
    }

    private EndorsementSource sourceFor(EndorsementPlan plan) {
        EndorsementSource carriedFirst =
                EndorsementSource.firstOf(EndorsementSource.of(plan.carried(), "the evidence", clock), source);
        return request -> isForCertificates(request) ? carriedFirst.fetch(request) : source.fetch(request);
    }

    /** For what does not change once it was issued, so that none is newer than another. */
    private static boolean isForCertificates(EndorsementRequest request) {
        return request instanceof EndorsementRequest.Vcek
                || request instanceof EndorsementRequest.Vlek
                || request instanceof EndorsementRequest.AmdChain
                || request instanceof EndorsementRequest.PckCertificate;
    }
}
