package dev.assay.testvectors.intel;

import java.util.List;
import java.util.stream.Stream;

/**
 * A JSON object.
 *
 * @param members first to last, also with the same name
 */
public record JsonObject(List<JsonMember> members) implements JsonValue {
    /**
     * Keeps a copy of the list.
     *
     * @param members first to last
     */
    public JsonObject {
        members = List.copyOf(members);
    }

    /**
     * An object without members.
     *
     * @return the object
     */
    public static JsonObject empty() {
        return new JsonObject(List.of());
    }

    /**
     * Appends a member.
     *
     * @param name its name
     * @param value its value
     * @return a changed copy
     */
    public JsonObject and(String name, JsonValue value) {
        return new JsonObject(Stream.concat(members.stream(), Stream.of(new JsonMember(name, value)))
                .toList());
    }

    /**
     * Appends a text.
     *
     * @param name the member's name
     * @param value the text, not yet escaped
     * @return a changed copy
     */
    public JsonObject and(String name, String value) {
        return and(name, JsonLiteral.text(value));
    }

    /**
     * Appends a number.
     *
     * @param name the member's name
     * @param value the number
     * @return a changed copy
     */
    public JsonObject and(String name, long value) {
        return and(name, JsonLiteral.number(value));
    }
}
