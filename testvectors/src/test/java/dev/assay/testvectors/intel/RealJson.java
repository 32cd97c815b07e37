package dev.assay.testvectors.intel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value as Jackson reads it: an object, a list, a text or a number that must be there. */
record RealJson(Object value) {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static RealJson read(String text) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return new RealJson(read(parser));
        }
    }

    RealJson at(String name) {
        Object member = object().get(name);
        if (member == null) {
            throw new IllegalArgumentException("no " + name + " in " + object().keySet());
        }
        return new RealJson(member);
    }

    boolean has(String name) {
        return object().containsKey(name);
    }

    String text(String name) {
        return (String) at(name).value;
    }

    /** Empty if there is none. */
    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    int number(String name) {
        return (Integer) at(name).value;
    }

    /** Empty if there is none. */
    List<RealJson> list(String name) {
        return has(name)
                ? ((List<?>) at(name).value).stream().map(RealJson::new).toList()
                : List.of();
    }

    private Map<?, ?> object() {
        return (Map<?, ?>) value;
    }

    private static Object read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return items;
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        throw new IllegalArgumentException("unexpected " + token);
    }
}
