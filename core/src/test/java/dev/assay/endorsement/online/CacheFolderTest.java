package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of known sizes and times: which of them are read, and which go, to the byte and the second. */
class CacheFolderTest {
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int WIDE = 1_000_000;

    @TempDir
    private Path path;

    private CacheFolder open() throws IOException {
        return CacheFolder.open(path, NOW);
    }

    private static String name(int number) {
        return String.format("%064x", number);
    }

    /** Used in the order of their numbers. */
    private void put(int number, int size) throws IOException {
        put(number, size, NOW.minusSeconds(1000 - number));
    }

    private void put(int number, int size, Instant used) throws IOException {
        Path file = Files.write(path.resolve(name(number)), new byte[size]);
        Files.setLastModifiedTime(file, FileTime.from(used));
    }

    private List<String> items() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(CacheFolder::isItem)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(CacheFolderTest::name).toList();
    }

    @Test
    void aFileIsReadUpToTheLimitAndNotInPart() throws IOException {
        CacheFolder folder = open();
        folder.write(name(1), new byte[] {1, 2, 3, 4}, NOW);
        assertArrayEquals(new byte[] {1, 2, 3, 4}, folder.read(name(1), 4).orElseThrow());
        assertArrayEquals(new byte[] {1, 2, 3, 4}, folder.read(name(1), 5).orElseThrow());
        assertEquals(Optional.empty(), folder.read(name(1), 3));
        assertEquals(Optional.empty(), folder.read(name(2), 3));
    }

    @Test
    void aFolderThatIsJustFullLosesNothing() throws IOException {
        CacheFolder folder = open();
        for (int i = 0; i < 10; i++) {
            put(i, 100);
        }
        folder.prune(new DiskBounds(10, 1000, YEAR), NOW, "");
        assertEquals(names(0, 10), items());
    }

    @Test
    void oneItemTooManyAndNineTenthsAreLeft() throws IOException {
        CacheFolder folder = open();
        for (int i = 0; i < 21; i++) {
            put(i, 100);
        }
        folder.prune(new DiskBounds(20, WIDE, YEAR), NOW, "");
        assertEquals(names(3, 21), items());
    }

    @Test
    void oneByteTooManyAndNineTenthsOfTheBytesAreLeft() throws IOException {
        CacheFolder folder = open();
        put(0, 1);
        for (int i = 1; i < 11; i++) {
            put(i, 100);
        }
        folder.prune(new DiskBounds(WIDE, 1000, YEAR), NOW, "");
        assertEquals(names(2, 11), items());
    }

    @Test
    void whatWasJustWrittenCountsButStays() throws IOException {
        CacheFolder folder = open();
        for (int i = 0; i < 11; i++) {
            put(i, 100);
        }
        folder.prune(new DiskBounds(WIDE, 1000, YEAR), NOW, name(0));
        assertEquals(Stream.concat(names(0, 1).stream(), names(3, 11).stream()).toList(), items());
    }

    @Test
    void whatWasUsedJustLatelyEnoughStays() throws IOException {
        CacheFolder folder = open();
        put(1, 100, NOW.minus(Duration.ofDays(10)).minusSeconds(1));
        put(2, 100, NOW.minus(Duration.ofDays(10)));
        put(3, 100, NOW);
        folder.prune(new DiskBounds(WIDE, WIDE, Duration.ofDays(10)), NOW, "");
        assertEquals(names(2, 4), items());
    }

    /** Anybody may use one that the superuser has put there, also who may not write to it. */
    @Test
    void inAFolderOfTheSuperusersNothingIsWrittenToFindOutWhoOwnsIt() throws IOException {
        assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("unix"));
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(path, "unix:uid")), "the superuser runs this");
        FileTime before = FileTime.from(NOW.minus(YEAR));
        Files.setLastModifiedTime(path, before);
        assertTrue(open().read(name(1), 4).isEmpty());
        assertEquals(before, Files.getLastModifiedTime(path));
    }
}
