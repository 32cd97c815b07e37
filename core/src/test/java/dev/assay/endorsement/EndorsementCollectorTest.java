package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Getting all of a plan, at once or one by one, and giving up on it. */
@Timeout(60)
class EndorsementCollectorTest {
    private static final EndorsementPlan PLAN =
            new EndorsementPlan(MintedItems.requests(), Endorsements.none(), List.of("An obstacle."));

    private final ExecutorService executor = Executors.newFixedThreadPool(16);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static EndorsementCollector collector(EndorsementSource source) {
        return new EndorsementCollector(source, () -> SnpSimulator.AT);
    }

    @Test
    void bothFormsGetTheSame() throws Exception {
        EndorsementCollector collector = collector(MintedItems.everything());
        CollectedEndorsements one = collector.collect(PLAN);
        CollectedEndorsements other = collector.collectAsync(PLAN, executor).get(30, TimeUnit.SECONDS);
        for (CollectedEndorsements had : List.of(one, other)) {
            assertEquals(
                    List.copyOf(MintedItems.requests()),
                    List.copyOf(had.answers().keySet()));
            assertEquals(MintedItems.requests().size(), had.items().size());
            assertEquals(List.of("An obstacle."), had.shortcomings());
            assertEquals(1, had.endorsements().tcbInfos().size());
        }
    }

    @Test
    void aCollectionIsCompleteOnlyIfAllWasHadFresh() {
        EndorsementRequest request = MintedItems.requests().get(4);
        SourceAnswer found = MintedItems.everything().fetch(request);
        EndorsementItem item = found.anyItem().orElseThrow();
        EndorsementPlan plan = new EndorsementPlan(List.of(request), Endorsements.none(), List.of());
        assertTrue(collector(asked -> found).collect(plan).complete());
        assertFalse(collector(MintedItems.everything()).collect(PLAN).complete(), "there is an obstacle");
        for (SourceAnswer answer : List.of(
                new SourceAnswer.Stale(item, "nothing newer"),
                new SourceAnswer.NotFound("x", "none"),
                new SourceAnswer.NotOffered("x", "never"),
                new SourceAnswer.Unavailable("x", SourceFailure.UNREACHABLE, "no route"))) {
            assertFalse(collector(asked -> answer).collect(plan).complete(), answer::toString);
        }
    }

    /** The host chooses what comes along, and an old list is good until its own end. */
    @Test
    void aListThatCameAlongDoesNotKeepTheNewOneFromBeingAskedFor() throws Exception {
        var before = SnpSimulator.create(AmdProduct.MILAN)
                .at(SnpSimulator.AT.minus(Duration.ofDays(60)))
                .report(3, right -> right);
        var now = SnpSimulator.create(AmdProduct.MILAN).revoked().report(3, right -> right);
        EndorsementRequest list = new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK);
        EndorsementRequest chain = new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VCEK);
        EndorsementPlan plan = new EndorsementPlan(
                List.of(list, chain), Endorsements.of(before.crl(), before.intermediate(), before.root()), List.of());
        List<EndorsementRequest> asked = new ArrayList<>();
        EndorsementSource service = EndorsementSource.of(Endorsements.of(now.crl()), "service", () -> SnpSimulator.AT);
        EndorsementCollector collector = collector(request -> {
            asked.add(request);
            return service.fetch(request);
        });
        for (CollectedEndorsements had : List.of(
                collector.collect(plan),
                collector.collectAsync(plan, Runnable::run).get())) {
            assertTrue(had.complete());
            assertTrue(had.items().stream().anyMatch(item -> item.content().equals(Bytes.copyOf(now.crl()))));
        }
        assertEquals(List.of(list, list), asked, "the chain came along, and does not change");
        assertFalse(collector(request -> new SourceAnswer.NotFound("service", "none"))
                .collect(plan)
                .complete());
    }

    @Test
    void cancellingInterruptsWhatIsUnderWay() throws Exception {
        CountDownLatch waiting = new CountDownLatch(MintedItems.requests().size());
        CountDownLatch interrupted = new CountDownLatch(MintedItems.requests().size());
        EndorsementSource endless = request -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted.countDown();
            }
            return new SourceAnswer.Unavailable("endless", SourceFailure.CANCELLED, "interrupted");
        };
        CompletableFuture<CollectedEndorsements> future = collector(endless).collectAsync(PLAN, executor);
        waiting.await();
        assertTrue(future.cancel(true));
        interrupted.await();
        assertThrows(CancellationException.class, future::join);
        Future<Boolean> later = executor.submit(() -> Thread.currentThread().isInterrupted());
        assertEquals(false, later.get(), "a thread of the pool goes on as before");
    }

    @Test
    void whatHasNotBegunIsNotBegunAfterCancelling() {
        List<Runnable> tasks = new ArrayList<>();
        AtomicInteger fetches = new AtomicInteger();
        EndorsementSource counting = request -> {
            fetches.incrementAndGet();
            return new SourceAnswer.NotFound("x", "x");
        };
        CompletableFuture<CollectedEndorsements> future = collector(counting).collectAsync(PLAN, tasks::add);
        future.cancel(true);
        tasks.forEach(Runnable::run);
        assertEquals(0, fetches.get());
    }

    @Test
    void anExecutorThatTakesNoMoreEndsTheWholeAndNothingGoesOn() {
        List<Runnable> taken = new ArrayList<>();
        AtomicInteger fetches = new AtomicInteger();
        EndorsementSource counting = request -> {
            fetches.incrementAndGet();
            return new SourceAnswer.NotFound("x", "x");
        };
        CompletableFuture<CollectedEndorsements> future = collector(counting).collectAsync(PLAN, task -> {
            if (taken.size() == 2) {
                throw new RejectedExecutionException("full");
            }
            taken.add(task);
        });
        CompletionException failed = assertThrows(CompletionException.class, future::join);
        assertInstanceOf(RejectedExecutionException.class, failed.getCause());
        taken.forEach(Runnable::run);
        assertEquals(0, fetches.get());
    }

    @Test
    void anInterruptedThreadAsksForNothingMore() {
        AtomicInteger fetches = new AtomicInteger();
        EndorsementSource interrupting = request -> {
            fetches.incrementAndGet();
            Thread.currentThread().interrupt();
            return new SourceAnswer.Unavailable("x", SourceFailure.CANCELLED, "interrupted");
        };
        CollectedEndorsements had = collector(interrupting).collect(PLAN);
        assertTrue(Thread.interrupted(), "and stays interrupted");
        assertEquals(1, fetches.get());
        assertEquals(MintedItems.requests().size() + 1, had.shortcomings().size());
    }

    @Test
    void whoFollowsAskerThatGaveUpAsksAnew() throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger fetches = new AtomicInteger();
        EndorsementSource set = MintedItems.everything();
        EndorsementSource shared = ((EndorsementSource) request -> {
                    if (fetches.incrementAndGet() > 1) {
                        return set.fetch(request);
                    }
                    leading.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new SourceAnswer.Unavailable("x", SourceFailure.CANCELLED, "interrupted");
                })
                .sharing();
        Future<SourceAnswer> leader = executor.submit(() -> shared.fetch(MintedItems.vcek()));
        leading.await();
        Thread[] follower = new Thread[1];
        CountDownLatch begun = new CountDownLatch(1);
        Future<SourceAnswer> second = executor.submit(() -> {
            follower[0] = Thread.currentThread();
            begun.countDown();
            return shared.fetch(MintedItems.vcek());
        });
        begun.await();
        while (follower[0].getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        leader.cancel(true);
        assertInstanceOf(SourceAnswer.Found.class, second.get());
        assertEquals(2, fetches.get());
    }

    @Test
    void whoIsInterruptedWaitsForNobodyAndStaysInterrupted() throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        EndorsementSource shared = ((EndorsementSource) request -> {
                    leading.countDown();
                    try {
                        enough.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new SourceAnswer.NotFound("x", "none");
                })
                .sharing();
        Future<SourceAnswer> leader = executor.submit(() -> shared.fetch(MintedItems.vcek()));
        leading.await();
        Thread.currentThread().interrupt();
        SourceAnswer answer = shared.fetch(MintedItems.vcek());
        assertTrue(Thread.interrupted());
        assertEquals(new SourceAnswer.Unavailable("this thread", SourceFailure.CANCELLED, "interrupted"), answer);
        enough.countDown();
        assertEquals(new SourceAnswer.NotFound("x", "none"), leader.get(), "who leads is not disturbed");
    }

    @Test
    void aSourceThatThrowsIsABugThatStaysWithItsCallers() {
        EndorsementSource broken = ((EndorsementSource) request -> {
                    throw new UnsupportedOperationException("a bug");
                })
                .sharing();
        for (int i = 0; i < 2; i++) {
            assertThrows(UnsupportedOperationException.class, () -> broken.fetch(MintedItems.vcek()));
        }
    }
}
