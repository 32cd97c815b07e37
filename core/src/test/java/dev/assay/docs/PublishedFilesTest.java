package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.assay.Verifier;
import dev.assay.testvectors.amd.SnpSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has nothing but a jar has the licence, and what says where its content is from. */
class PublishedFilesTest {
    @ParameterizedTest
    @ValueSource(classes = {Verifier.class, SnpSimulator.class})
    void eachJarHasTheLicence(Class<?> inside) throws IOException {
        assertEquals(ProjectFiles.read("LICENSE"), published(inside, "META-INF/LICENSE"));
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/NOTICE, testvectors/vectors/NOTICE",
        "dev/assay/testvectors/vectors/NOTICE, testvectors/vectors/NOTICE",
        "dev/assay/testvectors/README.md, testvectors/README.md",
        "dev/assay/testvectors/PROVENANCE.md, testvectors/PROVENANCE.md"
    })
    void theVectorsComeWithTheirDocuments(String name, String source) throws IOException {
        assertEquals(ProjectFiles.read(source), published(SnpSimulator.class, name));
    }

    /** From the jar, or the folder that becomes it, that a class is in, and from nowhere else. */
    private static String published(Class<?> inside, String name) throws IOException {
        URL[] place = {inside.getProtectionDomain().getCodeSource().getLocation()};
        try (URLClassLoader only = new URLClassLoader(place, null);
                InputStream in = only.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
