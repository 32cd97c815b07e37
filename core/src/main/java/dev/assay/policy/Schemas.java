package dev.assay.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pieces that JSON Schemas of demands are made of. */
final class Schemas {
    private Schemas() {}

    static Map<String, Object> pattern(String pattern) {
        return of("type", "string", "pattern", pattern);
    }

    static Map<String, Object> words(List<String> words) {
        return Map.of("enum", words);
    }

    static Map<String, Object> number(long least, long most) {
        return of("type", "integer", "minimum", least, "maximum", most);
    }

    static Map<String, Object> listOf(Map<String, Object> item) {
        return of("type", "array", "minItems", 1L, "items", item);
    }

    static Map<String, Object> listOf(long most, Map<String, Object> item) {
        return of("type", "array", "minItems", 1L, "maxItems", most, "items", item);
    }

    static Map<String, Object> either(List<Map<String, Object>> alternatives) {
        return Map.of("anyOf", alternatives);
    }

    /** Only named members, at least one of them. */
    static Map<String, Object> object(Map<String, Object> members) {
        return of("type", "object", "minProperties", 1L, "additionalProperties", false, "properties", members);
    }

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return schema;
    }
}
