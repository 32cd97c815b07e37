package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.tdx.PckChain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a quote costs while there are more platforms, more room for them, more certificates, more threads. */
final class TdxGrowth {
    private static final int MOST_CHAINS = 1000;
    private static final int FEW = 100;
    private static final int LEAST_ROOM = 64;
    private static final int MOST_ROOM = 4096;
    private static final int MOST_THREADS = 4;

    private final TdxPlatforms platforms;

    TdxGrowth(TdxPlatforms platforms) {
        this.platforms = platforms;
    }

    void measure(GrowthResults results) throws Exception {
        knownPlatforms(results);
        capacity(results);
        certificates(results);
        threads(results);
    }

    private void knownPlatforms(GrowthResults results) throws Exception {
        List<Double> bytes = new ArrayList<>();
        results.add(GrowthSeries.measure(
                "TDX: the next quote of a known platform",
                "known platforms",
                GrowthSeries.sizes(1, 10, platforms.count()),
                count -> {
                    Verifier verifier = platforms.roomyVerifier(count);
                    long before = Heap.used();
                    platforms.makeKnown(verifier, count);
                    bytes.add((double) (Heap.used() - before) / count);
                    return MedianTime.repeated(platforms.inTurn(verifier, count));
                }));
        results.memory("Each remembered TDX platform", bytes.get(bytes.size() - 1));
    }

    private void capacity(GrowthResults results) throws Exception {
        int count = Math.min(FEW, platforms.count());
        results.add(GrowthSeries.measure(
                "TDX: a quote of " + count + " platforms in turn",
                "entries of memory",
                GrowthSeries.sizes(LEAST_ROOM, 4, MOST_ROOM),
                capacity -> MedianTime.repeated(platforms.inTurn(platforms.verifier(capacity), count))));
    }

    private void certificates(GrowthResults results) throws Exception {
        results.add(GrowthSeries.measure(
                "TDX: a quote, with others' PCK chains among the endorsements",
                "chains of three certificates",
                GrowthSeries.sizes(1, 10, Math.min(MOST_CHAINS, platforms.count())),
                count -> {
                    Endorsements given = withChains(count);
                    Verifier verifier = platforms.roomyVerifier(1);
                    return MedianTime.repeated(() -> platforms.verify(verifier, 0, given));
                }));
    }

    private Endorsements withChains(int count) throws Exception {
        Endorsements.Builder all = Endorsements.builder().add(platforms.endorsements());
        for (int i = 0; i < count; i++) {
            PckChain chain = (PckChain) platforms.quote(i).signatureData().certificationData();
            all.add("chain", chain.content());
        }
        return all.build();
    }

    /** By the clock: what matters is how many are done in a second. */
    private void threads(GrowthResults results) throws Exception {
        int count = Math.min(FEW, platforms.count());
        Verifier verifier = platforms.roomyVerifier(count);
        results.add(GrowthSeries.measure(
                "TDX: a quote, by the clock",
                "threads",
                GrowthSeries.sizes(1, 2, MOST_THREADS),
                threads -> together(threads, verifier, count)));
    }

    private MedianTime.Part together(int threads, Verifier verifier, int count) {
        Callable<Double> alone = MedianTime.repeated(platforms.inTurn(verifier, count), System::nanoTime)::micros;
        return () -> {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            double perMicrosecond = 0;
            for (Future<Double> each : pool.invokeAll(Collections.nCopies(threads, alone))) {
                perMicrosecond += 1 / each.get();
            }
            pool.shutdown();
            return 1 / perMicrosecond;
        };
    }
}
