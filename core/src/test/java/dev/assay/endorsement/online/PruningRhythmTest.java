package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.testvectors.amd.SnpSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process looks at the whole folder only once it has written more than a tenth itself. What other processes have filled
 * it with shows when it looks.
 */
class PruningRhythmTest {
    private static final Instant NOW = SnpSimulator.AT;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final long WIDE = 1L << 30;

    @TempDir
    private static Path versions;

    /** All are of the same size. */
    private static List<EndorsementItem> items = List.of();

    @TempDir
    private Path folder;

    private final List<EndorsementEvent> events = new ArrayList<>();

    @BeforeAll
    static void mint() throws IOException {
        items = CacheProcesses.firstVersions(versions.resolve("versions"), 22);
    }

    private DiskCache open(int entries, long bytes) throws IOException {
        return DiskCache.open(folder, () -> NOW, new DiskBounds(entries, bytes, YEAR), events::add);
    }

    private Path others(int number) {
        return folder.resolve(String.format("%064x", number));
    }

    /** Older than what this process writes. */
    private void othersWrite(int number, int size) throws IOException {
        Files.setLastModifiedTime(
                Files.write(others(number), new byte[size]), FileTime.from(NOW.minus(Duration.ofDays(1))));
    }

    private int count() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.filter(CacheFolder::isItem).count();
        }
    }

    /** Of one item as it is kept. */
    private int size() throws IOException {
        open(10, WIDE).keep(items.get(0));
        try (Stream<Path> all = Files.list(folder)) {
            Path only = all.filter(CacheFolder::isItem).findFirst().orElseThrow();
            int size = (int) Files.size(only);
            Files.delete(only);
            return size;
        }
    }

    @Test
    void aTenthOfTheEntriesIsWrittenBetweenTwoLooks() throws IOException {
        DiskCache cache = open(100, WIDE);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 110; i++) {
                othersWrite(i, 1);
            }
            int before = count();
            for (int i = 0; i < 10; i++) {
                cache.keep(items.get(11 * round + i));
            }
            assertEquals(before + 10, count(), "a tenth, in round " + round);
            cache.keep(items.get(11 * round + 10));
            assertEquals(90, count(), "one more, in round " + round);
        }
    }

    @Test
    void aTenthOfTheBytesIsWrittenBetweenTwoLooks() throws IOException {
        int size = size();
        DiskCache cache = open(1000, 10L * size);
        for (int round = 0; round < 2; round++) {
            othersWrite(1, 10 * size);
            cache.keep(items.get(2 * round));
            assertTrue(Files.exists(others(1)), "a tenth, in round " + round);
            cache.keep(items.get(2 * round + 1));
            assertFalse(Files.exists(others(1)), "more, in round " + round);
        }
        assertEquals(4, count());
    }

    @Test
    void anItemThatFillsTheWholeIsKeptAndOneByteLargerIsNot() throws IOException {
        int size = size();
        open(10, size).keep(items.get(0));
        assertTrue(open(10, size).find(items.get(0).request()).isPresent());
        assertEquals(List.of(), events);
        open(10, size - 1).keep(items.get(1));
        assertEquals(
                List.of(EndorsementEvent.Kind.CACHE_UNWRITABLE),
                events.stream().map(EndorsementEvent::kind).toList());
    }

    @Test
    void whereLookingFailedTheNextWriteLooksAgain() throws IOException {
        Path lock = Files.createDirectory(folder.resolve("prune.lock"));
        DiskCache cache = open(100, WIDE);
        for (int i = 0; i < 110; i++) {
            othersWrite(i, 1);
        }
        Files.delete(lock);
        cache.keep(items.get(0));
        assertEquals(90, count());
    }
}
