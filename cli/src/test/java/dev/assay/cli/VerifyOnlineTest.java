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
import dev.assay.testvectors.server.IntelShelf;
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
import java.util.stream.Stream;
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
                "--base-url",
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
                "--base-url",
                "kds=" + server.address(),
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
        for (String option : List.of("--base-url", "--tls-root", "--pcs-key", "--evaluation", "--cache")) {
            CommandRun run = run("verify", minted.quote(), option, "x");
            assertEquals(64, run.status(), option);
            assertTrue(run.err().contains("without --online"), run.err());
        }
        for (List<String> wrong : List.of(
                List.of("--base-url", "kds=http://kds.example/"),
                List.of("--base-url", "not an address"),
                List.of("--base-url", "ftp=" + server.address()),
                List.of("--tls-root", "none"),
                List.of("--pcs-key", minted.quote().toString()),
                List.of("--pcs-key", "none"),
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

    /** The minted quote with what one service gives, and nothing kept from other runs. */
    private List<Object> asking(String service, String cache) {
        return List.of(
                "verify",
                minted.quote(),
                "--online",
                "--verify-only",
                "--trust-anchor",
                minted.root(),
                "--cache",
                folder.resolve(cache),
                "--base-url",
                service);
    }

    private static Object[] with(List<Object> args, String option, Object value) {
        return Stream.concat(args.stream(), Stream.of(option, value)).toArray();
    }

    @Test
    void aServiceWithACertificateOfItsOwnIsTrustedIfThatIsSaid() throws Exception {
        try (VendorServer tls = VendorServer.startWithTls()) {
            tls.intel().machine(INTEL, QUOTE);
            Path root = Files.write(folder.resolve("tls.der"), tls.tlsCertificate());
            List<Object> args = asking("pccs=" + tls.address(), "cache");
            CommandRun distrusted = run(args.toArray());
            assertEquals(2, distrusted.status());
            assertTrue(distrusted.err().contains("UNTRUSTED_TLS"), distrusted.err());
            Object[] more = with(args, "--tls-root", root);
            assertEquals(0, run(more).status());
        }
    }

    @Test
    void aServiceWithoutTlsFarAwayIsOnlyAskedIfThatIsSaid() {
        CommandRun refused = online("--base-url", "pccs=http://pccs.invalid/");
        assertEquals(64, refused.status());
        assertTrue(refused.err().contains("no TLS"), refused.err());
        CommandRun asked = online("--base-url", "pccs=http://pccs.invalid/", "--plain-http");
        assertEquals(0, asked.status(), "the first service has all");
    }

    @Test
    void aQuoteThatNamesItsPlatformByItsEncryptedIdentityIsVerifiedWithAKeyOrByAPccs() throws Exception {
        var template = INTEL.quoteTemplate(4, INTEL.reportTemplate(TdReportEncoder.Kind.TD_1_0))
                .signatureData(data -> data.certification(3, INTEL.platform().encryptedIdentity(3)));
        TdxEvidence evidence = INTEL.evidence(INTEL.signed(template).encode());
        minted = MintedQuote.of(folder.resolve("encrypted"), evidence);
        server.intel().pckCertificate(INTEL, evidence.quote(), 3);
        CommandRun byPccs = online();
        assertEquals(0, byPccs.status(), byPccs.out() + byPccs.err());

        Path key = Files.writeString(folder.resolve("key"), IntelShelf.KEY + "\n");
        List<Object> args = asking("pcs=" + server.address(), "other");
        CommandRun without = run(args.toArray());
        assertEquals(2, without.status());
        assertTrue(without.err().contains("No PCK certificate"), without.err());
        Object[] more = with(args, "--pcs-key", key);
        CommandRun with = run(more);
        assertEquals(0, with.status(), with.out() + with.err());
        Files.writeString(key, "of another's");
        CommandRun nonsense = run(more);
        assertEquals(64, nonsense.status());
        assertFalse(nonsense.err().contains("another's"), nonsense.err());
    }

    @Test
    void nobodyIsAskedUnlessToldTo() {
        CommandRun run = run("verify", minted.quote(), "--trust-anchor", minted.root());
        assertEquals(2, run.status());
        assertEquals(List.of(), server.requests());
        assertFalse(Files.exists(folder.resolve("cache")));
    }
}
