package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.RunReport;
import dev.assay.testvectors.manifest.Runner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Appraisals of real evidence by small policies come out as the corpus has them. */
class PolicyCorpusTest {
    @ParameterizedTest
    @CsvSource({"snp/policies.json, 120", "tdx/policies.json, 90"})
    void everyVectorPasses(String manifest, int count) throws Exception {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        RunReport report = Runner.of(new PolicySubject())
                .run(List.of(Manifest.load(Path.of(corpus).resolve(manifest))));
        assertEquals(List.of(), report.failures());
        assertEquals(count, report.passed());
    }
}
