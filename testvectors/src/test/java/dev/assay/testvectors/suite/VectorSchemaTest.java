package dev.assay.testvectors.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All manifests obey the published schema, by an independent validator; and the schema is not so lax that all would. */
class VectorSchemaTest {
    private static final Path FOLDER = Path.of("vectors");
    private static final String VECTOR = """
            {"schema": 1, "vectors": [{"id": "x", "tee": "tdx", "evidence": "a/b.bin", "at": "2026-09-01T00:00:00Z",
              "endorsements": {"rootCrl": "a/c.crl"}, "expect": {"verdict": "rejected"}}]}
            """;

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snp/real.json",
                "snp/verification.json",
                "snp/decoding.json",
                "snp/appraisal.json",
                "tdx/real.json",
                "tdx/verification.json",
                "tdx/verification-v4.json",
                "tdx/decoding.json",
                "tdx/appraisal.json"
            })
    void manifestsObeyTheirSchema(String name) throws IOException {
        assertEquals(List.of(), Schemas.violations(read("manifest.schema.json"), read(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = "flags.json")
    void flagsObeyTheirSchema(String name) throws IOException {
        assertEquals(List.of(), Schemas.violations(read("flags.schema.json"), read(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "\"schema\": 1, \"schema\": 2",
        "\"id\": \"x\", \"id\": \"\"",
        "\"tee\": \"tdx\", \"tee\": \"sgx\"",
        "\"tee\": \"tdx\", \"tee\": \"sev-snp\"",
        "a/b.bin, ../b.bin",
        "a/b.bin, /b.bin",
        "2026-09-01T00:00:00Z, yesterday",
        "rejected, refused",
        "rootCrl, rootcrl",
        "\"expect\", \"expects\"",
        "\"verdict\": \"rejected\", \"because\": \"no reason\""
    })
    void theSchemaRefusesWhatTheReaderRefuses(String right, String wrong) throws IOException {
        String schema = read("manifest.schema.json");
        assertEquals(List.of(), Schemas.violations(schema, VECTOR));
        String altered = VECTOR.replace(right, wrong);
        assertFalse(altered.equals(VECTOR));
        assertFalse(Schemas.violations(schema, altered).isEmpty());
    }
}
