package dev.assay.policy;

import dev.assay.result.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of policies. It describes their form; that a policy forgets or contradicts nothing only
 * reading it tells.
 */
public final class PolicySchema {
    /** The schema's address, and the name of the resource beside this class. */
    public static final String ID = "https://assay.dev/schemas/policy.schema.json";

    private static final String RESOURCE = "policy.schema.json";

    private PolicySchema() {}

    /**
     * The published schema.
     *
     * @return JSON
     */
    public static String text() {
        try (InputStream in = PolicySchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the library");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema that follows from the rules; a test holds the published one to it. */
    static String generated() {
        Map<String, Object> name = Schemas.of("type", "string", "minLength", 1L, "maxLength", (long) WordsForm.LONGEST);
        Map<String, Object> policy = Schemas.of("$ref", "#/$defs/policy");
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("id", name);
        rules.put("version", name);
        rules.putAll(members(CommonRules.TABLE));
        rules.put("snp", section(SnpRules.TABLE));
        rules.put("tdx", section(TdxRules.TABLE));
        Map<String, Object> plain = Schemas.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("id", "version", "reportData"),
                "anyOf",
                List.of(Map.of("required", List.of("snp")), Map.of("required", List.of("tdx"))),
                "properties",
                rules);
        return JsonWriter.indented(Schemas.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                ID,
                "title",
                "Assay policy",
                "$ref",
                "#/$defs/policy",
                "$defs",
                Schemas.of(
                        "policy",
                        Schemas.of(
                                "oneOf",
                                List.of(plain, composite("allOf", name, policy), composite("anyOf", name, policy))))));
    }

    private static Map<String, Object> composite(String how, Map<String, Object> name, Map<String, Object> policy) {
        return Schemas.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("id", "version", how),
                "properties",
                Schemas.of("id", name, "version", name, how, Schemas.listOf(policy)));
    }

    private static Map<String, Object> section(RuleTable<?> table) {
        return Schemas.of("type", "object", "additionalProperties", false, "properties", members(table));
    }

    private static Map<String, Object> members(RuleTable<?> table) {
        Map<String, Object> members = new LinkedHashMap<>();
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        for (PolicyRule<?, ?> rule : table.rules()) {
            int dot = rule.member().indexOf('.');
            if (dot < 0) {
                members.put(rule.member(), demand(rule));
            } else {
                String group = rule.member().substring(0, dot);
                groups.computeIfAbsent(group, absent -> {
                            Map<String, Object> inner = new LinkedHashMap<>();
                            members.put(group, Schemas.object(inner));
                            return inner;
                        })
                        .put(rule.member().substring(dot + 1), demand(rule));
            }
        }
        return members;
    }

    private static Map<String, Object> demand(PolicyRule<?, ?> rule) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", rule.code() + ": " + rule.meaning());
        schema.putAll(Schemas.either(List.of(Map.of("const", "any"), rule.form().schema())));
        return schema;
    }
}
