package dev.assay.result.json;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, by what it stands in: a path is put into words only for a message, so that the depth of a document
 * does not multiply with the number of its values.
 *
 * @param above what it stands in; null for the outermost value
 * @param name its name; nothing for an element of a list
 * @param index its number in a list; -1 for a member
 */
public record JsonPlace(@Nullable JsonPlace above, String name, int index) {
    /** The place of the whole. */
    public static final JsonPlace OUTERMOST = new JsonPlace(null, "", -1);

    /**
     * The place of a member.
     *
     * @param called the member's name
     * @return its place
     */
    public JsonPlace member(String called) {
        return new JsonPlace(this, called, -1);
    }

    JsonPlace element(int number) {
        return new JsonPlace(this, "", number);
    }

    /**
     * The path in words.
     *
     * @return names separated by dots and indices in brackets; empty for the outermost value
     */
    public String text() {
        if (above == null) {
            return "";
        }
        String before = above.text();
        return index < 0 ? JsonNode.JsonObject.path(before, name) : before + "[" + index + "]";
    }
}
