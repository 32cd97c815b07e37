package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementObserver;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.testvectors.amd.SnpSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a cache when processes die at any moment, and when several work on it. */
class CacheProcessesTest {
    private static final int PLATFORMS = 6;
    private static final int WRITES = 150;
    private static final int ROOM = 1000;
    private static final DiskBounds FOR_EVER = new DiskBounds(ROOM, 1L << 30, Duration.ofDays(40_000));

    @TempDir
    private Path parent;

    private Path cache = Path.of("");
    private Path versions = Path.of("");

    @BeforeEach
    void mint() throws Exception {
        cache = parent.resolve("cache");
        versions = parent.resolve("versions");
        CacheProcesses.mint(versions, PLATFORMS);
    }

    /** {@code -Dassay.kills=200} kills more often than an everyday build does. */
    @Test
    void aKilledProcessLeavesNothingWrongAndLosesNothing(TestReporter reporter) throws Exception {
        int kills = Integer.getInteger("assay.kills", 20);
        List<EndorsementItem> written = CacheChild.readVersions(versions);
        Set<EndorsementRequest> seen = new HashSet<>();
        Random random = new Random(20260901);
        int inTheMiddle = 0;
        for (int i = 0; i < kills; i++) {
            Process process = CacheProcesses.start(cache, versions, i, 0, ROOM);
            assertTrue(!process.waitFor(random.nextInt(40_000), TimeUnit.MICROSECONDS), "the child ended by itself");
            process.destroyForcibly().waitFor();
            inTheMiddle += CacheProcesses.unfinished(cache).isEmpty() ? 0 : 1;
            DiskCache opened = DiskCache.open(
                    cache, () -> SnpSimulator.AT.plus(Duration.ofDays(36_500)), FOR_EVER, EndorsementObserver.none());
            for (EndorsementItem item : written) {
                Optional<EndorsementItem> found = opened.find(item.request());
                found.ifPresent(kept -> assertTrue(CacheChild.isVersion(kept, written), "something nobody wrote"));
                assertTrue(found.isPresent() || !seen.contains(item.request()), "an item was lost");
                found.ifPresent(kept -> seen.add(kept.request()));
            }
            assertEquals(List.of(), CacheProcesses.unfinished(cache), "what a dead process left is removed");
        }
        assertTrue(!seen.isEmpty(), "children got to write");
        reporter.publishEntry("kills in the middle of a write", inTheMiddle + " of " + kills);
    }

    @Test
    void twoProcessesOnOneFolderReadOnlyWhatOneOfThemWrote() throws Exception {
        Process one = CacheProcesses.start(cache, versions, 1, WRITES, ROOM);
        Process other = CacheProcesses.start(cache, versions, 2, WRITES, ROOM);
        for (Process process : List.of(one, other)) {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        }
        DiskCache opened = DiskCache.open(cache, () -> SnpSimulator.AT);
        List<EndorsementItem> written = CacheChild.readVersions(versions);
        for (EndorsementItem item : written) {
            assertTrue(CacheChild.isVersion(opened.find(item.request()).orElseThrow(), written));
        }
        assertEquals(List.of(), CacheProcesses.unfinished(cache));
    }

    @Test
    void twoProcessesThatPruneOneFolderStayWithinItsBoundAndReadOnlyWhatOneOfThemWrote() throws Exception {
        int room = 3;
        Process one = CacheProcesses.start(cache, versions, 3, WRITES, room);
        Process other = CacheProcesses.start(cache, versions, 4, WRITES, room);
        for (Process process : List.of(one, other)) {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        }
        DiskCache opened =
                DiskCache.open(cache, () -> SnpSimulator.AT, DiskBounds.defaults(), EndorsementObserver.none());
        List<EndorsementItem> written = CacheChild.readVersions(versions);
        long left = written.stream()
                .map(EndorsementItem::request)
                .distinct()
                .flatMap(request -> opened.find(request).stream())
                .peek(found -> assertTrue(CacheChild.isVersion(found, written)))
                .count();
        assertTrue(left >= 1 && left <= room + 2, () -> left + " items where " + room + " have room");
        assertEquals(List.of(), CacheProcesses.unfinished(cache));
    }
}
