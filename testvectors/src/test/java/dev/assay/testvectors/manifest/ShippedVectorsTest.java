package dev.assay.testvectors.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors in the jar obey the format, say what the bytes say, and are accounted for. */
class ShippedVectorsTest {
    private static Path folder() throws Exception {
        URL schema = ShippedVectorsTest.class.getResource("/dev/assay/testvectors/vectors/manifest.schema.json");
        return present(Path.of(present(schema).toURI()).toAbsolutePath().getParent());
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("is missing");
        }
        return value;
    }

    private static List<Vector> vectors(String manifest) throws Exception {
        return Manifest.load(folder().resolve(manifest)).entries().stream()
                .map(entry -> assertInstanceOf(Vector.class, entry))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"snp/real.json", "tdx/real.json"})
    void everyVectorCanRunAndHasANameOfItsOwn(String manifest) throws Exception {
        Set<String> names = new HashSet<>();
        for (Vector vector : vectors(manifest)) {
            assertTrue(names.add(vector.id()), vector.id());
        }
        assertTrue(names.size() > 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snp/real.json", "tdx/real.json"})
    void expectedFieldsAreWhatStandsInTheBytes(String manifest) throws Exception {
        int compared = 0;
        for (Vector vector : vectors(manifest)) {
            Expectation fieldsOnly = new Expectation(
                    null, vector.expect().fields(), null, null, null, TcbFacts.UNKNOWN, null, List.of());
            assertEquals(List.of(), Judge.compare(fieldsOnly, new FieldCutter().run(vector)), vector.id());
            compared += fieldsOnly.fields().size();
        }
        assertTrue(compared > 10);
    }

    @Test
    void theVectorsAboutDecodingPassWithASubjectThatOnlyKnowsOffsets() throws Exception {
        RunReport report = Runner.of(new FieldCutter()).run(List.of(Manifest.load(folder().resolve("tdx/real.json"))));
        assertEquals("4 passed, 0 failed", report.summary());
    }

    @Test
    void theTimesAroundTheCertificatesValidityAreOnTheSidesTheySay() throws Exception {
        X509Certificate vcek = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Files.readAllBytes(folder().resolve("snp/real/milan-v2.vcek.der"))));
        Instant start = vcek.getNotBefore().toInstant();
        Instant end = vcek.getNotAfter().toInstant();
        assertEquals(Instant.parse("2023-04-03T19:23:43Z"), start);
        for (Vector vector : vectors("snp/real.json")) {
            Instant at = present(vector.at());
            boolean inside = !at.isBefore(start) && !at.isAfter(end);
            boolean named =
                    vector.id().contains("before-not-before") || vector.id().contains("after-not-after");
            assertEquals(!named, inside, vector.id());
        }
    }

    @Test
    void everyRealFileIsInTheProvenanceTableWithItsDigestAndIsUsed() throws Exception {
        String table = Files.readString(Path.of("PROVENANCE.md"));
        String manifests = Files.readString(folder().resolve("snp/real.json"))
                + Files.readString(folder().resolve("tdx/real.json"));
        int files = 0;
        for (String real : List.of("snp/real", "tdx/real")) {
            try (Stream<Path> list = Files.list(folder().resolve(real))) {
                for (Path file : list.toList()) {
                    String name = real + "/" + file.getFileName();
                    String digest = HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
                    assertTrue(table.contains("| `" + name + "` | `" + digest + "` |"), name);
                    assertTrue(manifests.contains("\"" + name + "\""), name);
                    files++;
                }
            }
        }
        assertEquals(6, files);
        assertEquals(6, table.lines().filter(line -> line.startsWith("| `")).count());
    }

    @Test
    void theSchemaNamesExactlyTheMembersThatTheLoaderTakes() throws Exception {
        String text = Files.readString(folder().resolve("manifest.schema.json"), StandardCharsets.UTF_8);
        Json definitions = present(new Json("", text).members().get("$defs"));
        assertEquals(VectorReader.MEMBERS, properties(definitions, "vector"));
        assertEquals(VectorReader.OPTION_MEMBERS, properties(definitions, "options"));
        assertEquals(ExpectationReader.MEMBERS, properties(definitions, "expect"));
        assertEquals(EndorsementsReader.SNP_MEMBERS, properties(definitions, "snpEndorsements"));
        assertEquals(EndorsementsReader.TDX_MEMBERS, properties(definitions, "tdxEndorsements"));
        for (Verdict verdict : Verdict.values()) {
            assertTrue(text.contains("\"" + verdict.label() + "\""), verdict.label());
        }
    }

    private static Set<String> properties(Json definitions, String name) throws VectorProblem {
        Json definition = present(definitions.members().get(name));
        Json properties = present(definition.members().get("properties"));
        return properties.members().keySet();
    }
}
