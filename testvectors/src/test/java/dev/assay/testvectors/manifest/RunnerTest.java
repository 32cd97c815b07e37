package dev.assay.testvectors.manifest;

import static dev.assay.testvectors.manifest.TemporaryManifest.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run goes to its end whatever vectors and subject do, and says what happened. */
class RunnerTest {
    private static final Subject VERIFIES =
            vector -> Outcome.decoded(Map.of()).conclusion(Conclusion.VERIFIED).build();

    private TemporaryManifest files;

    @BeforeEach
    void folders(@TempDir Path temporary) throws Exception {
        files = new TemporaryManifest(temporary);
    }

    private Manifest manifest(int count) throws Exception {
        List<String> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(GOOD.replace("\"v\"", "\"v" + i + "\""));
        }
        return new Manifest(Path.of("m.json"), files.entries(vectors.toArray(String[]::new)));
    }

    @Test
    void aRunInWhichAllPassIsASuccess() throws Exception {
        RunReport report = Runner.of(VERIFIES).run(List.of(manifest(2), manifest(1)));
        assertEquals("3 passed, 0 failed", report.summary());
        assertTrue(report.success());
        assertEquals(
                List.of("v0", "v1", "v0"),
                report.results().stream().map(VectorResult::id).toList());
        assertEquals("ok v0", report.results().get(0).description());
    }

    @Test
    void aRunOfNothingIsNoSuccess() throws Exception {
        RunReport report = Runner.of(VERIFIES).run(List.of(manifest(0)));
        assertEquals("0 passed, 0 failed", report.summary());
        assertFalse(report.success());
    }

    @Test
    void aVectorThatBreaksTheFormatFailsAndTheOthersRun() throws Exception {
        Manifest manifest = new Manifest(Path.of("m.json"), files.entries(GOOD, "{\"id\": \"bad\"}", GOOD));
        RunReport report = Runner.of(VERIFIES).run(List.of(manifest));
        assertEquals("2 passed, 1 failed", report.summary());
        assertFalse(report.success());
        assertEquals(
                "FAILED bad (m.json)\n  vector: expected one that obeys the format, actual member 'tee' is missing",
                report.failures().get(0).description());
    }

    @Test
    void aSubjectThatThrowsFailsThatVectorAlone() throws Exception {
        List<Throwable> thrown = List.of(
                new IllegalStateException("first"), new AssertionError("second"), new OutOfMemoryError("third"));
        RunReport report = Runner.of(vector -> {
                    int number = vector.id().charAt(1) - '0';
                    if (number == 3) {
                        return recurse(vector);
                    }
                    if (number > 3) {
                        return VERIFIES.run(vector);
                    }
                    throw sneaky(thrown.get(number));
                })
                .run(List.of(manifest(5)));
        assertEquals("1 passed, 4 failed", report.summary());
        String text = report.failures().get(0).description();
        assertTrue(text.contains("threw java.lang.IllegalStateException: first at "), text);
        assertTrue(report.failures().get(1).description().contains("second"));
        assertTrue(report.failures().get(2).description().contains("third"));
        assertTrue(report.failures().get(3).description().contains("StackOverflowError"));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Outcome recurse(Vector vector) {
        return recurse(vector);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable e) throws T {
        throw (T) e;
    }

    @Test
    @SuppressWarnings("NullAway")
    void aSubjectThatReturnsNothingFailsTheVector() throws Exception {
        RunReport report = Runner.of(vector -> null).run(List.of(manifest(1)));
        assertTrue(report.failures().get(0).description().contains("returned null"));
    }

    @Test
    void aFileThatVanishesBeforeTheRunFailsItsVector() throws Exception {
        Manifest manifest = manifest(1);
        Files.delete(files.root().resolve("files/report.bin"));
        RunReport report = Runner.of(
                        vector -> Outcome.malformed(vector.evidence().bytes().length + " bytes"))
                .run(List.of(manifest));
        assertTrue(report.failures().get(0).description().contains("UncheckedIOException"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void severalThreadsGiveTheSameReport(int threads) throws Exception {
        Manifest manifest = manifest(200);
        Subject subject = vector -> {
            if (vector.id().endsWith("7")) {
                throw new IllegalArgumentException(vector.id());
            }
            return vector.id().endsWith("3") ? Outcome.malformed(vector.id()) : VERIFIES.run(vector);
        };
        RunReport alone = Runner.of(subject).run(List.of(manifest));
        assertEquals("160 passed, 40 failed", alone.summary());
        assertEquals(alone, Runner.of(subject).threads(threads).run(List.of(manifest)));
    }

    @Test
    void thereMustBeAThread() {
        Runner runner = Runner.of(VERIFIES);
        assertThrows(IllegalArgumentException.class, () -> runner.threads(0));
    }

    @Test
    void theDetailOfTheSubjectIsPartOfTheDescription() throws Exception {
        RunReport report =
                Runner.of(vector -> Outcome.malformed("reserved byte at 0x4c")).run(List.of(manifest(1)));
        assertEquals(
                "FAILED v0 (m.json)\n  verdict: expected verified, actual malformed\n  reserved byte at 0x4c",
                report.failures().get(0).description());
    }

    @Test
    void controlCharactersCannotReachATerminal() throws Exception {
        String hostile = GOOD.replace("\"v\"", "\"\\u001b[2Jok\\n\\u202e\"");
        Manifest manifest = new Manifest(Path.of("m.json"), files.entries(hostile));
        RunReport report = Runner.of(vector -> Outcome.malformed("a\rb" + "x".repeat(1000)))
                .run(List.of(manifest));
        String text = report.failures().get(0).description();
        assertTrue(text.startsWith("FAILED \\u001b[2Jok\\u000a\\u202e (m.json)\n"), text);
        assertTrue(text.contains("a\\u000db"), text);
        assertTrue(text.endsWith("... (1003 characters)"), text);
    }
}
