package dev.assay.testvectors.manifest;

import static dev.assay.testvectors.manifest.TemporaryManifest.GOOD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a manifest as a whole unusable, and what does not. */
class ManifestFrameTest {
    private Path folder;
    private TemporaryManifest files;

    @BeforeEach
    void folders(@TempDir Path temporary) throws Exception {
        folder = temporary;
        files = new TemporaryManifest(temporary);
    }

    @Test
    void vectorsComeInTheOrderOfTheFile() throws Exception {
        List<Entry> entries = files.entries(GOOD, GOOD.replace("\"v\"", "\"w\""), GOOD.replace("\"v\"", "\"x\""));
        assertEquals(List.of("v", "w", "x"), entries.stream().map(Entry::id).toList());
    }

    @Test
    void theOrderOfTheTwoMembersMeansNothing() throws Exception {
        assertEquals(
                1,
                files.load("{\"vectors\": [" + GOOD + "], \"schema\": 1}")
                        .entries()
                        .size());
    }

    @Test
    void anEmptyListIsAManifestWithoutVectors() throws Exception {
        assertTrue(files.entries().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{",
                "[]",
                "null",
                "{\"schema\": 1, \"vectors\": [",
                "{\"schema\": 1, \"vectors\": [{]}",
                "{\"schema\": 1, \"vectors\": []} {}",
                "{\"schema\": 1, \"vectors\": [],}",
                "{\"schema\": 1, \"vectors\": [{\"a\": 01}]}",
                "{\"schema\": 1, /* no */ \"vectors\": []}",
                "\uFEFF{\"schema\": 1, \"vectors\": []}"
            })
    void whatIsNotOneJsonObjectIsRefused(String content) {
        assertThrows(ManifestException.class, () -> files.load(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "1.0", "\"1\"", "null", "[1]", "true"})
    void anotherSchemaIsRefused(String schema) {
        ManifestException e = assertThrows(
                ManifestException.class, () -> files.load("{\"schema\": " + schema + ", \"vectors\": []}"));
        assertTrue(String.valueOf(e.getMessage()).contains("schema must be 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema\": 1}",
                "{\"vectors\": []}",
                "{}",
                "{\"schema\": 1, \"vectors\": {}}",
                "{\"schema\": 1, \"vectors\": null}",
                "{\"schema\": 1, \"vectors\": [], \"more\": 1}",
                "{\"schema\": 1, \"schema\": 1, \"vectors\": []}",
                "{\"schema\": 1, \"vectors\": [], \"vectors\": []}"
            })
    void exactlyTheTwoMembersMustBeThere(String content) {
        assertThrows(ManifestException.class, () -> files.load(content));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        byte[] latin = "{\"schema\": 1, \"vectors\": [\"\u00e9\"]}".getBytes(StandardCharsets.ISO_8859_1);
        Path manifest = files.write(latin);
        ManifestException e = assertThrows(ManifestException.class, () -> Manifest.load(manifest));
        assertTrue(String.valueOf(e.getMessage()).contains("UTF-8"));
        Path wide = files.write("{\"schema\": 1, \"vectors\": []}".getBytes(StandardCharsets.UTF_16LE));
        assertThrows(ManifestException.class, () -> Manifest.load(wide));
    }

    @Test
    void aFileThatIsMissingOrAFolderIsRefused() {
        assertThrows(ManifestException.class, () -> Manifest.load(files.root().resolve("manifests/none.json")));
        assertThrows(ManifestException.class, () -> Manifest.load(files.root().resolve("none/none.json")));
        assertThrows(ManifestException.class, () -> Manifest.load(files.root().resolve("files")));
        assertThrows(ManifestException.class, () -> Manifest.load(Path.of("/none.json")));
    }

    @Test
    void aFileAboveTheLimitIsRefused() throws Exception {
        byte[] spaces = new byte[Manifest.MAX_BYTES + 1];
        Arrays.fill(spaces, (byte) ' ');
        byte[] start = "{\"schema\": 1, \"vectors\": []}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, spaces, 0, start.length);
        Path manifest = files.write(spaces);
        ManifestException e = assertThrows(ManifestException.class, () -> Manifest.load(manifest));
        assertTrue(String.valueOf(e.getMessage()).contains("larger than"));
        files.write(Arrays.copyOf(spaces, Manifest.MAX_BYTES));
        assertTrue(Manifest.load(manifest).entries().isEmpty());
    }

    @Test
    void moreVectorsThanTheLimitAreRefused() throws Exception {
        String most = "0,".repeat(Manifest.MAX_VECTORS - 1) + "0";
        assertEquals(Manifest.MAX_VECTORS, files.entries(most).size());
        assertThrows(ManifestException.class, () -> files.entries(most, "0"));
    }

    @Test
    void nestingThatIsTooDeepIsRefusedAndDoesNotCrash() {
        String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);
        assertThrows(ManifestException.class, () -> files.entries(deep));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"text\"", "null", "[]", "true", "-1.5e3", "{}", "{\"id\": 7}"})
    void whatIsNoVectorFailsAloneUnderItsPosition(String element) throws Exception {
        List<Entry> entries = files.entries(GOOD, element, GOOD);
        assertInstanceOf(Vector.class, entries.get(0));
        assertEquals(
                "vectors[1]",
                assertInstanceOf(UnusableVector.class, entries.get(1)).id());
        assertInstanceOf(Vector.class, entries.get(2));
    }

    @Test
    void vectorsAreCutApartCorrectlyInALongFileWithTextOutsideAscii() throws Exception {
        String[] many = new String[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = GOOD.replace("\"v\"", "\"\u00e4\u20ac\ud83d\ude00-" + i + "\"")
                    .replace("}}", "}, \"comment\": \"" + "\u20ac\\u20ac".repeat(i) + "\"}");
        }
        List<Entry> entries = files.entries(many);
        assertEquals(many.length, entries.size());
        for (int i = 0; i < many.length; i++) {
            Vector vector = assertInstanceOf(Vector.class, entries.get(i));
            assertEquals("\u00e4\u20ac\ud83d\ude00-" + i, vector.id());
            assertEquals("\u20ac".repeat(2 * i), vector.notes().comment());
        }
    }

    @Test
    void theRootIsTheFolderAboveTheManifestsOwnHoweverItIsNamed() throws Exception {
        files.entries(GOOD);
        Path roundabout = files.root().resolve("manifests/../files/../manifests/m.json");
        assertInstanceOf(Vector.class, Manifest.load(roundabout).entries().get(0));
        Path link =
                Files.createSymbolicLink(folder.resolve("link"), files.root().resolve("manifests"));
        assertInstanceOf(
                Vector.class, Manifest.load(link.resolve("m.json")).entries().get(0));
        Path elsewhere = Files.createDirectories(folder.resolve("other/sub"));
        Files.copy(files.root().resolve("manifests/m.json"), elsewhere.resolve("m.json"));
        assertFalse(Manifest.load(elsewhere.resolve("m.json")).entries().get(0) instanceof Vector);
    }

    @Test
    void aManifestInsideAJarIsReadWithItsFiles() throws Exception {
        files.entries(GOOD);
        Path jar = folder.resolve("vectors.jar");
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path inside = Files.createDirectories(archive.getPath("/a/manifests"));
            Files.copy(files.root().resolve("manifests/m.json"), inside.resolve("m.json"));
            Files.createDirectory(archive.getPath("/a/files"));
            for (String name : List.of("files/report.bin", "files/vek.der")) {
                Files.copy(files.root().resolve(name), archive.getPath("/a/" + name));
            }
        }
        try (FileSystem archive = FileSystems.newFileSystem(jar)) {
            Manifest manifest = Manifest.load(archive.getPath("/a/manifests/m.json"));
            Vector vector = assertInstanceOf(Vector.class, manifest.entries().get(0));
            assertArrayEquals(new byte[] {1, 2, 3}, vector.evidence().bytes());
        }
    }
}
