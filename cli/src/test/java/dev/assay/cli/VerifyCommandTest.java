package dev.assay.cli;

import static dev.assay.cli.Shipped.AT;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.REPORT_DATA;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.VCEK_OF_ANOTHER_CHIP;
import static dev.assay.cli.Shipped.bytes;
import static dev.assay.cli.Shipped.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @Test
    void tellsAPersonThatGenuineEvidenceIsVerified() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT);
        assertEquals(CommandRun.golden("verify-report.txt"), run.out());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @Test
    void acceptsTheRightReportDataAndFailsTheWrongOne() {
        CommandRun right = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--report-data", REPORT_DATA);
        assertEquals(0, right.status());
        assertTrue(right.out().contains("[passed] policy.report-data"), right.out());

        String other = "00" + REPORT_DATA.substring(2);
        CommandRun wrong = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--report-data", other);
        assertEquals(1, wrong.status());
        assertEquals("VERIFIED, but the policy failed (built-in baseline)", wrong.firstLine());
        assertTrue(wrong.out().contains("[FAILED] policy.report-data"), wrong.out());
    }

    @Test
    void listsFailedRulesBeforeThoseThatWereNotAskedBeforeThoseThatPassed() {
        String other = "00" + REPORT_DATA.substring(2);
        String out = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--report-data", other)
                .out();
        assertTrue(out.indexOf("[FAILED]") < out.indexOf("[NOT ASKED]"), out);
        assertTrue(out.indexOf("[NOT ASKED]") < out.indexOf("[passed]"), out);
    }

    @Test
    void rejectsTheCertificateOfAnotherChip() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK_OF_ANOTHER_CHIP, AT);
        assertEquals(1, run.status());
        assertEquals("REJECTED: do not trust this evidence", run.firstLine());
        assertTrue(run.out().contains("[REJECTS] snp.signature.invalid"), run.out());
        assertTrue(run.out().indexOf("[REJECTS]") < run.out().indexOf("[noted]"), run.out());
        assertFalse(run.out().contains("Established"), run.out());
    }

    @Test
    void rejectsAReportThatWasAltered() {
        byte[] altered = Shipped.reportWith(0x90, 0xFF);
        CommandRun run = CommandRun.withInput(altered, "verify", "-", "--endorsements", VCEK, AT);
        assertEquals(1, run.status());
        assertTrue(run.out().contains("[REJECTS] snp.signature.invalid"), run.out());
    }

    @Test
    void leavesTheQuestionOpenWithoutEndorsements() {
        CommandRun run = CommandRun.of("verify", REPORT, AT);
        assertEquals(2, run.status());
        assertTrue(run.firstLine().startsWith("INDETERMINATE: "), run.firstLine());
        assertTrue(run.out().contains("[LEAVES OPEN] snp.leaf.missing"), run.out());
    }

    @Test
    void leavesTheQuestionOpenOutsideTheCertificatesValidity() {
        assertEquals(
                2,
                CommandRun.of("verify", REPORT, "--endorsements", VCEK, "--at", "2023-04-03T19:23:42Z")
                        .status());
        assertEquals(
                0,
                CommandRun.of("verify", REPORT, "--endorsements", VCEK, "--at", "2023-04-03T21:23:43+02:00")
                        .status());
    }

    @Test
    void leavesTheQuestionOpenIfARequiredRevocationListIsMissing() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--crl", "required");
        assertEquals(2, run.status());
        assertTrue(run.out().contains("snp.crl.missing"), run.out());
    }

    @Test
    void saysSoIfRevocationIsNotChecked() {
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--crl=off");
        assertEquals(0, run.status());
        assertTrue(run.out().contains("snp.crl.not-checked"), run.out());
        assertTrue(run.out().contains("revocation      off"), run.out());
    }

    @Test
    void doesNotTakeAMalformedReportForARejectedOne() {
        CommandRun run = CommandRun.withInput(Shipped.reportWith(0x4C, 1), "verify", "-", "--endorsements", VCEK, AT);
        assertEquals(3, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("assay: malformed evidence: "), run.err());
    }

    @Test
    void saysOnItsFirstLineThatAppraisalWasNotAskedFor() {
        CommandRun genuine = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--verify-only");
        assertEquals(0, genuine.status());
        assertEquals("VERIFIED; appraisal was not done (--verify-only)", genuine.firstLine());
        assertFalse(genuine.out().contains("policy."), genuine.out());

        CommandRun open = CommandRun.of("verify", REPORT, AT, "--verify-only");
        assertEquals(2, open.status());
        assertTrue(open.firstLine().endsWith("appraisal was not done (--verify-only)"), open.firstLine());
    }

    @Test
    void acceptsOnlyTheProductThatIsAskedFor() {
        assertEquals(
                0,
                CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--product", "Milan")
                        .status());
        CommandRun other = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--product", "Turin");
        assertEquals(1, other.status());
        assertTrue(other.out().contains("snp.binding.expected-product"), other.out());
    }

    @Test
    void verifiesWithTheCertificatesThatComeAlong(@TempDir Path folder) {
        byte[] extended = Shipped.join(bytes(REPORT), Shipped.vcekTable());
        assertEquals(0, CommandRun.withInput(extended, "verify", "-", AT).status());
        Path table = write(folder.resolve("auxblob"), Shipped.vcekTable());
        assertEquals(
                0, CommandRun.of("verify", REPORT, "--certificates", table, AT).status());
    }

    @Test
    void takesTheFilesOfAFolderButNotTheEvidenceInIt(@TempDir Path folder) {
        Path report = write(folder.resolve("report"), bytes(REPORT));
        write(folder.resolve("vcek"), bytes(VCEK));
        write(folder.resolve("another vcek"), bytes(VCEK_OF_ANOTHER_CHIP));
        assertEquals(
                0, CommandRun.of("verify", report, "--endorsements", folder, AT).status());
    }

    @Test
    void doesNotPassOverAnEndorsementThatIsNone(@TempDir Path folder) {
        write(folder.resolve("vcek"), bytes(VCEK));
        write(folder.resolve("notes"), new byte[] {'h', 'i'});
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", folder, AT);
        assertEquals(1, run.status());
        assertTrue(run.out().contains("snp.endorsement.unreadable"), run.out());
    }

    @Test
    void doesNotLookIntoFoldersInFolders(@TempDir Path folder) throws java.io.IOException {
        Path inner = java.nio.file.Files.createDirectory(folder.resolve("inner"));
        write(inner.resolve("vcek"), bytes(VCEK));
        assertEquals(
                2, CommandRun.of("verify", REPORT, "--endorsements", folder, AT).status());
    }

    @Test
    void trustsTheGivenAnchorsInPlaceOfTheVendors(@TempDir Path folder) {
        Path milan = Shipped.root(folder, "ARK-Milan");
        CommandRun run = CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--trust-anchor", milan);
        assertEquals(0, run.status());
        assertTrue(run.out().contains("CUSTOM TRUST ANCHORS"), run.out());
        assertTrue(
                run.out()
                        .contains(
                                "CN=ARK-Milan,O=Advanced Micro Devices,ST=CA,L=Santa Clara,C=US,OU=Engineering, SHA-256"
                                        + " 69d063b45344d26a2e94e1f4210de49ef555308287d4c174445c95639a540bcd"),
                run.out());

        Path genoa = Shipped.root(folder, "ARK-Genoa");
        Path intermediate = Shipped.intermediate(folder, "SEV-Milan");
        CommandRun other = CommandRun.of(
                "verify", REPORT, "--endorsements", VCEK, "--endorsements", intermediate, AT, "--trust-anchor", genoa);
        assertEquals(1, other.status());
        assertTrue(other.out().contains("snp.chain.untrusted"), other.out());
    }
}
