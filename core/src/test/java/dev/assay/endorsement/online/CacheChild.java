package dev.assay.endorsement.online;

import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementObserver;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.EvaluationSet;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that works on a cache: arguments are the cache's folder, one with TCB infos as {@link CacheProcesses} writes
 * them, a seed, and how many writes to make, 0 for no end. It says {@code ready} once it has begun, and ends with 0 only if
 * it never read anything but what somebody wrote.
 */
public final class CacheChild {
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
    private static final int THREADS = 8;

    private final DiskCache cache;
    private final List<EndorsementItem> versions;
    private final List<EndorsementRequest> keys;

    private CacheChild(DiskCache cache, List<EndorsementItem> versions) {
        this.cache = cache;
        this.versions = versions;
        this.keys = versions.stream().map(EndorsementItem::request).distinct().toList();
    }

    /**
     * Runs.
     *
     * @param arguments see above
     */
    @SuppressWarnings("SystemOut") // the parent waits for the word
    public static void main(String[] arguments) throws Exception {
        DiskBounds bounds = new DiskBounds(Integer.parseInt(arguments[4]), 1L << 30, Duration.ofDays(365));
        CacheChild child = new CacheChild(
                DiskCache.open(Path.of(arguments[0]), () -> NOW, bounds, EndorsementObserver.none()),
                readVersions(Path.of(arguments[1])));
        System.out.println("ready");
        long writes = Long.parseLong(arguments[3]);
        if (writes > 0 && bounds.entries() >= child.keys.size()) {
            child.checkOneFetchForEachKey();
        }
        child.work(new Random(Long.parseLong(arguments[2])), writes == 0 ? Long.MAX_VALUE : writes);
    }

    static List<EndorsementItem> readVersions(Path folder) throws IOException {
        List<EndorsementItem> items = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String fmspc = file.getFileName().toString().substring(0, 12);
                EndorsementRequest request =
                        new EndorsementRequest.TcbInfo(Bytes.fromHex(fmspc), EvaluationSet.Update.STANDARD);
                items.add(EndorsementItem.examine(
                                request, Bytes.copyOf(Files.readAllBytes(file)), Bytes.empty(), "test", NOW)
                        .anyItem()
                        .orElseThrow());
            }
        }
        return items;
    }

    /** In this process, whatever others do to the folder. */
    private void checkOneFetchForEachKey() throws InterruptedException {
        AtomicInteger fetches = new AtomicInteger();
        EndorsementSource counting = request -> {
            fetches.incrementAndGet();
            return new SourceAnswer.Found(versions.stream()
                    .filter(item -> item.request().equals(request))
                    .findFirst()
                    .orElseThrow());
        };
        EndorsementSource source =
                counting.remembering(cache, CacheRules.defaults(), () -> NOW).sharing();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new Thread(() -> keys.forEach(source::fetch)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        check(fetches.get() <= keys.size(), fetches + " fetches for " + keys.size() + " keys");
    }

    private void work(Random random, long writes) {
        for (long i = 0; i < writes; i++) {
            cache.keep(versions.get(random.nextInt(versions.size())));
            EndorsementRequest key = keys.get(random.nextInt(keys.size()));
            Optional<EndorsementItem> found = cache.find(key);
            check(found.isEmpty() || isVersion(found.get(), versions), "something nobody wrote");
        }
    }

    static boolean isVersion(EndorsementItem found, List<EndorsementItem> versions) {
        return versions.stream()
                .anyMatch(item ->
                        item.request().equals(found.request()) && item.content().equals(found.content()));
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalStateException(otherwise);
        }
    }
}
