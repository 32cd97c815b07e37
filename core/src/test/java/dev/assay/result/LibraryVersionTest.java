package dev.assay.result;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LibraryVersionTest {
    @Test
    void itIsTheVersionOfTheBuild() throws Exception {
        Path folder = Path.of("").toAbsolutePath();
        Path pom = Files.exists(folder.resolve("core/pom.xml"))
                ? folder.resolve("core/pom.xml")
                : folder.resolve("pom.xml");
        assertTrue(Files.readString(pom).contains("<version>" + LibraryVersion.CURRENT + "</version>"));
    }
}
