package dev.assay.cli;

import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.bytes;
import static dev.assay.cli.Shipped.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.Bundle;
import dev.assay.model.Bytes;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyBundleTest {
    private static final Bundle WHOLE = Bundle.at(Instant.parse("2026-09-01T00:00:00Z"))
            .evidence(Bytes.copyOf(bytes(REPORT)))
            .add("vcek.der", Bytes.copyOf(bytes(VCEK)))
            .build();

    @TempDir
    private Path folder = Path.of("");

    private Path file(Bundle bundle) {
        return write(folder.resolve("bundle.json"), bundle.write().toArray());
    }

    @Test
    void aBundleAloneIsVerifiedForItsOwnTime() {
        CommandRun run = CommandRun.of("verify", file(WHOLE), "--json");
        assertEquals(0, run.status(), run.err());
        assertEquals("2026-09-01T00:00:00Z", run.json("/at"));
        assertEquals("verified", run.json("/verdict"));
    }

    @Test
    void aTimeThatIsSaidGoesBeforeTheBundles() {
        CommandRun run = CommandRun.of("verify", file(WHOLE), "--at", "2019-01-01T00:00:00Z", "--json");
        assertEquals("2019-01-01T00:00:00Z", run.json("/at"));
        assertTrue(run.status() != 0);
    }

    @Test
    void aBundleIsReadFromStandardInputToo() {
        assertEquals(
                0, CommandRun.withInput(WHOLE.write().toArray(), "verify", "-").status());
    }

    @Test
    void theEndorsementsOfABundleVouchForEvidenceInAnotherFile() {
        Bundle carried = Bundle.at(WHOLE.at()).addItems(WHOLE).build();
        assertEquals(
                0,
                CommandRun.of("verify", REPORT, "--endorsements", file(carried), Shipped.AT)
                        .status());
        assertEquals(
                0,
                CommandRun.of("verify", REPORT, "--endorsements", folder, Shipped.AT)
                        .status());
    }

    @Test
    void theEvidenceOfABundleOfEndorsementsIsNotLookedAt() {
        Bundle other = Bundle.at(WHOLE.at())
                .evidence(Bytes.copyOf(new byte[] {1}))
                .addItems(WHOLE)
                .build();
        assertEquals(
                0,
                CommandRun.of("verify", REPORT, "--endorsements", file(other), Shipped.AT)
                        .status());
    }

    @Test
    void endorsementsBesideABundleCount() {
        Bundle bare =
                Bundle.at(WHOLE.at()).evidence(WHOLE.evidence().orElseThrow()).build();
        assertEquals(1, CommandRun.of("verify", file(bare)).status() == 0 ? 0 : 1);
        assertEquals(
                0, CommandRun.of("verify", file(bare), "--endorsements", VCEK).status());
    }

    @Test
    void aBundleIsShownAsItsEvidence() {
        assertEquals(
                CommandRun.of("show", REPORT).out(),
                CommandRun.of("show", file(WHOLE)).out());
    }

    @Test
    void aDamagedBundleIsMalformed() {
        byte[] damaged = new String(WHOLE.write().toArray(), java.nio.charset.StandardCharsets.US_ASCII)
                .replaceFirst("\"bytes\":\".", "\"bytes\":\"B")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path file = write(folder.resolve("damaged"), damaged);
        CommandRun run = CommandRun.of("verify", file, "--json");
        assertEquals(3, run.status());
        assertEquals("invalid-bundle", run.json("/reason"));
        assertTrue(run.err().contains("evidence.sha256"), run.err());
        CommandRun other = CommandRun.of("verify", REPORT, "--endorsements", file, Shipped.AT);
        assertEquals(64, other.status());
        assertTrue(other.err().contains("evidence.sha256"), other.err());
    }

    @Test
    void aBundleWithoutEvidenceCannotStandForIt() {
        CommandRun run = CommandRun.of("verify", file(Bundle.at(WHOLE.at()).build()));
        assertEquals(3, run.status());
        assertTrue(run.err().contains("--endorsements"), run.err());
    }

    @Test
    void aCertificateTableBesideABundleIsTooMuch() {
        assertEquals(
                64, CommandRun.of("verify", file(WHOLE), "--certificates", VCEK).status());
    }

    @Test
    void malformedEvidenceInABundleIsMalformed() {
        Bundle junk = Bundle.at(WHOLE.at())
                .evidence(Bytes.copyOf(new byte[] {1, 2, 3}))
                .build();
        assertEquals(3, CommandRun.of("verify", file(junk)).status());
    }

    @Test
    void aPolicyIsDraftedFromABundleAlone() {
        CommandRun run = CommandRun.of("policy", "from", file(WHOLE));
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("measurement"), run.out());
    }
}
