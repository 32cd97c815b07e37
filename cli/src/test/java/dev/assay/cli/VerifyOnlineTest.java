package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.VendorServer;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay verify --online}: what is not given is asked of the vendor, or of what stands for it. */
class VerifyOnlineTest {
    private static final TdxSimulator INTEL = TdxSimulator.create();
    private static final TdxEvidence QUOTE = INTEL.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);

    private final VendorServer server = VendorServer.start();

    @TempDir
    private Path folder;

    private MintedQuote minted = new MintedQuote(Path.of(""));

    @BeforeEach
    void mint() {
        minted = MintedQuote.of(folder.resolve("quote"), QUOTE);
        server.intel().machine(INTEL, QUOTE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** At the simulator's time. */
    private static CommandRun run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Clock.fixed(TdxSimulator.AT, ZoneOffset.UTC));
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int status = Main.run(words, terminal);
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private CommandRun online(Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "verify",
                minted.quote(),
                "--online",
                "--verify-only",
                "--pccs",
                server.address(),
                "--kds",
                server.address(),
                "--cache",
                folder.resolve("cache"),
                "--trust-anchor",
                minted.root()));
        args.addAll(List.of(more));
        return run(args.toArray());
    }

    @Test
    void aQuoteIsVerifiedAndItsCollateralKeptForTheNextTime() {
        CommandRun first = online();
        assertEquals(0, first.status(), first.out() + first.err());
        assertEquals("", first.err());
        int requests = server.requests().size();
        CommandRun second = online();
        assertEquals(0, second.status(), second.err());
        assertEquals(requests, server.requests().size());
        assertEquals(first.out(), second.out());
    }

    @Test
    void whatIsGivenIsNotAskedFor() {
        CommandRun run = online("--endorsements", minted.collateral());
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void whatCannotBeHadIsSaidAndLeavesTheQuestionOpen() {
        server.breakDown("/tdx/certification/v4/tcb", Fault.garbage());
        CommandRun run = online();
        assertEquals(2, run.status());
        assertTrue(run.err().contains("UNFIT"), run.err());
        assertTrue(run.out().contains("tdx."), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void anEvaluationIsAskedForByNumber() {
        CommandRun run = online("--evaluation", "9999");
        assertEquals(2, run.status());
        assertTrue(
                server.requests().stream().anyMatch(request -> request.contains("tcbEvaluationDataNumber=9999")),
                server.requests()::toString);
    }

    @Test
    void aReportIsVerified() throws Exception {
        SnpSimulator machine = SnpSimulator.create(AmdProduct.GENOA);
        SnpEvidence evidence = machine.report(report -> report);
        server.amd().machine(machine, evidence);
        Path report = Files.write(folder.resolve("report"), evidence.report());
        Path chain = Files.write(folder.resolve("ask"), evidence.intermediate());
        Path crl = Files.write(folder.resolve("crl"), evidence.crl());
        Path root = Files.write(folder.resolve("ark"), evidence.root());
        CommandRun run = run(
                "verify",
                report,
                "--online",
                "--verify-only",
                "--kds",
                server.address(),
                "--cache",
                folder.resolve("cache"),
                "--endorsements",
                chain,
                "--endorsements",
                crl,
                "--endorsements",
                root,
                "--trust-anchor",
                root);
        assertEquals(0, run.status(), run.out() + run.err());
        assertEquals(1, server.requests().size());
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        for (String option : List.of("--kds", "--pccs", "--evaluation", "--cache")) {
            CommandRun run = run("verify", minted.quote(), option, "x");
            assertEquals(64, run.status(), option);
            assertTrue(run.err().contains("without --online"), run.err());
        }
        for (List<String> wrong : List.of(
                List.of("--kds", "http://kds.example/"),
                List.of("--pccs", "not an address"),
                List.of("--evaluation", "newest"),
                List.of("--evaluation", "-1"),
                List.of("--cache", minted.quote().toString()))) {
            List<Object> args = new ArrayList<>(List.of("verify", minted.quote(), "--online"));
            args.addAll(wrong);
            CommandRun run = run(args.toArray());
            assertEquals(64, run.status(), wrong + run.err());
        }
        assertEquals(List.of(), server.requests());
    }

    @Test
    void nobodyIsAskedUnlessToldTo() {
        CommandRun run = run("verify", minted.quote(), "--trust-anchor", minted.root());
        assertEquals(2, run.status());
        assertEquals(List.of(), server.requests());
        assertFalse(Files.exists(folder.resolve("cache")));
    }
}
