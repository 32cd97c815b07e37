package dev.assay.testvectors.manifest;

import static dev.assay.testvectors.manifest.TemporaryManifest.GOOD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a vector can name, and that it can name no others. */
class VectorFileTest {
    private TemporaryManifest files;

    @BeforeEach
    void folders(@TempDir Path temporary) throws Exception {
        files = new TemporaryManifest(temporary);
    }

    private static String evidence(String name) {
        return GOOD.replace("files/report.bin", name);
    }

    @Test
    void aFileIsReadWhenAskedFor() throws Exception {
        VectorFile file = files.vector(GOOD).evidence();
        assertArrayEquals(new byte[] {1, 2, 3}, file.bytes());
        Files.write(files.root().resolve("files/report.bin"), new byte[] {9});
        assertArrayEquals(new byte[] {9}, file.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..a/b..c", "...", ".hidden", "a b"})
    void dotsAndSpacesInsideANameAreFine(String name) throws Exception {
        Path file = files.root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {7});
        assertArrayEquals(
                new byte[] {7}, files.vector(evidence(name)).evidence().bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.bin",
                "files/../../outside.bin",
                "files/../files/report.bin",
                "./files/report.bin",
                "files/./report.bin",
                "files//report.bin",
                "/files/report.bin",
                "files/report.bin/",
                "files\\\\report.bin",
                "C:report.bin",
                "files/report.bin\\u0000",
                "..",
                ".",
                "/",
                ""
            })
    void aNameThatIsNotPlainlyBelowTheRootFails(String name) throws Exception {
        assertTrue(files.problem(evidence(name)).contains("not a relative file name"));
    }

    @Test
    void anOverlongNameFailsWithoutACrash() throws Exception {
        assertTrue(files.problem(evidence("a/".repeat(100_000) + "a")).contains("not a relative file name"));
    }

    @Test
    void anAbsoluteNameOfAFileThatExistsFails() throws Exception {
        Path absolute = files.root().resolve("files/report.bin").toAbsolutePath();
        assertTrue(files.problem(evidence(absolute.toString())).contains("not a relative file name"));
    }

    @Test
    void aLinkThatStaysInsideIsFollowedAndOneThatLeavesFails() throws Exception {
        Path inside = files.root().resolve("files/inside");
        Files.createSymbolicLink(inside, Path.of("report.bin"));
        assertArrayEquals(
                new byte[] {1, 2, 3},
                files.vector(evidence("files/inside")).evidence().bytes());
        Files.createSymbolicLink(files.root().resolve("files/outside"), Path.of("../../outside.bin"));
        assertTrue(files.problem(evidence("files/outside")).contains("out of the manifest's root"));
        Files.createSymbolicLink(files.root().resolve("above"), Path.of(".."));
        assertTrue(files.problem(evidence("above/outside.bin")).contains("out of the manifest's root"));
    }

    @Test
    void aFileThatBecomesALinkOutsideAfterLoadingIsNotRead() throws Exception {
        VectorFile file = files.vector(GOOD).evidence();
        Path path = files.root().resolve("files/report.bin");
        Files.delete(path);
        Files.createSymbolicLink(path, Path.of("../../outside.bin"));
        assertThrows(UncheckedIOException.class, file::bytes);
    }

    @Test
    void aMissingFileOrAFolderFailsAlsoAmongTheEndorsements() throws Exception {
        assertTrue(files.problem(evidence("files/none.bin")).contains("is missing"));
        assertTrue(files.problem(evidence("files")).contains("not a regular file"));
        assertTrue(
                files.problem(GOOD.replace("files/vek.der", "files/none.der")).contains("is missing"));
        String chain = GOOD.replace("\"vek\": \"files/vek.der\"", "\"chain\": [\"files/vek.der\", \"files/none.der\"]");
        assertTrue(files.problem(chain).contains("is missing"));
    }

    @Test
    void aFileAtTheLimitIsReadAndOneAboveItFails() throws Exception {
        Path path = files.root().resolve("files/report.bin");
        Files.write(path, new byte[VectorFile.MAX_BYTES]);
        VectorFile file = files.vector(GOOD).evidence();
        assertEquals(VectorFile.MAX_BYTES, file.bytes().length);
        Files.write(path, new byte[VectorFile.MAX_BYTES + 1]);
        assertThrows(UncheckedIOException.class, file::bytes);
        assertTrue(files.problem(GOOD).contains("larger than"));
    }
}
