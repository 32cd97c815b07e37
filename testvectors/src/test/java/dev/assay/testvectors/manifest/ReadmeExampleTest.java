package dev.assay.testvectors.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example in the README, compiled and run, with a stand-in for the reader's own verifier. */
class ReadmeExampleTest {
    private static final class MyParseException extends Exception {
        private static final long serialVersionUID = 1L;

        MyParseException(String message) {
            super(message);
        }
    }

    private record MyReport(int vmpl) {
        static MyReport parse(byte[] bytes) throws MyParseException {
            if (bytes.length != 1184) {
                throw new MyParseException("not a report");
            }
            return new MyReport(bytes[0x30]);
        }
    }

    private static final class MyVerifier {
        boolean verify(MyReport report, Endorsements endorsements, @Nullable Instant at) {
            return report.vmpl() < 0 && endorsements.trustAnchors() != null && at != null;
        }
    }

    private final MyVerifier myVerifier = new MyVerifier();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private void example() throws ManifestException, InterruptedException {
        Subject subject = vector -> {
            MyReport report;
            try {
                report = MyReport.parse(vector.evidence().bytes());
            } catch (MyParseException e) {
                return Outcome.malformed("parsing refused it");
            }
            OutcomeBuilder outcome = Outcome.decoded(Map.of("vmpl", report.vmpl()));
            if (!vector.decodingOnly()) {
                boolean good = myVerifier.verify(report, vector.endorsements(), vector.at());
                outcome.conclusion(good ? Conclusion.VERIFIED : Conclusion.REJECTED);
            }
            return outcome.build();
        };
        Manifest manifest = Manifest.load(Path.of("vectors/snp/real.json"));
        RunReport report = Runner.of(subject).threads(4).run(List.of(manifest));
        report.failures().forEach(failure -> out.println(failure.description()));
        out.println(report.summary());
    }

    @Test
    void itRunsAndCountsEveryVector() throws Exception {
        example();
        // A verifier that only ever says no passes those that ask for nothing else.
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.endsWith("6 passed, 7 failed\n"), text);
    }

    @Test
    void itIsWhatTheReadmeShows() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        List<String> shown = readme.substring(readme.indexOf("    Subject subject"))
                .lines()
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        String source =
                Files.readString(Path.of("src/test/java/dev/assay/testvectors/manifest/ReadmeExampleTest.java"));
        List<String> compiled = source.substring(source.indexOf("        Subject subject"))
                .lines()
                .limit(shown.size())
                .map(String::strip)
                .toList();
        assertEquals(shown, compiled);
        assertTrue(shown.size() > 10);
    }
}
