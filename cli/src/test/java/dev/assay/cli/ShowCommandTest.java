package dev.assay.cli;

import static dev.assay.cli.Shipped.QUOTE;
import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.bytes;
import static dev.assay.cli.Shipped.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    @Test
    void explainsAReportToAPerson() {
        CommandRun run = CommandRun.of("show", REPORT);
        assertEquals(CommandRun.golden("show-report.txt"), run.out());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @Test
    void givesAReportToAProgram() {
        CommandRun run = CommandRun.of("show", REPORT, "--json");
        assertEquals(CommandRun.golden("show-report.json"), run.out());
        assertEquals(0, run.status());
    }

    @Test
    void tellsAProgramWhatIsMalformed(@TempDir Path folder) throws IOException {
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(Files.readAllBytes(REPORT), 1183));
        CommandRun run = CommandRun.of("show", cut, "--json");
        assertEquals(3, run.status());
        assertEquals("\"malformed\"", run.json("/verdict").replaceAll("^([^\"].*)$", "\"$1\""));
        assertEquals("truncated", run.json("/reason").replace("\"", ""));
    }

    @Test
    void saysThatNothingIsAuthenticated() {
        assertEquals("false", CommandRun.of("show", QUOTE, "--json").json("/authenticated"));
        assertTrue(CommandRun.of("show", QUOTE)
                .out()
                .lines()
                .toList()
                .get(1)
                .startsWith("Nothing below is authenticated"));
    }

    @Test
    void explainsAQuote() {
        CommandRun run = CommandRun.of("show", QUOTE);
        assertEquals("Intel TDX quote", run.firstLine());
        assertTrue(run.out().contains("SEPT_VE_DISABLE"), run.out());
        assertEquals(0, run.status());
    }

    @Test
    void keepsLongHexadecimalInOneColumnOf64Digits() {
        List<String> lines = CommandRun.of("show", QUOTE).out().lines().toList();
        int mrtd = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("  MRTD "))
                .findFirst()
                .orElseThrow());
        String first = lines.get(mrtd);
        String second = lines.get(mrtd + 1);
        int column = first.length() - 64;
        assertTrue(first.substring(column).matches("[0-9a-f]{64}"), first);
        assertTrue(second.substring(0, column).isBlank(), second);
        assertTrue(second.substring(column).matches("[0-9a-f]{32}"), second);
    }

    @Test
    void takesEveryEncodingAndStandardInputForTheSame(@TempDir Path folder) {
        String expected = CommandRun.of("show", REPORT).out();
        byte[] raw = bytes(REPORT);
        byte[] hex = HexFormat.of().formatHex(raw).getBytes(StandardCharsets.US_ASCII);
        byte[] mime = Base64.getMimeEncoder().encode(raw);
        byte[] url = Base64.getUrlEncoder().withoutPadding().encode(raw);
        for (byte[] form : List.of(raw, hex, mime, url)) {
            assertEquals(expected, CommandRun.withInput(form, "show", "-").out());
            assertEquals(
                    expected,
                    CommandRun.of("show", write(folder.resolve("form"), form)).out());
        }
    }

    @Test
    void refusesTextThatIsNoEvidence() {
        CommandRun run = CommandRun.withInput("hello, world".getBytes(StandardCharsets.US_ASCII), "show", "-");
        assertEquals(3, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("[bad-text]"), run.err());
    }

    @Test
    void refusesReservedBytesUnlessLenient() {
        byte[] report = Shipped.reportWith(0x4C, 1);
        CommandRun strict = CommandRun.withInput(report, "show", "-");
        assertEquals(3, strict.status());
        assertTrue(strict.err().contains("0x4c"), strict.err());

        CommandRun lenient = CommandRun.withInput(report, "show", "-", "--lenient");
        assertEquals(0, lenient.status());
        List<String> lines = lenient.out().lines().toList();
        assertEquals("NOT WELL-FORMED. Verification refuses this evidence, because of", lines.get(3));
        assertTrue(lines.get(4).contains("reserved-not-zero"), lines.get(4));
    }

    @Test
    void listsInJsonWhatLenientDecodingLetPass() {
        CommandRun run = CommandRun.withInput(Shipped.reportWith(0x4C, 1), "show", "-", "--lenient", "--json");
        assertEquals("reserved-not-zero", run.json("/irregularities/0/reason"));
        assertEquals("76", run.json("/irregularities/0/offset"));
    }

    @Test
    void showsTheCertificateTableThatFollowsOrComesSeparately(@TempDir Path folder) {
        Path table = write(folder.resolve("auxblob"), Shipped.vcekTable());
        CommandRun separate = CommandRun.of("show", REPORT, "--certificates", table);
        CommandRun following = CommandRun.withInput(Shipped.join(bytes(REPORT), Shipped.vcekTable()), "show", "-");
        assertEquals(0, separate.status());
        assertEquals(following.out(), separate.out());
        assertTrue(separate.out().contains("63da758d-e664-4564-adc5-f4b93be8accd VCEK, 1360 bytes at offset 48"));
        assertFalse(CommandRun.of("show", REPORT).out().contains("Certificate table"));
    }

    @Test
    void refusesACertificateTableThatDoesNotBelong(@TempDir Path folder) {
        Path table = write(folder.resolve("auxblob"), Shipped.vcekTable());
        assertEquals(64, CommandRun.of("show", QUOTE, "--certificates", table).status());
        assertEquals(
                64,
                CommandRun.withInput(
                                Shipped.join(bytes(REPORT), Shipped.vcekTable()), "show", "-", "--certificates", table)
                        .status());
        assertEquals(3, CommandRun.of("show", REPORT, "--certificates", REPORT).status());
    }
}
