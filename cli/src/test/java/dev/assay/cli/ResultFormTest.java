package dev.assay.cli;

import static dev.assay.cli.Shipped.AT;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.VCEK_OF_ANOTHER_CHIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.result.AttestationResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a result besides the one for a person. */
class ResultFormTest {
    private static final String SUBMODULE = "/submods/SEVSNP/";

    @TempDir
    Path folder = Path.of("");

    @Test
    void givesTheClaimsOfAnEar() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--ear");
        assertEquals(0, run.status());
        assertEquals("tag:github.com,2023:veraison/ear", run.json("/eat_profile"));
        assertEquals("affirming", run.json(SUBMODULE + "ear.status"));
        assertEquals("2", run.json(SUBMODULE + "ear.trustworthiness-vector/hardware"));
    }

    @Test
    void givesAnEarOfEvidenceThatIsNotAccepted() {
        CommandRun rejected = CommandRun.of("verify", REPORT, "--endorsements", VCEK_OF_ANOTHER_CHIP, AT, "--ear");
        assertEquals(1, rejected.status());
        assertEquals("contraindicated", rejected.json(SUBMODULE + "ear.status"));
        assertEquals("false", rejected.json(SUBMODULE + "dev.assay.result/authenticated"));
        CommandRun open = CommandRun.of("verify", REPORT, AT, "--ear");
        assertEquals(2, open.status());
        assertEquals("none", open.json(SUBMODULE + "ear.status"));
        assertEquals("missing", open.json(SUBMODULE + "ear.veraison.annotated-evidence"));
    }

    @Test
    void hasTheWholeResultInTheJsonForm() throws Exception {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json");
        JsonNode result = JsonMapper.shared().readTree(run.out()).get("result");
        assertEquals("pass", result.get("verdict").stringValue());
        assertEquals(
                "[\"policy.report-data\",\"policy.measurement\"]",
                result.get("leftOpen").toString());
        assertEquals("assay-baseline", run.json("/result/audit/policyId"));
        CommandRun rejected = CommandRun.of("verify", REPORT, "--endorsements", VCEK_OF_ANOTHER_CHIP, AT, "--json");
        assertEquals("rejected", rejected.json("/result/verdict"));
        assertEquals("false", rejected.json("/result/authenticated"));
        assertEquals(
                "indeterminate", CommandRun.of("verify", REPORT, AT, "--json").json("/result/verdict"));
        assertEquals(
                "null",
                CommandRun.of("verify", REPORT, AT, "--json", "--verify-only").json("/result"));
    }

    /** The result alone, indented as the library does it, is what the library reads back. */
    @Test
    void givesAResultThatReadsBack() throws Exception {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json");
        String inner = run.out().substring(run.out().indexOf("  \"result\": {\n") + "  \"result\": ".length());
        String alone = inner.substring(0, inner.lastIndexOf("\n}")).replaceAll("(?m)^  ", "") + "\n";
        assertTrue(AttestationResult.fromJson(alone).passed());
    }

    @Test
    void refusesTwoFormsAtOnce() {
        CommandRun run = CommandRun.of("verify", REPORT, AT, "--json", "--ear");
        assertEquals(64, run.status());
        assertTrue(run.err().contains("--json and --ear"), run.err());
    }

    @Test
    void writesAPageBesides() throws Exception {
        Path page = folder.resolve("page.html");
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--html", page);
        assertEquals(0, run.status());
        assertEquals("VERIFIED, and the policy passed (built-in baseline)", run.firstLine());
        String html = Files.readString(page, StandardCharsets.US_ASCII);
        assertTrue(html.startsWith("<!DOCTYPE html>"), html);
        assertTrue(html.contains("CN=ARK-Milan"), html);
        assertEquals(
                1,
                CommandRun.of("verify", REPORT, "--endorsements", VCEK_OF_ANOTHER_CHIP, AT, "--html", page)
                        .status());
        assertTrue(Files.readString(page).contains("REJECTED"));
        assertEquals(2, CommandRun.of("verify", REPORT, AT, "--html", page).status());
        assertTrue(Files.readString(page).contains("INDETERMINATE"));
    }

    @Test
    void leavesNoOlderPageStandingForMalformedEvidence() throws Exception {
        Path page = Shipped.write(folder.resolve("page.html"), "PASS".getBytes(StandardCharsets.US_ASCII));
        CommandRun run = CommandRun.withInput(Shipped.reportWith(0x4C, 1), "verify", "-", AT, "--html", page);
        assertEquals(3, run.status());
        String html = Files.readString(page);
        assertTrue(html.contains("MALFORMED"), html);
        assertFalse(html.contains("PASS"), html);
        CommandRun ear = CommandRun.withInput(Shipped.reportWith(0x4C, 1), "verify", "-", AT, "--ear");
        assertEquals(3, ear.status());
        assertEquals("", ear.out());
    }

    @Test
    void givesNoResultIfThePageCannotBeWritten() {
        CommandRun run = CommandRun.of(
                "verify", REPORT, "--endorsements", VCEK, AT, "--html", folder.resolve("missing/page.html"));
        assertEquals(64, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("cannot write"), run.err());
    }
}
