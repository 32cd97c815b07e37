package dev.assay.endorsement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Asks for everything in a plan at once, then for what follows from the answers. Used once. */
final class Gathering {
    private final EndorsementPlan plan;
    private final EndorsementSource source;
    private final Executor executor;
    private final Map<EndorsementRequest, InterruptibleTask<SourceAnswer>> tasks = new LinkedHashMap<>();
    private final CompletableFuture<CollectedEndorsements> result = new CompletableFuture<>();

    Gathering(EndorsementPlan plan, EndorsementSource source, Executor executor) {
        this.plan = plan;
        this.source = source;
        this.executor = executor;
    }

    /** The result ends all tasks that are under way if it is cancelled, or fails because one of them did. */
    CompletableFuture<CollectedEndorsements> begin() {
        CompletableFuture<CollectedEndorsements> unused = result.whenComplete((value, failure) -> {
            if (failure != null) {
                giveUp();
            }
        });
        ask(plan.requests());
        return result;
    }

    private void ask(List<EndorsementRequest> requests) {
        Map<EndorsementRequest, InterruptibleTask<SourceAnswer>> round = new LinkedHashMap<>();
        requests.forEach(request -> round.put(request, new InterruptibleTask<>(() -> source.fetch(request))));
        synchronized (tasks) {
            if (result.isDone()) {
                return;
            }
            tasks.putAll(round);
        }
        CompletableFuture<Void> unused = CompletableFuture.allOf(round.values().toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> goOn(round.values(), failure));
        try {
            round.values().forEach(executor::execute);
        } catch (RuntimeException | Error e) {
            // The executor takes no more work; what it has taken is not wanted any longer.
            result.completeExceptionally(e);
        }
    }

    private void goOn(Iterable<InterruptibleTask<SourceAnswer>> round, @Nullable Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
            return;
        }
        List<EndorsementRequest> more = new ArrayList<>();
        round.forEach(task -> task.join().anyItem().ifPresent(item -> more.addAll(plan.following(item))));
        if (!more.isEmpty()) {
            ask(more);
            return;
        }
        Map<EndorsementRequest, SourceAnswer> answers = new LinkedHashMap<>();
        synchronized (tasks) {
            tasks.forEach((request, task) -> answers.put(request, task.join()));
        }
        result.complete(new CollectedEndorsements(plan, answers));
    }

    private void giveUp() {
        List<InterruptibleTask<SourceAnswer>> begun;
        synchronized (tasks) {
            begun = List.copyOf(tasks.values());
        }
        begun.forEach(task -> task.cancel(true));
    }
}
