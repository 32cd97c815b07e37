package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.Product;
import dev.assay.verify.NotVerifiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The README's example is {@link GuestCheck}, and does what it says. */
class ReadmeExampleTest {
    private static final String VECTORS = "testvectors/vectors/snp/real/";
    private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

    /** Cut from the report at 0x50 and 0x90 with another tool. */
    private static final byte[] NONCE = HexFormat.of()
            .parseHex("d447b55d197491bfe15cf298f9de9986b7a7c4be2468b4f6e2d53b71d7c64581"
                    + "0b0f2cdfca0040433be063fc1a8293f0f3f8dae7b79fecb3d1cd82bd6a93ebfd");

    private static final byte[] MEASUREMENT = HexFormat.of()
            .parseHex("7a1e5c266c0108dbc9bb94fa926951320940915d0aafb42464bd88b579ea158d"
                    + "3e1a0dc39b2c60bd95b9c480cd81841f");

    @Test
    void theReadmeHasExactlyThisExample() throws IOException {
        String source = ProjectFiles.read("core/src/test/java/dev/assay/docs/GuestCheck.java");
        String example = source.substring(source.indexOf("import "));
        assertTrue(
                ProjectFiles.read("README.md").contains("```java\n" + example + "```\n"),
                "README.md must contain GuestCheck.java from its first import on");
    }

    @Test
    void theReadmeNamesEvidenceThatIsThere() throws IOException {
        String readme = ProjectFiles.read("README.md");
        for (String file : new String[] {"milan-v2.report.bin", "milan-v2.vcek.der"}) {
            assertTrue(readme.contains(VECTORS + file));
            assertTrue(Files.exists(ProjectFiles.root().resolve(VECTORS + file)));
        }
    }

    @Test
    void itAcceptsTheGuestThatIsExpected() throws Exception {
        assertEquals(
                Product.MILAN,
                new GuestCheck().check(report(), vcek(), NONCE, MEASUREMENT, AT).product());
    }

    @Test
    void itRefusesAnotherNonceAndAnotherMeasurement() throws IOException {
        byte[] report = report();
        byte[] vcek = vcek();
        GuestCheck check = new GuestCheck();
        assertThrows(SecurityException.class, () -> check.check(report, vcek, new byte[64], MEASUREMENT, AT));
        assertThrows(SecurityException.class, () -> check.check(report, vcek, NONCE, new byte[48], AT));
    }

    @Test
    void itRefusesAnAlteredReportAndNoReport() throws IOException {
        byte[] altered = report();
        byte[] vcek = vcek();
        altered[0x90] ^= 1;
        GuestCheck check = new GuestCheck();
        NotVerifiedException refused =
                assertThrows(NotVerifiedException.class, () -> check.check(altered, vcek, NONCE, MEASUREMENT, AT));
        assertFalse(refused.findings().isEmpty());
        assertThrows(MalformedEvidenceException.class, () -> check.check(new byte[3], vcek, NONCE, MEASUREMENT, AT));
    }

    private static byte[] report() throws IOException {
        return Files.readAllBytes(ProjectFiles.root().resolve(VECTORS + "milan-v2.report.bin"));
    }

    private static byte[] vcek() throws IOException {
        return Files.readAllBytes(ProjectFiles.root().resolve(VECTORS + "milan-v2.vcek.der"));
    }
}
