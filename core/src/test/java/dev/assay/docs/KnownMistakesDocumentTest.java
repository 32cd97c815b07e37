package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of known mistakes name tests that exist. */
class KnownMistakesDocumentTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/known-mistakes.md", "docs/known-mistakes-tdx.md"})
    void everyTestInTheTableExists(String document) throws IOException {
        List<String> rows = ProjectFiles.read(document)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| the mistake"))
                .toList();
        assertTrue(rows.size() > 20, rows.size() + " rows");
        for (String row : rows) {
            List<String> missing = TEST.matcher(row)
                    .results()
                    .filter(test -> !source(test.group(1)).contains("    void " + test.group(2) + "("))
                    .map(test -> test.group(1) + "." + test.group(2))
                    .toList();
            assertEquals(List.of(), missing);
            assertTrue(TEST.matcher(row).find(), row);
        }
    }

    private static String source(String test) {
        try (Stream<Path> files = Files.walk(ProjectFiles.root().resolve("core/src/test/java"))) {
            Path file = files.filter(path -> path.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no class " + test));
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
