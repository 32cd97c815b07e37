package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.reappraisal.StoredBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWalkTest {
    private static final List<String> TREE = List.of(
            "a", "b/a", "b/b", "b/c/x", "b/c/y", "b/d", "c", "c1", "c2", "d/0", "d/1", "e", "f", "g/g/g/g", "h");

    @TempDir
    private Path folder = Path.of("");

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, name);
        }
    }

    private List<String> ids(String after, int batch) {
        return ids(new BundleWalk(folder, after, batch));
    }

    private static List<String> ids(Iterator<StoredBundle> walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(one -> ids.add(one.id()));
        return ids;
    }

    @Test
    void filesComeInTheOrderOfTheirNamesHoweverFewAreKeptAtATime() throws IOException {
        make(TREE.toArray(String[]::new));
        for (int batch : List.of(1, 2, 3, 1000)) {
            assertEquals(TREE, ids("", batch));
        }
    }

    @Test
    void aWalkGoesOnBehindAnyFile() throws IOException {
        make(TREE.toArray(String[]::new));
        for (int i = 0; i < TREE.size(); i++) {
            assertEquals(TREE.subList(i + 1, TREE.size()), ids(TREE.get(i), 2));
        }
    }

    @Test
    void aWalkGoesOnBehindAFileOrFolderThatIsGone() throws IOException {
        make(TREE.toArray(String[]::new));
        assertEquals(TREE.subList(3, TREE.size()), ids("b/bb", 2));
        assertEquals(TREE.subList(6, TREE.size()), ids("bb/c/x", 2));
        assertEquals(List.of(), ids("zz", 2));
    }

    /** Two of them are not text, and look alike as such: both would be called by the sign of replacement. */
    @Test
    void aWalkGoesOnBehindNamesThatAreNoTextAndHoldAnything() throws IOException {
        List<String> names = List.of(
                "%01", "100%25", "%25FF", "a%0Ab", "a%22%5Cb", "%C3%BC", "%EF%BF%BD", "%FE", "%FF", "x%FF/y%FE%25");
        for (String name : names) {
            Path file = Path.of(URI.create(folder.toUri() + name));
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        List<String> ids = ids("", 3);
        assertEquals(names.size(), ids.stream().distinct().count(), ids::toString);
        assertTrue(
                ids.containsAll(List.of("100%25", "%25FF", "a\nb", "\u00fc", "\ufffd", "%FE", "%FF", "x%FF/y%FE%25")),
                ids::toString);
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(ids.subList(i + 1, ids.size()), ids(ids.get(i), 2), ids.get(i));
        }
    }

    @Test
    void whatIsNoNameIsNotGoneOnBehind() {
        for (String id : List.of("..", ".", "a/../b", "/a", "a//b", "%", "%zz", "%2F", "%00", "a%41", "\0")) {
            assertThrows(IllegalArgumentException.class, () -> new BundleWalk(folder, id, 2), id);
        }
        for (String id : List.of("line", "line x", "line 99999999999999999999", "a")) {
            assertThrows(IllegalArgumentException.class, () -> lines("", id), id);
        }
    }

    @Test
    void hiddenFilesAndLinksToFoldersArePassedOver() throws IOException {
        make("a", ".hidden", ".git/x", "b/y");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("nothing"), folder.resolve("zzz"));
        assertEquals(List.of("a", "b/y", "link", "nothing"), ids("", 10));
    }

    @Test
    void foldersAreNotFollowedForEver() throws IOException {
        make("a/".repeat(64) + "x");
        assertThrows(UncheckedIOException.class, () -> ids("", 10));
    }

    @Test
    void aFolderThatCannotBeReadEndsTheWalk() {
        BundleWalk walk = new BundleWalk(folder.resolve("none"), "", 10);
        assertThrows(UncheckedIOException.class, walk::hasNext);
    }

    @Test
    void nothingComesBehindTheEnd() {
        BundleWalk walk = new BundleWalk(folder, "", 10);
        assertThrows(NoSuchElementException.class, walk::next);
        assertThrows(NoSuchElementException.class, () -> lines("", "").next());
    }

    private static BundleLines lines(String text, String after) {
        return new BundleLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), after);
    }

    @Test
    void linesAreNumberedAndEmptyOnesPassedOver() throws IOException {
        assertEquals(List.of("line 1", "line 3", "line 4"), ids(lines("a\n\nb\r\nc", "")));
        assertEquals(List.of("line 4"), ids(lines("a\n\nb\r\nc", "line 3")));
        assertEquals(List.of(), ids(lines("a\n\nb\r\nc\n", "line 4")));
        assertEquals(List.of(), ids(lines("a", "line 9")));
        BundleLines lines = lines("a\nb\r\n", "line 1");
        assertEquals("62", lines.next().read().hex());
    }

    @Test
    void noMoreOfALongLineIsKeptThanItTakesToRefuseIt() throws IOException {
        BundleLines lines = lines("x".repeat(5 << 20) + "\nb", "");
        assertEquals((4 << 20) + 1, lines.next().read().length());
        assertEquals(Stream.of("line 2").toList(), ids(lines));
    }
}
