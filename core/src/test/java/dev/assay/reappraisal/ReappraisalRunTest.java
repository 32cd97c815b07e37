package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.MintedBundles;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReappraisalRunTest {
    private static final Reappraisal REAPPRAISAL =
            new Reappraisal(MintedBundles.verifier(), ReappraisalTest.POLICY, Endorsements.none(), MintedBundles.AT);
    private static final Bytes SNP = MintedBundles.snp().write();
    private static final Bytes TDX = MintedBundles.tdx().write();

    private static Iterator<StoredBundle> stream(int count) {
        return IntStream.range(0, count)
                .<StoredBundle>mapToObj(
                        i -> new ReappraisalTest.Given("b" + i, i % 7 == 0 ? Bytes.empty() : i % 2 == 0 ? SNP : TDX))
                .iterator();
    }

    private static List<String> lines(int threads, int count) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        new ReappraisalRun(REAPPRAISAL, threads).run(stream(count), one -> lines.add(one.toJson()));
        return lines;
    }

    @Test
    void resultsAreThoseOfOneThreadInTheOrderOfTheStream() throws Exception {
        List<String> expected = new ArrayList<>();
        stream(100)
                .forEachRemaining(
                        one -> expected.add(REAPPRAISAL.reappraise(one).toJson()));
        assertEquals(expected, lines(1, 100));
        assertEquals(expected, lines(3, 100));
        assertEquals(List.of(), lines(2, 0));
    }

    @Test
    void onlyAFewBundlesAreUnderWayAtATime() throws Exception {
        AtomicInteger ahead = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Iterator<StoredBundle> counted = new Iterator<>() {
            private final Iterator<StoredBundle> inner = stream(500);

            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            public StoredBundle next() {
                most.accumulateAndGet(ahead.incrementAndGet(), Math::max);
                return inner.next();
            }
        };
        new ReappraisalRun(REAPPRAISAL, 2).run(counted, one -> ahead.decrementAndGet());
        assertTrue(most.get() <= 32, "under way: " + most);
        assertEquals(0, ahead.get());
    }

    @Test
    void anInterruptEndsTheRun() {
        List<Reappraised> seen = new ArrayList<>();
        assertThrows(
                InterruptedException.class,
                () -> new ReappraisalRun(REAPPRAISAL, 2).run(stream(1000), one -> {
                    seen.add(one);
                    if (seen.size() == 5) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(5, seen.size());
    }

    @Test
    void aRunNeedsAThread() {
        assertThrows(IllegalArgumentException.class, () -> new ReappraisalRun(REAPPRAISAL, 0));
    }

    @Test
    void theThreadsOfARunKeepNoProgramFromEnding() throws Exception {
        Queue<String> threads = new ConcurrentLinkedQueue<>();
        StoredBundle asking = new StoredBundle() {
            @Override
            public String id() {
                return "x";
            }

            @Override
            public Bytes read() {
                Thread own = Thread.currentThread();
                threads.add(own.getName() + (own.isDaemon() ? ", a daemon" : ""));
                return SNP;
            }
        };
        // A thread inherits whether it is a daemon from the one that makes it.
        ReappraisalRun run = new ReappraisalRun(REAPPRAISAL, 1);
        List<Exception> failures = new ArrayList<>();
        Thread user = new Thread(() -> {
            try {
                run.run(List.of(asking).iterator(), one -> {});
            } catch (InterruptedException e) {
                failures.add(e);
            }
        });
        user.setDaemon(false);
        user.start();
        user.join();
        assertEquals(List.of(), failures);
        assertEquals(List.of("reappraisal, a daemon"), List.copyOf(threads));
    }
}
