package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The document on testing a service shows code that is compiled and run here: {@link Gate}, {@link GateTest} and
 * {@link GatePropertiesTest}. */
class GateDocumentTest {
    private static final String DOCUMENT = "docs/testing-your-service.md";
    private static final String SOURCES = "core/src/test/java/dev/assay/docs/";

    @Test
    void theServiceIsShownWhole() throws IOException {
        String source = ProjectFiles.read(SOURCES + "Gate.java");
        assertShown(source.substring(source.indexOf("final class")));
    }

    @Test
    void theTestIsShownFromItsExtensionOn() throws IOException {
        String source = ProjectFiles.read(SOURCES + "GateTest.java");
        assertShown(source.substring(source.indexOf("@ExtendWith")));
    }

    @Test
    void thePropertyIsShown() throws IOException {
        String source = ProjectFiles.read(SOURCES + "GatePropertiesTest.java");
        int start = source.indexOf("    @Property(tries = 50)\n    void nothingAlteredIsAdmitted");
        int end = source.indexOf("    @Provide\n    Arbitrary<SnpEvidence> reports()");
        assertShown(source.substring(start, end).stripTrailing() + "\n");
    }

    private static void assertShown(String code) throws IOException {
        assertTrue(
                ProjectFiles.read(DOCUMENT).contains("```java\n" + code + "```\n"), () -> DOCUMENT + " lacks\n" + code);
    }
}
