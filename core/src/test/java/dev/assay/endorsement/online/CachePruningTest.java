package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.testvectors.amd.SnpSimulator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache on disk stays within its bounds, and gives up what was used least lately. */
class CachePruningTest {
    private static final long WIDE = 1L << 30;
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    private static Path versions;

    private static List<EndorsementItem> items = List.of();

    @TempDir
    private Path folder;

    private Instant now = SnpSimulator.AT;

    @BeforeAll
    static void mint() throws IOException {
        items = CacheProcesses.firstVersions(versions.resolve("versions"), 24);
    }

    @BeforeEach
    void setOut() {
        now = SnpSimulator.AT;
    }

    private DiskCache open(int entries, long bytes, Duration unusedFor) throws IOException {
        return DiskCache.open(folder, () -> now, new DiskBounds(entries, bytes, unusedFor), event -> {});
    }

    private void keep(DiskCache cache, List<EndorsementItem> all) {
        for (EndorsementItem item : all) {
            cache.keep(item);
            now = now.plusSeconds(1);
        }
    }

    private static boolean has(DiskCache cache, int number) {
        return cache.find(items.get(number).request()).isPresent();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(CacheFolder::isItem).count();
        }
    }

    @Test
    void theOldestGoWhereThereAreTooMany() throws IOException {
        DiskCache cache = open(10, WIDE, YEAR);
        keep(cache, items);
        assertTrue(files() <= 11, () -> "not more than the bound and a tenth");
        assertTrue(has(cache, 23) && has(cache, 22) && has(cache, 16));
        assertFalse(has(cache, 0) || has(cache, 11));
    }

    @Test
    void theOldestGoWhereTheyAreTooLarge() throws IOException {
        keep(open(100, WIDE, YEAR), items.subList(0, 1));
        long size;
        try (Stream<Path> all = Files.list(folder)) {
            size = Files.size(all.filter(CacheFolder::isItem).findFirst().orElseThrow());
        }
        DiskCache cache = open(100, size * 5, YEAR);
        keep(cache, items.subList(0, 12));
        assertTrue(files() <= 5);
        assertTrue(has(cache, 11) && !has(cache, 0));
    }

    @Test
    void whatWasUsedLatelyStays() throws IOException {
        DiskCache cache = open(10, WIDE, YEAR);
        keep(cache, items.subList(0, 10));
        now = now.plus(Duration.ofDays(2));
        assertTrue(has(cache, 0));
        keep(cache, items.subList(10, 16));
        assertTrue(has(cache, 0));
        assertFalse(has(cache, 1));
    }

    @Test
    void whatNobodyUsesForAYearGoesWhenTheCacheIsOpenedAgain() throws IOException {
        keep(open(100, WIDE, YEAR), items.subList(0, 2));
        now = now.plus(Duration.ofDays(300));
        assertTrue(has(open(100, WIDE, YEAR), 0));
        now = now.plus(Duration.ofDays(100));
        DiskCache later = open(100, WIDE, YEAR);
        assertTrue(has(later, 0));
        assertFalse(has(later, 1));
    }

    @Test
    void whatWasJustWrittenIsNeverWhatGoes() throws IOException {
        DiskCache smallest = open(1, WIDE, YEAR);
        now = SnpSimulator.AT;
        for (int i = 0; i < 5; i++) {
            smallest.keep(items.get(i));
            assertTrue(has(smallest, i), "item " + i);
            assertEquals(1, files());
        }
    }

    @Test
    void anItemLargerThanTheWholeIsNotKeptAndThatIsSaid() throws IOException {
        List<EndorsementEvent> events = new ArrayList<>();
        DiskCache cache = DiskCache.open(folder, () -> now, new DiskBounds(10, 100, YEAR), events::add);
        cache.keep(items.get(0));
        assertEquals(0, files());
        assertEquals(EndorsementEvent.Kind.CACHE_UNWRITABLE, events.get(0).kind());
    }

    /** Whoever names a folder of his own by mistake loses nothing. */
    @Test
    void nothingButItemsIsRemoved() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        Files.setLastModifiedTime(letter, java.nio.file.attribute.FileTime.from(Instant.EPOCH));
        keep(open(1, WIDE, YEAR), items.subList(0, 4));
        assertTrue(Files.exists(letter));
    }

    @Test
    void whileAnotherIsAtItNobodyElsePrunes() throws IOException {
        DiskCache cache = open(2, WIDE, YEAR);
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("prune.lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
                FileLock held = channel.lock()) {
            assertTrue(held.isValid());
            keep(cache, items.subList(0, 6));
            assertEquals(6, files());
        }
        keep(cache, items.subList(6, 7));
        assertEquals(2, files());
    }

    @Test
    void boundsOfTheLeastRoomWillDo() {
        DiskBounds least = new DiskBounds(1, 1, Duration.ofDays(1).plusNanos(1));
        assertEquals(1, least.entries());
        assertEquals(1, least.bytes());
    }

    @Test
    void boundsThatLeaveNoRoomAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DiskBounds(0, 1, YEAR));
        assertThrows(IllegalArgumentException.class, () -> new DiskBounds(1, 0, YEAR));
        assertThrows(IllegalArgumentException.class, () -> new DiskBounds(1, 1, Duration.ofDays(1)));
    }
}
