package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.Bundle;
import dev.assay.model.Bytes;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReappraiseCommandTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final TdxEvidence QUOTE = MACHINE.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
    private static final Bundle BUNDLE = Bundle.at(TdxSimulator.AT)
            .evidence(Bytes.copyOf(QUOTE.quote()))
            .add("tcb-info.json", Bytes.copyOf(QUOTE.tcbInfo()))
            .add("identity.json", Bytes.copyOf(QUOTE.qeIdentity()))
            .add("pck.crl", Bytes.copyOf(QUOTE.pckCrl()))
            .add("root.crl", Bytes.copyOf(QUOTE.rootCrl()))
            .add("signing.der", Bytes.copyOf(QUOTE.tcbSigningCertificate()))
            .build();

    @TempDir
    private Path top = Path.of("");

    private Path folder = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void store() throws IOException {
        folder = top.resolve("stored");
        Files.createDirectories(folder.resolve("b"));
        out = top.resolve("out.jsonl");
        Shipped.write(top.resolve("root.der"), QUOTE.root());
        for (String name : List.of("a", "b/1", "b/2", "c")) {
            Shipped.write(folder.resolve(name), BUNDLE.write().toArray());
        }
    }

    private CommandRun run(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("reappraise", folder, "--trust-anchor", top.resolve("root.der"), MintedQuote.AT));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private static List<JsonNode> lines(String text) {
        return text.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static String column(String text, String pointer) {
        return lines(text).stream().map(line -> line.at(pointer).asString("-")).collect(Collectors.joining(" "));
    }

    private Path recovery() {
        return Shipped.write(
                top.resolve("newer.json"),
                MACHINE.tcbInfo(info -> info.evaluationNumber(21).level(0, level -> level.withStatus("OutOfDate")))
                        .signedTcbInfo()
                        .encode());
    }

    @Test
    void everyBundleHasItsLineInTheOrderOfNames() {
        CommandRun run = run();
        assertEquals(0, run.status(), run.err());
        assertEquals("run bundle bundle bundle bundle summary", column(run.out(), "/type"));
        assertEquals("- a b/1 b/2 c -", column(run.out(), "/id"));
        assertEquals("- pass pass pass pass -", column(run.out(), "/after/verdict"));
        assertEquals("- false false false false 0", column(run.out(), "/changed"));
        assertTrue(run.err().startsWith("assay: 4 bundles: 4 pass, "), run.err());
    }

    @Test
    void aRecoveryIsReportedWithItsReason() {
        CommandRun run = run("--endorsements", recovery());
        assertEquals(1, run.status());
        assertEquals("- pass pass pass pass -", column(run.out(), "/before/verdict"));
        assertEquals("- fail fail fail fail -", column(run.out(), "/after/verdict"));
        assertEquals("OutOfDate", lines(run.out()).get(1).at("/after/tcbStatus").asString());
        assertEquals(
                "policy.tcb-status",
                lines(run.out()).get(1).at("/reasons/0/code").asString());
        assertEquals(4, lines(run.out()).get(5).at("/lost").asInt());
        assertEquals(
                4, lines(run.out()).get(5).at("/codesAdded/policy.tcb-status").asInt());
    }

    @Test
    void anotherPolicyIsApplied() {
        Path policy = Shipped.write(
                top.resolve("policy.json"),
                ("{\"id\":\"p\",\"version\":\"1\",\"reportData\":\"any\",\"trustAnchors\":\"any\",\"tdx\":{\"mrTd\":[\""
                                + "ab".repeat(48) + "\"]}}")
                        .getBytes(StandardCharsets.US_ASCII));
        CommandRun run = run("--policy", policy);
        assertEquals(1, run.status(), run.err());
        assertEquals("p", lines(run.out()).get(0).at("/policy/id").asString());
        assertEquals(
                "policy.mr-td", lines(run.out()).get(1).at("/after/codes/0").asString());
        Shipped.write(policy, new byte[] {'{'});
        assertEquals(64, run("--policy", policy).status());
    }

    @Test
    void theStatusIsThatOfTheWorst() throws IOException {
        CommandRun ended = CommandRun.of(
                "reappraise", folder, "--trust-anchor", top.resolve("root.der"), "--at", "2036-09-01T00:00:00Z");
        assertEquals(2, ended.status(), ended.out());
        Files.writeString(folder.resolve("d"), "junk");
        CommandRun junk = run();
        assertEquals(3, junk.status());
        assertEquals("- - - - - bundle.invalid -", column(junk.out(), "/fault"));
        assertEquals(1, run("--endorsements", recovery()).status());
    }

    @Test
    void withoutTheRootNothingPasses() {
        CommandRun run = CommandRun.of("reappraise", folder, MintedQuote.AT);
        assertEquals(1, run.status());
        assertEquals("- rejected rejected rejected rejected -", column(run.out(), "/after/verdict"));
    }

    @Test
    void bundlesComeFromStandardInputOneALine() throws IOException {
        byte[] two = Shipped.join(BUNDLE.write().toArray(), BUNDLE.write().toArray());
        CommandRun run =
                CommandRun.withInput(two, "reappraise", "-", "--trust-anchor", top.resolve("root.der"), MintedQuote.AT);
        assertEquals(0, run.status(), run.err());
        assertEquals("- line 1 line 2 -", column(run.out(), "/id"));
    }

    @Test
    void theFileHoldsWhatStandardOutputWould() throws IOException {
        CommandRun run = run("--out", out);
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(run().out(), Files.readString(out));
        assertEquals(run("--threads", "1").out(), Files.readString(out));
    }

    @Test
    void aRunThatWasCutOffAnywhereIsTakenUpAndComesToTheSame() throws IOException {
        run("--out", out);
        byte[] whole = Files.readAllBytes(out);
        for (int length = 0; length <= whole.length; length += 211) {
            Files.write(out, java.util.Arrays.copyOf(whole, length));
            CommandRun again = run("--out", out, "--resume");
            assertEquals(0, again.status(), again.err());
            assertEquals(new String(whole, StandardCharsets.US_ASCII), Files.readString(out), "cut at " + length);
            assertTrue(again.err().startsWith("assay: 4 bundles: 4 pass, "), again.err());
        }
    }

    @Test
    void zerosThatACrashLeftBehindAreOverwritten() throws IOException {
        run("--out", out);
        String whole = Files.readString(out);
        int third = whole.indexOf("\"b/2\"");
        Files.writeString(out, whole.substring(0, third) + "\0".repeat(500) + "\n" + "\0".repeat(9));
        assertEquals(0, run("--out", out, "--resume").status());
        assertEquals(whole, Files.readString(out));
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws IOException {
        run("--out", out);
        String whole = Files.readString(out);
        Files.delete(folder.resolve("a"));
        Files.writeString(folder.resolve("b/1"), "junk");
        Files.writeString(out, whole.substring(0, whole.indexOf("\"b/2\"")));
        assertEquals(0, run("--out", out, "--resume").status());
        assertEquals(whole, Files.readString(out));
    }

    @Test
    void aFinishedRunIsSummedUpAgain() throws IOException {
        CommandRun first = run("--out", out, "--endorsements", recovery());
        Files.delete(folder.resolve("a"));
        CommandRun again = run("--out", out, "--resume", "--endorsements", recovery());
        assertEquals(first, again);
    }

    @Test
    void aRunGoesOnForTheTimeThatItBeganWith() throws IOException {
        run("--out", out);
        String whole = Files.readString(out);
        Files.writeString(out, whole.substring(0, whole.indexOf("\"b/2\"")));
        CommandRun again = CommandRun.of(
                "reappraise", folder, "--trust-anchor", top.resolve("root.der"), "--out", out, "--resume");
        assertEquals(0, again.status(), again.err());
        assertEquals(whole, Files.readString(out));
    }

    @Test
    void aRunIsNotTakenUpByOneThatJudgesOtherwise() throws IOException {
        run("--out", out);
        String whole = Files.readString(out);
        for (Object[] other : List.of(
                new Object[] {"--endorsements", recovery()},
                new Object[] {"--crl", "off"},
                new Object[] {"--grace", "P1D"},
                new Object[] {"--allow-masked-chip-id"})) {
            List<Object> all = new ArrayList<>(List.of(other));
            all.addAll(List.of("--out", out, "--resume"));
            CommandRun run = run(all.toArray());
            assertEquals(64, run.status());
            assertTrue(run.err().contains("judged otherwise"), run.err());
        }
        CommandRun later = CommandRun.of(
                "reappraise",
                folder,
                "--trust-anchor",
                top.resolve("root.der"),
                "--out",
                out,
                "--resume",
                "--at",
                "2026-09-02T00:00:00Z");
        assertEquals(64, later.status());
        assertEquals(whole, Files.readString(out));
    }

    @Test
    void anotherFileIsNeverWrittenOver() throws IOException {
        Files.writeString(out, "precious\n");
        assertEquals(64, run("--out", out).status());
        CommandRun resumed = run("--out", out, "--resume");
        assertEquals(64, resumed.status());
        assertTrue(resumed.err().contains("no output of reappraise"), resumed.err());
        assertEquals("precious\n", Files.readString(out));
    }

    /** Such a file looks like a run whose first line was cut off. */
    @Test
    void anotherFileWithoutALineEndIsNotTakenForATornRun() throws IOException {
        for (String precious : List.of("precious", "{\"type\":\"ruined\"}", "{\"type\": \"run\"}", "{\"t!")) {
            Files.writeString(out, precious);
            assertEquals(64, run("--out", out, "--resume").status(), precious);
            assertEquals(precious, Files.readString(out));
        }
    }

    @Test
    void aRunThatWasCutOffInItsFirstLineBeginsAnew() throws IOException {
        String whole = run().out();
        for (String left : List.of("", "{\"ty", whole.substring(0, 40), "\0\0\0\0")) {
            Files.writeString(out, left);
            run("--out", out, "--resume");
            assertEquals(whole, Files.readString(out));
        }
    }

    @Test
    void aLastLineThatNamesNoBundleIsSaidToBeWrong() throws IOException {
        run("--out", out);
        List<String> lines = Files.readAllLines(out);
        for (String id : List.of("../elsewhere", "/etc/passwd", "a//b", ".", "%zz", "%C3%A4/", "\\u0000", "x%2Fy")) {
            String line =
                    lines.get(1).replaceFirst("\"id\":\"[^\"]*\"", Matcher.quoteReplacement("\"id\":\"" + id + "\""));
            Files.writeString(out, lines.get(0) + "\n" + line + "\n");
            CommandRun run = run("--out", out, "--resume");
            assertEquals(64, run.status(), id + run.err());
        }
    }

    @Test
    void twoRunsDoNotWriteOneFile() throws IOException {
        try (FileChannel channel = FileChannel.open(out, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.lock();
            CommandRun run = run("--out", out, "--resume");
            assertEquals(64, run.status());
            assertTrue(run.err().contains("another run"), run.err());
        }
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        assertEquals(64, CommandRun.of("reappraise", top.resolve("none")).status());
        assertEquals(64, CommandRun.of("reappraise", folder.resolve("a")).status());
        assertEquals(64, run("--resume").status());
        assertEquals(64, run("--threads", "0").status());
        assertEquals(64, run("--threads", "many").status());
        assertEquals(64, run("--out", folder.resolve("out")).status());
        assertFalse(Files.exists(folder.resolve("out")));
        assertEquals(64, run("--out", top.resolve("none/out")).status());
        Path junk = Shipped.write(top.resolve("junk"), new byte[] {1});
        assertEquals(64, run("--endorsements", junk).status());
        Path empty = Files.createDirectory(top.resolve("empty"));
        assertEquals(64, CommandRun.of("reappraise", empty).status());
        assertEquals(64, CommandRun.of("reappraise", "-").status());
    }
}
