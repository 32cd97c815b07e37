package dev.assay.testvectors.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The larger set of real evidence, if it is there: all of it loads, and the runner gets through it. */
class CorpusTest {
    private Path corpus = Path.of("");

    @BeforeEach
    void corpus() {
        String folder = System.getProperty("assay.corpus", "");
        assumeFalse(folder.isEmpty(), "assay.corpus is not set");
        corpus = Path.of(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "snp/vectors.json, 66",
        "snp/negatives.json, 180",
        "snp/policies.json, 120",
        "tdx/quotes.json, 50",
        "tdx/verdicts.json, 993",
        "tdx/negatives.json, 280",
        "tdx/policies.json, 90"
    })
    void everyVectorLoadsAndFailsWithASubjectThatSupportsNothing(String name, int count) throws Exception {
        Manifest manifest = Manifest.load(corpus.resolve(name));
        assertEquals(count, manifest.entries().size());
        RunReport report =
                Runner.of(vector -> Outcome.unsupported("anything")).threads(2).run(List.of(manifest));
        assertEquals("0 passed, " + count + " failed", report.summary());
        for (VectorResult result : report.results()) {
            assertEquals("support", result.mismatches().get(0).what(), result::description);
        }
    }

    @ParameterizedTest
    @CsvSource({"snp/vectors.json, 63", "tdx/quotes.json, 50"})
    void expectedFieldsAreWhatStandsInTheBytes(String name, int count) throws Exception {
        int compared = 0;
        for (Entry entry : Manifest.load(corpus.resolve(name)).entries()) {
            Vector vector = (Vector) entry;
            if (!vector.expect().fields().isEmpty()) {
                Expectation fieldsOnly = new Expectation(
                        null, vector.expect().fields(), null, null, null, TcbFacts.UNKNOWN, null, List.of());
                assertEquals(List.of(), Judge.compare(fieldsOnly, new FieldCutter().run(vector)), vector.id());
                compared++;
            }
        }
        assertEquals(count, compared);
    }

    @ParameterizedTest
    @CsvSource({"tdx/verdicts.json", "snp/negatives.json"})
    void aSubjectThatConcludesNothingPassesNoVectorThatExpectsAVerdict(String name) throws Exception {
        RunReport report = Runner.of(new FieldCutter()).run(List.of(Manifest.load(corpus.resolve(name))));
        assertTrue(report.results().stream().noneMatch(VectorResult::passed));
    }
}
