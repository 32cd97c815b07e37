package dev.assay.cli;

import static dev.assay.cli.Shipped.AT;
import static dev.assay.cli.Shipped.QUOTE;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.REPORT_DATA;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.VCEK_OF_ANOTHER_CHIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyJsonTest {
    /** SHA-256 of AMD's root certificate for Milan, as the table of provenance has it. */
    private static final String ARK_MILAN = "69d063b45344d26a2e94e1f4210de49ef555308287d4c174445c95639a540bcd";

    @Test
    void saysWhatWasEstablished() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json");
        assertEquals("verified", run.json("/verdict"));
        assertEquals("true", run.json("/passed"));
        assertEquals("passed", run.json("/appraisal"));
        assertEquals("sev-snp-report", run.json("/evidence"));
        assertEquals("2026-09-01T00:00:00Z", run.json("/at"));
        assertEquals("Milan", run.json("/established/product"));
        assertEquals("VCEK", run.json("/established/signingKey"));
        assertEquals("null", run.json("/established/cspId"));
        assertEquals("not-given", run.json("/established/crl"));
        assertEquals("2023-04-03T19:23:43Z", run.json("/established/window/notBefore"));
        assertEquals("2030-04-03T19:23:43Z", run.json("/established/window/notAfter"));
        // The bytes 03 00 00 00 00 00 08 73 in the layout of Milan.
        assertEquals("{\"bootLoader\":3,\"tee\":0,\"snp\":8,\"microcode\":115}", run.json("/established/reportedTcb"));
    }

    @Test
    void namesTheChain() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json");
        assertEquals("leaf", run.json("/established/chain/0/role"));
        assertEquals("0", run.json("/established/chain/0/serial"));
        // By sha256sum of the file.
        assertEquals(
                "3bbfb6ee259f75a95d13168cfdf2e034181bb93c7c016825731cbe8ea16c95e1",
                run.json("/established/chain/0/sha256"));
        assertEquals("intermediate", run.json("/established/chain/1/role"));
        assertEquals("root", run.json("/established/chain/2/role"));
        assertEquals(ARK_MILAN, run.json("/established/chain/2/sha256"));
        assertEquals("missing", run.json("/established/chain/3"));
    }

    @Test
    void callsClaimsAuthenticatedOnlyIfTheyAre() {
        CommandRun genuine = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json");
        assertEquals("true", genuine.json("/claims/authenticated"));
        assertEquals(REPORT_DATA, genuine.json("/claims/reportData"));

        CommandRun open = CommandRun.of("verify", REPORT, AT, "--json");
        assertEquals("false", open.json("/claims/authenticated"));
        assertEquals(REPORT_DATA, open.json("/claims/reportData"));
        assertEquals("null", open.json("/established"));
    }

    @Test
    void tellsAFailedPolicyFromARejection() {
        CommandRun run =
                CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json", "--report-data", "00".repeat(64));
        assertEquals("verified", run.json("/verdict"));
        assertEquals("failed", run.json("/appraisal"));
        assertEquals("false", run.json("/passed"));
        assertEquals("true", run.json("/claims/authenticated"));
        assertEquals("policy.report-data", run.json("/rules/0/code"));
        assertEquals("failed", run.json("/rules/0/status"));
        assertEquals("00".repeat(64), run.json("/rules/0/expected"));
        assertEquals(REPORT_DATA, run.json("/rules/0/actual"));
    }

    @Test
    void hasTheSameFormForARejection() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK_OF_ANOTHER_CHIP, AT, "--json");
        assertEquals(1, run.status());
        assertEquals(
                CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json")
                        .members(),
                run.members());
        assertEquals("rejected", run.json("/verdict"));
        assertEquals("not-done", run.json("/appraisal"));
        assertEquals("[]", run.json("/rules"));
        assertEquals("rejects", run.json("/findings/0/effect"));
        for (String member : List.of("code", "expected", "actual", "source", "nextStep")) {
            String value = run.json("/findings/0/" + member);
            assertFalse(value.isEmpty() || value.equals("missing") || value.equals("null"), member);
        }
    }

    @Test
    void hasTheSameFormForAnOpenQuestion() {
        CommandRun run = CommandRun.of("verify", QUOTE, AT, "--json");
        assertEquals(2, run.status());
        assertEquals("indeterminate", run.json("/verdict"));
        assertEquals("tdx-quote", run.json("/evidence"));
        assertEquals("false", run.json("/passed"));
    }

    @Test
    void tellsAProgramTooThatEvidenceIsMalformed() {
        CommandRun run = CommandRun.withInput(Shipped.reportWith(0x4C, 1), "verify", "-", AT, "--json");
        assertEquals(3, run.status());
        assertEquals("malformed", run.json("/verdict"));
        assertEquals("false", run.json("/passed"));
        assertEquals("reserved-not-zero", run.json("/reason"));
        assertEquals("76", run.json("/offset"));
    }

    @Test
    void repeatsTheSettingsThatMatter(@TempDir Path folder) {
        CommandRun run = CommandRun.of(
                "verify",
                REPORT,
                AT,
                "--json",
                "--trust-anchor",
                Shipped.root(folder, "ARK-Milan"),
                "--crl=required",
                "--product=Genoa",
                "--allow-masked-chip-id",
                "--verify-only");
        assertEquals("required", run.json("/settings/crl"));
        assertEquals("Genoa", run.json("/settings/product"));
        assertEquals("true", run.json("/settings/allowMaskedChipId"));
        assertEquals("true", run.json("/settings/verifyOnly"));
        assertEquals(ARK_MILAN, run.json("/settings/trustAnchors/0/sha256"));
    }

    @Test
    void showsTheDefaultsOfSettings() {
        CommandRun run = CommandRun.of("verify", REPORT, AT, "--json");
        assertEquals("if-given", run.json("/settings/crl"));
        assertEquals("null", run.json("/settings/product"));
        assertEquals("false", run.json("/settings/allowMaskedChipId"));
        assertEquals("false", run.json("/settings/verifyOnly"));
        assertEquals("embedded", run.json("/settings/trustAnchors"));
    }

    @Test
    void isTheSameBytesEveryTime() {
        CommandRun first = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json");
        assertEquals(first, CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--json"));
    }
}
