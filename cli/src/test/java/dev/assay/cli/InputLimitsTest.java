package dev.assay.cli;

import static dev.assay.cli.Shipped.REPORT;
import static dev.assay.cli.Shipped.VCEK;
import static dev.assay.cli.Shipped.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.EvidenceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputLimitsTest {
    @Test
    void readsNoMoreOfAnEndlessInputThanItTakesToRefuseIt() {
        Endless input = new Endless();
        CommandRun run = CommandRun.withInput(input, "show", "-");
        assertEquals(3, run.status());
        assertTrue(run.err().contains("[too-large]"), run.err());
        assertTrue(run.err().contains("at most 4194304 bytes are looked at, and there are more"), run.err());
        assertEquals(EvidenceText.LARGEST + 1L, input.read);
    }

    @Test
    void doesNotReadStandardInputUnlessAsked() {
        Endless input = new Endless();
        CommandRun.withInput(input, "show", REPORT);
        assertEquals(0, input.read);
    }

    @Test
    void refusesAFolderOfTooManyFiles(@TempDir Path folder) throws IOException {
        for (int i = 0; i < EndorsementFiles.MOST; i++) {
            Files.createFile(folder.resolve("f" + i));
        }
        assertTrue(CommandRun.of("verify", REPORT, Shipped.AT, "--endorsements", folder)
                .out()
                .startsWith("REJECTED"));
        Files.createFile(folder.resolve("one more"));
        CommandRun run = CommandRun.of("verify", REPORT, Shipped.AT, "--endorsements", folder);
        assertEquals(64, run.status());
        assertTrue(run.err().contains("more than 1000 files"), run.err());
    }

    @Test
    void refusesAnEndorsementThatIsTooLarge(@TempDir Path folder) {
        Path file = write(folder.resolve("large"), new byte[EndorsementFiles.LARGEST + 1]);
        CommandRun run = CommandRun.of("verify", REPORT, Shipped.AT, "--endorsements", file);
        assertEquals(64, run.status());
        assertTrue(run.err().contains("larger than"), run.err());
    }

    @Test
    void refusesEndorsementsThatAreTooLargeTogether(@TempDir Path folder) {
        for (int i = 0; i < 9; i++) {
            write(folder.resolve("large" + i), new byte[EndorsementFiles.LARGEST]);
        }
        CommandRun run = CommandRun.of("verify", REPORT, Shipped.AT, "--endorsements", folder, "--endorsements", VCEK);
        assertEquals(64, run.status());
        assertTrue(run.err().contains("in all"), run.err());
    }

    /** Zeros without end. */
    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 0;
        }

        @Override
        public int read(byte[] target, int start, int count) {
            read += count;
            return count;
        }
    }
}
