package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schema, in the eyes of a validator that is not ours. */
class PolicySchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(PolicySchema.text());

    private static List<Error> faults(String policy) {
        return SCHEMA.validate(policy, InputFormat.JSON);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Policies.any();
    }

    @Test
    void itIsASchema() {
        Schema schemas = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), schemas.validate(PolicySchema.text(), InputFormat.JSON));
    }

    @Property(tries = 50)
    void itAcceptsEveryPolicy(@ForAll("policies") Policy policy) {
        assertEquals(List.of(), faults(policy.toJson()));
    }

    @Test
    void itAcceptsDrafts() {
        for (Policy draft : List.of(
                PolicyDraft.from(Minted.milan(), "snp", "1"),
                PolicyDraft.from(Minted.td(), "tdx", "1"),
                Baseline.policy())) {
            assertEquals(List.of(), faults(draft.toJson()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "{'id': '', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any'}",
                "{'id': 'p', 'version': '1', 'reportData': 'none', 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': {}, 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': {'prefix': ''}, 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': {'exact': 'ab'}, 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': {'md5': ['ab']}, 'snp': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'sev': {'measurement': 'any'}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': []}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': ['abcd']}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any', 'vmpl': 0}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any', 'vmpl': [4]}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any', 'guestPolicy': {}}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any', 'minGuestSvn': -1}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any', 'minGuestSvn': 1.5}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'tdx': {'mrTd': 'any', 'tcbStatus': ['Revoked']}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'tdx': {'mrTd': 'any', 'tcbStatus': []}}",
                "{'id': 'p', 'version': '1', 'reportData': 'any', 'tdx': {'mrTd': 'any', 'debug': true}}",
                "{'id': 'p', 'version': '1', 'anyOf': []}",
                "{'id': 'p', 'version': '1', 'anyOf': ['any']}",
                "{'id': 'p', 'version': '1', 'anyOf': [], 'reportData': 'any'}"
            })
    void itRefusesWhatTheReaderRefusesForItsForm(String policy) {
        String json = policy.replace('\'', '"');
        assertFalse(faults(json).isEmpty(), policy);
        assertThrows(PolicyException.class, () -> Policy.fromJson(json));
    }
}
