package dev.assay.result.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value together with the path by which messages call it. */
public sealed interface JsonNode {
    /**
     * Where the value stands.
     *
     * @return its place
     */
    JsonPlace place();

    /**
     * Where the value stands, in words.
     *
     * @return names separated by dots and indices in brackets; empty for the outermost value
     */
    default String path() {
        return place().text();
    }

    /**
     * Says that the value is not what is wanted.
     *
     * @param problem what is wrong
     * @return the exception, for the caller to throw
     */
    default JsonException fault(String problem) {
        return new JsonException(path(), problem);
    }

    /**
     * Takes the value as an object.
     *
     * @return the object
     * @throws JsonException if it is something else
     */
    default JsonObject object() throws JsonException {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw fault("must be an object");
    }

    /**
     * Takes the value as a list.
     *
     * @return its elements
     * @throws JsonException if it is something else
     */
    default List<JsonNode> list() throws JsonException {
        if (this instanceof JsonArray array) {
            return array.elements();
        }
        throw fault("must be a list");
    }

    /**
     * Takes the value as text.
     *
     * @return the text
     * @throws JsonException if it is something else
     */
    default String text() throws JsonException {
        if (this instanceof JsonText text) {
            return text.value();
        }
        throw fault("must be text");
    }

    /**
     * Takes the value as a whole number.
     *
     * @param least the least that is allowed
     * @param most the most that is allowed
     * @return the number
     * @throws JsonException if it is something else, or out of range
     */
    default long number(long least, long most) throws JsonException {
        if (this instanceof JsonNumber number && number.value() >= least && number.value() <= most) {
            return number.value();
        }
        throw fault("must be a whole number from " + least + " to " + most);
    }

    /**
     * Takes the value as a truth value.
     *
     * @return true or false
     * @throws JsonException if it is something else
     */
    default boolean flag() throws JsonException {
        if (this instanceof JsonFlag flag) {
            return flag.value();
        }
        throw fault("must be true or false");
    }

    /**
     * Tells whether the value is a certain text.
     *
     * @param text the text
     * @return true if it is
     */
    default boolean is(String text) {
        return this instanceof JsonText actual && actual.value().equals(text);
    }

    /**
     * An object.
     *
     * @param place where it stands
     * @param members its members in their order, no name twice
     */
    record JsonObject(JsonPlace place, Map<String, JsonNode> members) implements JsonNode {
        /**
         * Keeps its own copy of the members.
         *
         * @param place where it stands
         * @param members its members in their order, no name twice
         */
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /**
         * Takes a member that must be there.
         *
         * @param name its name
         * @return its value
         * @throws JsonException if there is none
         */
        public JsonNode member(String name) throws JsonException {
            JsonNode value = members.get(name);
            if (value == null) {
                throw new JsonException(path(path(), name), "is missing");
            }
            return value;
        }

        /**
         * The path of a member.
         *
         * @param parent the object's path
         * @param name the member's name
         * @return the two with a dot in between
         */
        public static String path(String parent, String name) {
            return parent.isEmpty() ? name : parent + "." + name;
        }
    }

    /**
     * A list.
     *
     * @param place where it stands
     * @param elements its elements
     */
    record JsonArray(JsonPlace place, List<JsonNode> elements) implements JsonNode {
        /**
         * Keeps its own copy of the elements.
         *
         * @param place where it stands
         * @param elements its elements
         */
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A text.
     *
     * @param place where it stands
     * @param value the text
     */
    record JsonText(JsonPlace place, String value) implements JsonNode {}

    /**
     * A whole number; others are refused before they become a value.
     *
     * @param place where it stands
     * @param value the number
     */
    record JsonNumber(JsonPlace place, long value) implements JsonNode {}

    /**
     * True or false.
     *
     * @param place where it stands
     * @param value which of them
     */
    record JsonFlag(JsonPlace place, boolean value) implements JsonNode {}

    /**
     * Null.
     *
     * @param place where it stands
     */
    record JsonNull(JsonPlace place) implements JsonNode {}
}
