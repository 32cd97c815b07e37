package dev.assay.cli;

import static dev.assay.cli.PolicyFiles.MEASUREMENT;
import static dev.assay.cli.PolicyFiles.pinned;
import static dev.assay.cli.Shipped.AT;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.VCEK_OF_ANOTHER_CHIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    @TempDir
    Path folder = Path.of("");

    private CommandRun check(String policy) {
        return CommandRun.of("policy", "check", PolicyFiles.write(folder, policy));
    }

    @Test
    void saysWhatIsDemandedAndWhatIsLeftOpen() {
        CommandRun run = check(pinned("web", MEASUREMENT, ", 'minGuestSvn': 3, 'vmpl': 'any'"));
        assertEquals(0, run.status(), run.err());
        String out = run.out();
        assertTrue(out.startsWith("POLICY web, version 7\nSHA-256 "), out);
        assertTrue(out.contains("web, version 7: accepts SEV-SNP reports only\n"), out);
        String demanded = out.substring(out.indexOf("  Demanded\n"), out.indexOf("  Demanded by default\n"));
        assertTrue(demanded.contains("    snp.measurement\n"), demanded);
        assertTrue(demanded.contains("    snp.minGuestSvn\n"), demanded);
        assertTrue(demanded.contains("wanted   at least 3\n"), demanded);
        String byDefault = out.substring(out.indexOf("  Demanded by default\n"), out.indexOf("  LEFT OPEN"));
        assertTrue(byDefault.contains("    snp.guestPolicy.debug\n"), byDefault);
        assertFalse(byDefault.contains("snp.vmpl"), byDefault);
        String open = out.substring(out.indexOf("  LEFT OPEN"), out.indexOf("  Not mentioned"));
        assertTrue(open.contains("    reportData\n"), open);
        assertTrue(open.contains("    snp.vmpl\n"), open);
        assertTrue(open.contains("turned off  the default, 0\n"), open);
        assertTrue(out.substring(out.indexOf("  Not mentioned")).contains("snp.hostData"), out);
        assertTrue(out.lines().allMatch(line -> line.length() <= 120), out);
    }

    @Test
    void saysHowPartsCombineAndWhichEvidenceEachAccepts() {
        String any = "{'id': 'roll-out', 'version': '3', 'anyOf': [" + pinned("web", MEASUREMENT, "")
                + ", {'id': 'td', 'version': '1', 'reportData': 'any', 'tdx': {'mrTd': 'any'}}]}";
        String out = check(any).out();
        assertTrue(
                out.contains("roll-out, version 3 is met if one of these is:\n  web, version 7\n  td, version 1\n"),
                out);
        assertTrue(out.contains("td, version 1: accepts TDX quotes only\n"), out);
        String all = any.replace("anyOf", "allOf").replace("'tdx'", "'snp': {'measurement': 'any'}, 'tdx'");
        String both = check(all).out();
        assertTrue(both.contains("is met if all of these are:\n"), both);
        assertTrue(both.contains("td, version 1: accepts SEV-SNP reports and TDX quotes\n"), both);
    }

    @Test
    void refusesWhatIsNoPolicy() {
        CommandRun run = check("{'id': 'p', 'version': '1', 'snp': {'measurement': 'any'}}");
        assertEquals(64, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("reportData is missing"), run.err());
        assertEquals(64, CommandRun.of("policy", "check").status());
        assertEquals(64, CommandRun.of("policy").status());
        assertEquals(64, CommandRun.of("policy", "improve").status());
        byte[] large = new byte[(1 << 20) + 1];
        assertEquals(
                64,
                CommandRun.of("policy", "check", Shipped.write(folder.resolve("large"), large))
                        .status());
    }

    @Test
    void explainsItself() {
        CommandRun both = CommandRun.of("policy", "--help");
        assertEquals(0, both.status());
        assertTrue(both.out().contains("check") && both.out().contains("from"), both.out());
        CommandRun check = CommandRun.of("policy", "check", "--help");
        assertEquals(0, check.status());
        assertTrue(check.out().startsWith("Usage: assay policy check"), check.out());
        assertTrue(CommandRun.of("policy", "from", "--version").out().startsWith("assay "));
    }

    @Test
    void draftsAPolicyThatAcceptsTheReportAndNoOtherMeasurement() {
        CommandRun draft = CommandRun.of("policy", "from", REPORT, "--endorsements", VCEK, AT);
        assertEquals(0, draft.status(), draft.err());
        assertEquals(MEASUREMENT, draft.json("/snp/measurement/0"));
        assertEquals("any", draft.json("/reportData"));
        assertEquals(0, verify(draft.out()).status());
        CommandRun other = verify(draft.out().replace(MEASUREMENT, PolicyFiles.OTHER_MEASUREMENT));
        assertEquals(1, other.status());
        assertTrue(other.out().contains("[FAILED] policy.measurement"), other.out());
    }

    private CommandRun verify(String policy) {
        Path file = Shipped.write(folder.resolve("draft.json"), policy.getBytes(StandardCharsets.UTF_8));
        return CommandRun.of("verify", REPORT, "--endorsements", VCEK, AT, "--policy", file);
    }

    @Test
    void draftsAPolicyThatAcceptsTheQuoteWithItsAnchorAndItsStatus() {
        MintedQuote minted =
                MintedQuote.of(folder, TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE));
        List<Object> args = new ArrayList<>(List.of("policy", "from"));
        args.addAll(minted.arguments());
        CommandRun draft = CommandRun.of(args.toArray());
        assertEquals(0, draft.status(), draft.err());
        assertEquals("OutOfDate", draft.json("/tdx/tcbStatus/0"));
        Path file = Shipped.write(folder.resolve("draft.json"), draft.out().getBytes(StandardCharsets.UTF_8));
        CommandRun run = minted.verify("--policy", file);
        assertEquals(0, run.status(), run.out());
    }

    @Test
    void draftsNothingFromEvidenceThatNoPolicyAccepts() {
        var minted = SnpSimulator.create(AmdProduct.MILAN).report(5, report -> report.vmpl(0x800));
        CommandRun run = CommandRun.of(
                "policy",
                "from",
                Shipped.write(folder.resolve("report"), minted.report()),
                "--endorsements",
                Shipped.write(folder.resolve("leaf.der"), minted.leaf()),
                "--endorsements",
                Shipped.write(folder.resolve("ask.der"), minted.intermediate()),
                "--trust-anchor",
                Shipped.write(folder.resolve("ark.der"), minted.root()),
                AT);
        assertEquals(1, run.status(), run::err);
        assertTrue(run.err().contains("vmpl"), run::err);
    }

    @Test
    void draftsNothingFromEvidenceThatIsNotVerified() {
        CommandRun rejected = CommandRun.of("policy", "from", REPORT, "--endorsements", VCEK_OF_ANOTHER_CHIP, AT);
        assertEquals(1, rejected.status());
        assertEquals("", rejected.out());
        assertTrue(rejected.err().contains("nothing to draft"), rejected.err());
        assertTrue(rejected.err().contains("snp."), rejected.err());
        CommandRun open = CommandRun.of("policy", "from", REPORT, AT);
        assertEquals(2, open.status());
        assertEquals("", open.out());
        assertEquals(
                3, CommandRun.withInput(new byte[3], "policy", "from", "-", AT).status());
    }
}
