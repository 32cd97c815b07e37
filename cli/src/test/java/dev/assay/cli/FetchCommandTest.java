package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleItem;
import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.VendorServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {
    private static final TdxSimulator TD = TdxSimulator.create();
    private static final TdxEvidence QUOTE = TD.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
    private static final SnpSimulator GUEST = SnpSimulator.create(AmdProduct.MILAN);
    private static final SnpEvidence REPORT = GUEST.report(5, right -> right);

    @TempDir
    private Path folder = Path.of("");

    private final VendorServer server = VendorServer.start();
    private Path out = Path.of("");
    private int runs;

    @BeforeEach
    void serve() {
        server.intel().machine(TD, QUOTE);
        server.amd().machine(GUEST, REPORT);
        Shipped.write(folder.resolve("quote"), QUOTE.quote());
        Shipped.write(folder.resolve("report"), REPORT.report());
        Shipped.write(folder.resolve("intel.der"), QUOTE.root());
        Shipped.write(folder.resolve("amd.der"), REPORT.root());
        out = folder.resolve("out.json");
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** As on the day for which everything is minted; keeps nothing from one run to the next unless told where. */
    private CommandRun at(Object... args) {
        List<Object> all = new ArrayList<>(List.of(args));
        if (!all.contains("--cache")) {
            runs++;
            all.addAll(List.of("--cache", folder.resolve("cache-" + runs)));
        }
        return run(all.toArray());
    }

    private static CommandRun run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                Stream.of(args).map(Object::toString).toArray(String[]::new),
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Clock.fixed(TdxSimulator.AT, ZoneOffset.UTC)));
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private CommandRun fetch(String evidence, Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("fetch", folder.resolve(evidence), "--out", out, "--base-url", server.address()));
        all.addAll(List.of(more));
        return at(all.toArray());
    }

    private int verify(String root) {
        return CommandRun.of("verify", out, "--trust-anchor", folder.resolve(root), "--crl", "required")
                .status();
    }

    private static Bundle bundle(Path file) throws Exception {
        return Bundle.read(Bytes.copyOf(Files.readAllBytes(file)));
    }

    @Test
    void aQuotesBundleVerifiesWithoutTheNetwork() throws Exception {
        CommandRun run = fetch("quote");
        assertEquals(0, run.status(), run.err());
        assertEquals(4, server.requests().size(), server.requests().toString());
        assertEquals(TdxSimulator.AT, bundle(out).at());
        server.close();
        assertEquals(0, verify("intel.der"));
    }

    @Test
    void aReportsBundleVerifiesWithoutTheNetwork() throws Exception {
        CommandRun run = fetch("report", "--cache", folder.resolve("cache"));
        assertEquals(0, run.status(), run.err());
        assertEquals(0, verify("amd.der"));
        List<String> asked = server.requests();
        assertEquals(0, fetch("report", "--cache", folder.resolve("cache")).status());
        assertEquals(asked, server.requests(), "the second time nobody is asked");
    }

    @Test
    void whatIsGivenIsNotAskedFor() throws Exception {
        Path given = Files.createDirectory(folder.resolve("given"));
        Shipped.write(given.resolve("info.json"), QUOTE.tcbInfo());
        Shipped.write(given.resolve("identity.json"), QUOTE.qeIdentity());
        Shipped.write(given.resolve("pck.crl"), QUOTE.pckCrl());
        Shipped.write(given.resolve("signing.der"), QUOTE.tcbSigningCertificate());
        CommandRun run = fetch("quote", "--endorsements", given);
        assertEquals(0, run.status(), run.err());
        assertEquals(1, server.requests().size(), server.requests().toString());
        List<String> origins = bundle(out).items().stream()
                .map(BundleItem::origin)
                .distinct()
                .sorted()
                .toList();
        assertTrue(origins.containsAll(List.of("identity.json", "info.json", "pck.crl", "signing.der")));
        assertFalse(origins.toString().contains(folder.toString()), "no folder's name is told");
        assertEquals(0, verify("intel.der"));
    }

    @Test
    void aBundleIsRefreshed() throws Exception {
        assertEquals(0, fetch("quote").status());
        int asked = server.requests().size();
        assertEquals(
                0,
                at("fetch", out, "--out", folder.resolve("again"), "--base-url", server.address())
                        .status());
        assertEquals(asked, server.requests().size());
        assertEquals(bundle(out).write(), bundle(folder.resolve("again")).write());
    }

    @Test
    void whatCannotBeHadIsSaidAndTheRestPacked() throws Exception {
        server.breakDown("/tdx/certification/v4/tcb", Fault.status(404));
        CommandRun run = fetch("quote");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("No TCB info"), run.err());
        assertTrue(bundle(out).items().size() >= 4);
        assertEquals(2, verify("intel.der"));
    }

    @Test
    void aFolderGetsFilesWithTellingNames() throws Exception {
        out = Files.createDirectory(folder.resolve("files"));
        CommandRun run = fetch("quote");
        assertEquals(0, run.status(), run.err());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(
                    List.of(
                            "evidence.bin",
                            "identity-td-qe-20.json",
                            "intel-root.crl",
                            "intel-root.der",
                            "pck-platform-ca.crl",
                            "pck-platform-ca.der",
                            "tcb-info-00806f050000-20.json",
                            "tcb-signing.der"),
                    files.map(file -> file.getFileName().toString())
                            .map(name -> name.replaceFirst("tcb-info-[0-9a-f]{12}", "tcb-info-00806f050000"))
                            .sorted()
                            .toList());
        }
        assertEquals(
                0,
                CommandRun.of(
                                "verify",
                                out.resolve("evidence.bin"),
                                "--endorsements",
                                out,
                                "--trust-anchor",
                                folder.resolve("intel.der"),
                                MintedQuote.AT)
                        .status());
    }

    @Test
    void itemsOfOneNameAreCounted() throws Exception {
        out = Files.createDirectory(folder.resolve("files"));
        Path notes = Shipped.write(folder.resolve("a.txt"), "hello".getBytes(StandardCharsets.US_ASCII));
        Path more = Shipped.write(folder.resolve("b.txt"), "world".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                0,
                fetch("report", "--no-crl", "--endorsements", notes, "--endorsements", more)
                        .status());
        assertTrue(Files.exists(out.resolve("other.bin")) && Files.exists(out.resolve("other-2.bin")));
        assertTrue(Files.exists(out.resolve("vcek.der")) && Files.exists(out.resolve("ask-milan.der")));
        assertTrue(Files.exists(out.resolve("ark-milan.der")));
        assertFalse(Files.exists(out.resolve("ark-milan.crl")));
    }

    @Test
    void theCollateralIsWrittenAsDcapQvlHasIt() throws Exception {
        assertEquals(0, fetch("quote", "--dcap-qvl").status());
        assertEquals(
                0,
                CommandRun.of(
                                "verify",
                                folder.resolve("quote"),
                                "--endorsements",
                                out,
                                "--trust-anchor",
                                folder.resolve("intel.der"),
                                MintedQuote.AT)
                        .status());
        CommandRun report = fetch("report", "--dcap-qvl");
        assertEquals(64, report.status());
    }

    @Test
    void endorsementsMayBePackedAlone() throws Exception {
        assertEquals(
                0,
                fetch("quote", "--without-evidence", "--at", "2026-09-02T00:00:00Z")
                        .status());
        assertTrue(bundle(out).evidence().isEmpty());
        assertEquals("2026-09-02T00:00:00Z", bundle(out).at().toString());
    }

    @Test
    void servicesAreNamedByTheirKind() {
        String address = server.address().toString();
        assertEquals(0, fetchFrom("quote", "pccs=" + address).status());
        assertEquals(0, fetchFrom("report", "kds=" + address).status());
        assertEquals(64, fetchFrom("quote", "ftp=" + address).status());
        assertEquals(64, fetchFrom("quote", "http://example.com/").status(), "no TLS");
        assertEquals(64, fetchFrom("quote", "no address").status());
    }

    private CommandRun fetchFrom(String evidence, String base) {
        return at("fetch", folder.resolve(evidence), "--out", out, "--base-url", base);
    }

    @Test
    void aServiceWithACertificateOfItsOwnIsTrustedIfThatIsSaid() {
        try (VendorServer tls = VendorServer.startWithTls()) {
            tls.intel().machine(TD, QUOTE);
            Path root = Shipped.write(folder.resolve("tls.der"), tls.tlsCertificate());
            String base = "pccs=" + tls.address();
            assertEquals(2, fetchFrom("quote", base).status());
            CommandRun run = at("fetch", folder.resolve("quote"), "--out", out, "--base-url", base, "--tls-root", root);
            assertEquals(0, run.status(), run.err());
            assertEquals(
                    64,
                    at("fetch", folder.resolve("quote"), "--out", out, "--tls-root", folder.resolve("report"))
                            .status());
        }
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        assertEquals(64, at("fetch", folder.resolve("quote")).status());
        assertEquals(64, fetch("quote", "--evaluation", "late").status());
        assertEquals(64, fetch("quote", "--evaluation", "0").status());
        assertEquals(64, fetch("quote", "--at", "now").status());
        out = folder.resolve("none/out");
        assertEquals(64, fetch("quote").status());
        out = Files.createDirectory(folder.resolve("files"));
        assertEquals(64, fetch("quote", "--dcap-qvl").status());
    }
}
