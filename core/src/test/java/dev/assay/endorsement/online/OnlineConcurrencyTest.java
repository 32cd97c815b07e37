package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.EndorsementCache;
import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.VendorServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom, who is told of it, and how one gives up. */
@Timeout(60)
class OnlineConcurrencyTest {
    private static final EndorsementRequest CRL = new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK);

    private final VendorServer server = VendorServer.start();
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        server.close();
        executor.shutdownNow();
    }

    /** Never stops waiting for a place, until interrupted. */
    private static final class EndlessWait implements Timing {
        private final TestTiming usual = new TestTiming();
        private final CountDownLatch waiting = new CountDownLatch(1);

        @Override
        public Instant instant() {
            return usual.instant();
        }

        @Override
        public long nanoTime() {
            return usual.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            waiting.countDown();
            new CountDownLatch(1).await();
        }

        @Override
        public double random() {
            return 0;
        }
    }

    @Test
    void whoWaitsForAmdHoldsUpNobodyElse() throws Exception {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        EndlessWait timing = new EndlessWait();
        OnlineOptions options = OnlineOptions.defaults().withTiming(timing);
        EndorsementSource source = EndorsementSource.firstOf(
                        OnlineSources.amdKds(server.address(), options),
                        OnlineSources.intelPcs(server.address(), options))
                .remembering(EndorsementCache.inMemory(10), CacheRules.defaults(), timing)
                .sharing();
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(Scene.vcek()));
        Future<SourceAnswer> waiter = executor.submit(() -> source.fetch(CRL));
        timing.waiting.await();
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(Scene.tcbInfo()), "Intel's");
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(Scene.vcek()), "kept");
        assertTrue(!waiter.isDone());
        assertEquals(2, server.requests().size());
    }

    @Test
    void aPlaceThatIsTooFarAwayIsSaidAtOnce() {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        OnlineOptions hasty = OnlineOptions.defaults()
                .withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(5))
                .withTiming(new TestTiming());
        EndorsementSource kds = OnlineSources.amdKds(server.address(), hasty);
        kds.fetch(Scene.vcek());
        SourceAnswer.Unavailable answer = assertInstanceOf(SourceAnswer.Unavailable.class, kds.fetch(CRL));
        assertEquals(SourceFailure.THROTTLED, answer.failure());
        assertTrue(answer.retryAfter().orElseThrow().compareTo(Duration.ofSeconds(5)) > 0);
        assertEquals(1, server.requests().size());
    }

    @Test
    void aRequestUnderWayCanBeGivenUp() throws Exception {
        server.breakDown("/", Fault.silent());
        EndorsementSource kds =
                OnlineSources.amdKds(server.address(), OnlineOptions.defaults().withTiming(new TestTiming()));
        CountDownLatch interruptedStill = new CountDownLatch(1);
        Thread[] worker = new Thread[1];
        CountDownLatch begun = new CountDownLatch(1);
        Future<SourceAnswer> future = executor.submit(() -> {
            worker[0] = Thread.currentThread();
            begun.countDown();
            SourceAnswer answer = kds.fetch(CRL);
            if (Thread.interrupted()) {
                interruptedStill.countDown();
            }
            return answer;
        });
        begun.await();
        while (server.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        worker[0].interrupt();
        assertEquals(
                SourceFailure.CANCELLED,
                assertInstanceOf(SourceAnswer.Unavailable.class, future.get()).failure());
        interruptedStill.await();
        assertEquals(1, server.requests().size());
    }

    @Test
    void everyRequestAndWaitIsTold() {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        server.breakDown("/vcek", Fault.status(503), 1);
        ConcurrentLinkedQueue<EndorsementEvent> events = new ConcurrentLinkedQueue<>();
        EndorsementSource kds = OnlineSources.amdKds(
                server.address(),
                OnlineOptions.defaults().withTiming(new TestTiming()).withObserver(events::add));
        kds.fetch(Scene.vcek());
        assertEquals(
                List.of(
                        EndorsementEvent.Kind.REQUEST,
                        EndorsementEvent.Kind.WAIT,
                        EndorsementEvent.Kind.WAIT,
                        EndorsementEvent.Kind.REQUEST),
                events.stream().map(EndorsementEvent::kind).toList());
        List<EndorsementEvent> all = List.copyOf(events);
        assertEquals(Optional.of(SourceFailure.SERVICE_ERROR), all.get(0).failure());
        assertEquals(Optional.empty(), all.get(3).failure());
        assertTrue(all.get(3).elapsed().toNanos() > 0);
        assertEquals(server.address().toString(), all.get(0).origin());
        String chip = Scene.vcek().hwId().hex().substring(0, 8);
        assertTrue(all.stream().noneMatch(event -> event.toString().contains(chip)));
    }
}
