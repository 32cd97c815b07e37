package dev.assay.endorsement;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** One request under way for each thing that is wanted; who comes later waits for its answer. */
final class SharingSource implements EndorsementSource {
    private final EndorsementSource source;

    /** By the keys of requests, which have an order: the hash codes of requests can be made equal by who chooses a chip. */
    private final ConcurrentMap<String, CompletableFuture<SourceAnswer>> underWay = new ConcurrentHashMap<>();

    SharingSource(EndorsementSource source) {
        this.source = source;
    }

    @Override
    public SourceAnswer fetch(EndorsementRequest request) {
        while (true) {
            CompletableFuture<SourceAnswer> own = new CompletableFuture<>();
            CompletableFuture<SourceAnswer> other = underWay.putIfAbsent(request.key(), own);
            if (other == null) {
                return lead(request, own);
            }
            try {
                SourceAnswer answer = other.get();
                if (!FirstSource.isCancelled(answer)) {
                    return answer;
                }
                // Whoever led gave up; that is no answer for those who have not.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new SourceAnswer.Unavailable("this thread", SourceFailure.CANCELLED, "interrupted");
            } catch (ExecutionException e) {
                throw new IllegalStateException("a source must answer and not throw", e.getCause());
            }
        }
    }

    private SourceAnswer lead(EndorsementRequest request, CompletableFuture<SourceAnswer> own) {
        try {
            SourceAnswer answer = source.fetch(request);
            underWay.remove(request.key(), own);
            own.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            underWay.remove(request.key(), own);
            own.completeExceptionally(e);
            throw e;
        }
    }
}
