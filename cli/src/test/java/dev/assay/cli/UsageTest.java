package dev.assay.cli;

import static dev.assay.cli.Shipped.AT;
import static dev.assay.cli.Shipped.QUOTE;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.REPORT_DATA;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @Test
    void refusesWhatItDoesNotKnow() {
        refused("Unmatched", "appraise", REPORT);
        refused("Unknown option", "show", REPORT, "--policy", "p.json");
        refused("Unknown option", "verify", REPORT, "--offline");
        refused("Unmatched", "show", REPORT, "another");
        refused("Missing required", "verify");
        refused("Missing required", "vectors");
        refused("only once", "verify", REPORT, AT, AT);
        assertEquals(64, CommandRun.of().status());
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        refused("--report-data must be 64 bytes", "verify", REPORT, "--report-data", REPORT_DATA.substring(2));
        refused("--report-data must be 64 bytes", "verify", REPORT, "--report-data", REPORT_DATA + "00");
        refused("--report-data must be 64 bytes", "verify", REPORT, "--report-data", "");
        refused("--report-data must be 128", "verify", REPORT, "--report-data", "zz".repeat(64));
        refused("--verify-only leaves out", "verify", REPORT, "--report-data", REPORT_DATA, "--verify-only");
        refused("--at must be", "verify", REPORT, "--at", "yesterday");
        refused("--at must be", "verify", REPORT, "--at", "2026-09-01T00:00:00");
        refused("--at must be", "verify", REPORT, "--at", "+999999999-01-01T00:00:00Z");
        refused("--crl must be", "verify", REPORT, "--crl", "ifGiven");
        refused("--grace must be", "verify", QUOTE, "--grace", "a week");
        refused("--grace must be", "verify", QUOTE, "--grace", "P-1D");
        refused("--grace must be", "verify", QUOTE, "--grace", "P3661D");
        refused("--product must be one of Milan, Genoa, Turin", "verify", REPORT, "--product", "milan");
    }

    @Test
    void refusesOptionsThatMeanNothingForTheEvidence() {
        refused("this is a TDX quote", "verify", QUOTE, "--product", "Milan");
        refused("this is a TDX quote", "verify", QUOTE, "--allow-masked-chip-id");
        refused("this is an SEV-SNP report", "verify", REPORT, "--grace", "P7D");
    }

    @Test
    void refusesFilesThatCannotBeRead(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        refused("there is no such file", "show", missing);
        refused("cannot read", "show", folder);
        refused("there is no such file", "verify", REPORT, "--endorsements", missing);
        refused("there is no such file", "verify", REPORT, "--certificates", missing);
        refused("there is no such file", "verify", REPORT, "--trust-anchor", missing);
        refused("cannot be read", "vectors", missing);
        refused("not a file name", "show", "a\0b");
    }

    @Test
    void refusesAnchorsThatAreNone(@TempDir Path folder) {
        refused("not a root", "verify", REPORT, "--trust-anchor", VCEK);
        refused("--trust-anchor", "verify", REPORT, "--trust-anchor", REPORT);
        Path tcbInfo = MintedQuote.genuine(folder).file("tcb-info.json");
        refused("collateral, not a certificate", "verify", QUOTE, "--trust-anchor", tcbInfo);
        Path text = write(folder.resolve("text"), "-----BEGIN X-----".getBytes(StandardCharsets.US_ASCII));
        refused("--trust-anchor", "verify", REPORT, "--trust-anchor", text);
    }

    @Test
    void readsNoArgumentsFromFiles(@TempDir Path folder) {
        Path arguments = write(folder.resolve("arguments"), "--help".getBytes(StandardCharsets.US_ASCII));
        refused("cannot read @", "show", "@" + arguments);
    }

    @Test
    void helps() {
        for (Object[] args : List.of(
                new Object[] {"--help"}, new Object[] {"show", "--help"}, new Object[] {"verify", "-h"}, new Object[] {
                    "vectors", "--help"
                })) {
            CommandRun run = CommandRun.of(args);
            assertEquals(0, run.status());
            assertTrue(run.firstLine().startsWith("Usage: assay"), run.out());
            assertEquals("", run.err());
        }
        assertTrue(CommandRun.of("--version").out().startsWith("assay "));
    }

    @Test
    void admitsADefectOnOneLine() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a defect\n\u001B[2J");
            }

            @Override
            public int read(byte[] target, int start, int count) {
                return read();
            }
        };
        CommandRun run = CommandRun.withInput(broken, "show", "-");
        assertEquals(70, run.status());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().startsWith("assay: internal error, please report it: "), run.err());
        assertTrue(run.err().contains("a defect\\u{a}\\u{1b}[2J"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void doesNotSayYesIfNobodyHeardIt() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws java.io.IOException {
                throw new java.io.IOException("no space left");
            }
        };
        int status = Main.run(
                new String[] {"verify", REPORT.toString(), "--endorsements", VCEK.toString(), AT},
                InputStream.nullInputStream(),
                new PrintStream(full, false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        assertEquals(70, status);
    }

    private static void refused(String message, Object... args) {
        CommandRun run = CommandRun.of(args);
        assertEquals(64, run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
