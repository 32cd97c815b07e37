package dev.assay.reappraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleItem;
import dev.assay.bundle.ItemKind;
import dev.assay.bundle.MintedBundles;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    void whatIsRememberedIsBounded() {
        BundleItem leaf = MintedBundles.snp().items().get(0);
        ItemMemory memory = new ItemMemory(64L * leaf.bytes().length());
        assertEquals(memory.read(leaf).certificates(), memory.read(leaf).certificates());
        assertEquals(1, memory.size());
        for (BundleItem item : MintedBundles.tdx().items()) {
            memory.read(item);
        }
        ItemMemory small = new ItemMemory(8L * leaf.bytes().length());
        small.read(leaf);
        assertEquals(0, small.size());
        ItemMemory unread = new ItemMemory(1 << 20);
        unread.read(new BundleItem(ItemKind.OTHER, "x", Bytes.empty()));
        assertEquals(0, unread.size());
    }

    @Test
    void whatWasNotAskedForIsForgotten() {
        List<BundleItem> items = MintedBundles.tdx().items();
        int largest =
                items.stream().mapToInt(item -> item.bytes().length()).max().orElseThrow();
        ItemMemory memory = new ItemMemory(16L * largest);
        List<BundleItem> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int seed = i;
            many.addAll(MintedBundles.tdx(dev.assay.testvectors.intel.TdxSimulator.create()
                            .tcbInfo(info -> info.evaluationNumber(100 + seed)))
                    .items());
        }
        many.forEach(memory::read);
        long bytes = many.stream()
                .distinct()
                .mapToLong(item -> item.bytes().length())
                .sum();
        assertTrue(bytes > 16L * largest, "enough to fill it");
        assertTrue(memory.size()
                < new java.util.HashSet<>(many.stream().map(BundleItem::bytes).toList()).size());
        assertEquals(
                1,
                Bundle.at(MintedBundles.AT)
                        .add("x", memory.read(items.get(0)))
                        .build()
                        .items()
                        .size());
    }
}
