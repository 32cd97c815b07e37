package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.RunReport;
import dev.assay.testvectors.manifest.Runner;
import dev.assay.testvectors.manifest.VectorResult;
import dev.assay.verify.SignatureMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The larger set of real evidence, if it is there: every verdict, status, date, advisory and number as Intel has it. */
class TdxCorpusTest {
    private Path corpus = Path.of("");

    @BeforeEach
    void onlyWithACorpus() {
        String folder = System.getProperty("assay.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus");
        corpus = Path.of(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tdx/quotes.json", "tdx/verdicts.json", "tdx/negatives.json"})
    void everyVectorPasses(String name) throws Exception {
        check(name, new TdxSubject(SignatureMemory.ofCapacity(4096)));
    }

    @ParameterizedTest
    @ValueSource(strings = "tdx/negatives.json")
    void everyVectorPassesWithoutAnythingRemembered(String name) throws Exception {
        check(name, new TdxSubject(SignatureMemory.none()));
    }

    private void check(String name, TdxSubject subject) throws Exception {
        RunReport report = Runner.of(subject).threads(2).run(List.of(Manifest.load(corpus.resolve(name))));
        String failures = report.failures().stream()
                .filter(result -> !name.equals("tdx/quotes.json")
                        || result.mismatches().stream()
                                .anyMatch(mismatch -> !mismatch.what().startsWith("fields")))
                .limit(10)
                .map(VectorResult::description)
                .collect(Collectors.joining("\n"));
        assertEquals("", failures, report.summary());
    }
}
