package dev.assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTableTest {
    /** How RESULTS.md calls those whose modules or packages have longer names. */
    private static final Map<String, String> SHORT = Map.of(
            "github.com/google/go-sev-guest", "go-sev-guest",
            "github.com/google/go-tdx-guest", "go-tdx-guest",
            "@phala/dcap-qvl (JavaScript)", "dcap-qvl (JavaScript)");

    /** Rows are of peer, vectors as expected, and wrong ones that it accepts. */
    @Test
    void tellsAsManyWrongVectorsAsTheResults() throws IOException {
        List<String> results = Files.readAllLines(Path.of("peers", "RESULTS.md"));
        PeerTable.LESS.forEach((peer, less) -> {
            String start = "| " + SHORT.getOrDefault(peer, peer) + " | ";
            String row = results.stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow();
            String accepted = row.split(" \\| ", -1)[2];
            assertTrue(less.contains("accepts " + accepted + " wrong vectors"), row + less);
        });
    }

    @Test
    void printsMediansAndWhatWasSkippedOnce(@TempDir Path folder) throws IOException {
        Path lines = folder.resolve("lines");
        Path table = folder.resolve("table");
        String figure = "{\"peer\":\"sev\",\"version\":\"8\",\"vector\":\"v\",\"job\":\"whole\",\"perSecond\":%d.2}";
        String skipped = "{\"skipped\":\"Go, tdx/quote/genuine\",\"why\":\"quote format not supported\"}";
        Files.write(
                lines,
                List.of(
                        "{\"tool\":\"rustc\"}",
                        figure.formatted(3),
                        skipped,
                        figure.formatted(1),
                        skipped,
                        figure.formatted(8)));
        PeerTable.main(new String[] {lines.toString(), table.toString()});
        List<String> written = Files.readAllLines(table);
        assertTrue(
                written.stream().anyMatch(line -> line.startsWith("| v | sev | 8 | whole | 3 | 1, 8 |")),
                written::toString);
        assertEquals(
                List.of("## Skipped", "", "- Go, tdx/quote/genuine: quote format not supported"),
                written.subList(written.size() - 3, written.size()));
    }
}
