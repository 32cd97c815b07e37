package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is published about policies is what the rules say. */
class PolicyDocumentTest {
    private static final String WRITE = " is out of date; docs/policy.md says how to write it anew";

    static List<PolicyRule<?, ?>> allRules() {
        List<PolicyRule<?, ?>> all = new ArrayList<>(CommonRules.rules());
        all.addAll(SnpRules.rules());
        all.addAll(TdxRules.rules());
        return all;
    }

    @Test
    void theDocumentIsWhatTheSourceSays() throws IOException {
        assertEquals(PolicyDocument.text(), Published.file("docs/policy.md", PolicyDocument.text()), WRITE);
    }

    @Test
    void theSchemaIsWhatTheSourceSays() throws IOException {
        String file = "core/src/main/resources/dev/assay/policy/policy.schema.json";
        assertEquals(PolicySchema.generated(), Published.file(file, PolicySchema.generated()), WRITE);
    }

    @Test
    void theSchemaIsInTheLibraryAndHasEveryMember() throws Exception {
        assertEquals(PolicySchema.generated(), PolicySchema.text());
        JsonNode.JsonObject plain = JsonReader.read(PolicySchema.text())
                .object()
                .member("$defs")
                .object()
                .member("policy")
                .object()
                .member("oneOf")
                .list()
                .get(0)
                .object()
                .member("properties")
                .object();
        for (PolicyRule<?, ?> rule : CommonRules.rules()) {
            assertTrue(plain.members().containsKey(rule.member()), rule.member());
        }
        for (PolicyRule<?, ?> rule : SnpRules.rules()) {
            assertTrue(described(plain.member("snp").object(), rule.member()).contains(rule.code()));
        }
        for (PolicyRule<?, ?> rule : TdxRules.rules()) {
            assertTrue(described(plain.member("tdx").object(), rule.member()).contains(rule.code()));
        }
    }

    private static String described(JsonNode.JsonObject section, String member) throws Exception {
        JsonNode.JsonObject at = section;
        for (String name : member.split("\\.", -1)) {
            at = at.member("properties").object().member(name).object();
        }
        return at.member("description").text();
    }

    @Test
    void codesAreStableNamesAndNoTwoAreTheSame() {
        List<String> codes = allRules().stream().map(PolicyRule::code).toList();
        assertEquals(codes.size(), new HashSet<>(codes).size());
        assertFalse(codes.contains(TeeRule.CODE));
        codes.forEach(code -> assertTrue(code.matches("policy\\.[a-z0-9]+(-[a-z0-9]+)*"), code));
    }

    @Test
    void everyRuleSaysWhatItIsAboutAndWhatToDo() {
        for (PolicyRule<?, ?> rule : allRules()) {
            assertFalse(rule.meaning().isEmpty(), rule.code());
            assertFalse(rule.source().isEmpty(), rule.code());
            assertTrue(rule.nextStep().endsWith("."), rule.code());
            assertEquals(rule.claim().isPresent(), rule.failedValue().isPresent(), rule.code());
            assertEquals(rule.code(), rule.toString());
        }
    }
}
