package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorsCommandTest {
    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectory(root.resolve("m"));
        Files.copy(Shipped.REPORT, root.resolve("report"));
        Files.copy(Shipped.VCEK, root.resolve("vcek"));
        Files.copy(Shipped.QUOTE, root.resolve("quote"));
    }

    @Test
    void passesTheShippedVectorsOfQuotes() {
        CommandRun run = CommandRun.of("vectors", Shipped.VECTORS.resolve("tdx/real.json"));
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().matches("[1-9][0-9]* passed, 0 failed\n"), run.out());
    }

    @Test
    void passesTheShippedVectorsOfReports() {
        CommandRun run = CommandRun.of("vectors", Shipped.VECTORS.resolve("snp/real.json"));
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().matches("[1-9][0-9]* passed, 0 failed\n"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "snp/vectors.json, 66",
        "snp/negatives.json, 180",
        "tdx/quotes.json, 50",
        "tdx/verdicts.json, 993",
        "tdx/negatives.json, 280"
    })
    void passesTheCorpus(String manifest, int count) {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        CommandRun run = CommandRun.of("vectors", Path.of(corpus).resolve(manifest));
        assertEquals(count + " passed, 0 failed\n", run.out());
        assertEquals(0, run.status());
    }

    @Test
    void countsOverAllManifests() {
        Path good = vectors("good", vector("a", "'expect': {'verdict': 'verified', 'product': 'Milan'}"));
        Path bad = vectors("bad", vector("b", "'expect': {'verdict': 'rejected'}"));
        CommandRun run = CommandRun.of("vectors", good, bad);
        assertEquals(1, run.status());
        assertTrue(run.out().contains("FAILED b ("), run.out());
        assertTrue(run.out().contains("  verdict: expected rejected, actual verified"), run.out());
        assertTrue(run.out().endsWith("\n1 passed, 1 failed\n"), run.out());
        assertEquals(0, CommandRun.of("vectors", good, good).status());
    }

    @Test
    void doesNotPassIfNothingRan() {
        CommandRun run = CommandRun.of("vectors", vectors("empty", ""));
        assertEquals(1, run.status());
        assertEquals("0 passed, 0 failed\n", run.out());
    }

    @Test
    void refusesAManifestThatIsNone() {
        CommandRun run = CommandRun.of("vectors", write("m/text", "no JSON"));
        assertEquals(64, run.status());
        assertEquals("", run.out());
    }

    @Test
    void honoursTheOptionsOfAVector() {
        passes("'options': {'product': 'Milan'}, 'expect': {'verdict': 'verified'}");
        passes("'options': {'product': 'Genoa'}, 'expect': {'findings': ['snp.binding.expected-product'],"
                + " 'verdict': 'rejected'}");
        passes("'options': {'crl': 'required'}, 'expect': {'verdict': 'indeterminate',"
                + " 'findings': ['snp.crl.missing']}");
        passes("'options': {'crl': 'off'}, 'expect': {'verdict': 'verified'}");
    }

    @Test
    void doesNotCountAVectorThatItCannotRun() {
        fails("not supported", "'options': {'product': 'Naples'}, 'expect': {'verdict': 'not-verified'}");
        fails("not supported", "'options': {'grace': 'PT1H'}, 'expect': {'verdict': 'verified'}");
        fails("not supported", "'options': {'skew': 'P2D'}, 'expect': {'verdict': 'verified'}");
    }

    @Test
    void appraisesByThePolicyOfAVector() {
        String policy = "'policy': {'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any',"
                + " 'vmpl': [%s]}}, 'expect': {'verdict': 'verified', 'appraisal': '%s'}";
        passes(policy.formatted("0", "pass"));
        passes(policy.formatted("1", "fail"));
        fails("appraisal: expected pass, actual fail", policy.formatted("1", "pass"));
        fails("appraisal: expected fail, actual pass", policy.formatted("0", "fail"));
    }

    @Test
    void passesNothingByAPolicyThatIsNone() {
        passes("'policy': {}, 'expect': {'verdict': 'verified', 'appraisal': 'fail'}");
    }

    @Test
    void comparesFieldsWithTheMembersOfShow() {
        passes("'expect': {'fields': {'vmpl': 0, 'signerInfo': '00000000'}}");
        fails("fields.vmpl", "'expect': {'fields': {'vmpl': 1}}");
        fails("missing", "'expect': {'fields': {'mrTd': '00'}}");
    }

    @Test
    void trustsOnlyTheAnchorsOfTheVector() {
        Shipped.root(root, "ARK-Milan");
        Shipped.root(root, "ARK-Genoa");
        anchored("'ARK-Milan.der'", "verified");
        anchored("'ARK-Genoa.der'", "not-verified");
        Shipped.intermediate(root, "SEV-Milan");
        anchored("'ARK-Genoa.der'], 'chain': ['SEV-Milan.der'", "rejected");
        anchored("'ARK-Milan.der'], 'chain': ['SEV-Milan.der'", "verified");
        anchored("", "rejected");
        anchored("'vcek'", "rejected");
    }

    /** What is given under a wrong name is wrong, and neither missing nor an extra. */
    @Test
    void refusesEndorsementsThatAreNotWhatTheManifestSays() {
        Shipped.root(root, "ARK-Milan");
        Shipped.intermediate(root, "SEV-Milan");
        given("'vek': 'SEV-Milan.der'", "rejected");
        given("'vek': 'vcek', 'chain': ['quote']", "rejected");
        given("'vek': 'vcek', 'crl': ['vcek']", "rejected");
        given("'vek': 'vcek', 'chain': ['SEV-Milan.der', 'ARK-Milan.der']", "verified");
    }

    private void given(String endorsements, String verdict) {
        Path manifest = vectors(
                "given",
                "{'id': 'x', 'tee': 'sev-snp', 'evidence': 'report', 'at': '2026-09-01T00:00:00Z', 'endorsements': {"
                        + endorsements + "}, 'expect': {'verdict': '" + verdict + "'}}");
        assertEquals("1 passed, 0 failed\n", CommandRun.of("vectors", manifest).out());
    }

    /** A vector cannot both give a root and be judged by a policy that is silent about roots otherwise. */
    @Test
    void takesTheRootsThatAVectorGivesAsAskedForUnlessItsPolicyNamesRoots() {
        SnpEvidence minted = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 0), VekKind.VCEK)
                .report(5, report -> report);
        Shipped.write(root.resolve("minted"), minted.report());
        Shipped.write(root.resolve("leaf"), minted.leaf());
        Shipped.write(root.resolve("ask"), minted.intermediate());
        Shipped.write(root.resolve("ark"), minted.root());
        judgedBelow("ark", "'reportData': 'any'", "pass");
        judgedBelow("ark", "'reportData': 'any', 'trustAnchors': ['vendor']", "fail");
    }

    private void judgedBelow(String anchor, String common, String appraisal) {
        Path manifest = vectors(
                "judged",
                "{'id': 'x', 'tee': 'sev-snp', 'evidence': 'minted', 'at': '2026-09-01T00:00:00Z', 'endorsements':"
                        + " {'vek': 'leaf', 'chain': ['ask'], 'trustAnchors': ['" + anchor
                        + "']}, 'policy': {'id': 'p',"
                        + " 'version': '1', " + common + ", 'snp': {'measurement': 'any'}}, 'expect': {'verdict':"
                        + " 'verified', 'appraisal': '" + appraisal + "'}}");
        assertEquals("1 passed, 0 failed\n", CommandRun.of("vectors", manifest).out());
    }

    @Test
    void takesEvidenceOfTheOtherKindForMalformed() {
        Path manifest = vectors(
                "other",
                "{'id': 'x', 'tee': 'tdx', 'evidence': 'report', 'expect': {'verdict': 'malformed'}}, {'id': 'y',"
                        + " 'tee': 'sev-snp', 'evidence': 'quote', 'expect': {'decodes': false}}");
        assertEquals("2 passed, 0 failed\n", CommandRun.of("vectors", manifest).out());
    }

    private void anchored(String anchors, String verdict) {
        Path manifest = vectors(
                "anchored",
                "{'id': 'x', 'tee': 'sev-snp', 'evidence': 'report', 'at': '2026-09-01T00:00:00Z', 'endorsements':"
                        + " {'vek': 'vcek', 'trustAnchors': [" + anchors + "]}, 'expect': {'verdict': '" + verdict
                        + "'}}");
        assertEquals("1 passed, 0 failed\n", CommandRun.of("vectors", manifest).out());
    }

    private void passes(String members) {
        assertEquals(
                "1 passed, 0 failed\n",
                CommandRun.of("vectors", vectors("one", vector("x", members))).out());
    }

    private void fails(String message, String members) {
        CommandRun run = CommandRun.of("vectors", vectors("one", vector("x", members)));
        assertEquals(1, run.status());
        assertTrue(run.out().contains(message), run.out());
    }

    private static String vector(String id, String members) {
        return "{'id': '" + id + "', 'tee': 'sev-snp', 'evidence': 'report', 'at': '2026-09-01T00:00:00Z',"
                + " 'endorsements': {'vek': 'vcek'}, " + members + "}";
    }

    private Path vectors(String name, String vectors) {
        return write("m/" + name, ("{'schema': 1, 'vectors': [" + vectors + "]}").replace('\'', '"'));
    }

    private Path write(String name, String text) {
        return Shipped.write(root.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aManifestThatIsNotThereIsSaidToBe() {
        for (String name : new String[] {"/nope", "nope", "/nope/nope/nope.json"}) {
            CommandRun run = CommandRun.of("vectors", name);
            assertEquals(64, run.status());
            assertTrue(run.err().contains("there is no such file"), run.err());
        }
    }
}
