package dev.assay.testvectors.intel;

import java.util.List;
import java.util.function.Function;

/**
 * A JSON array.
 *
 * @param items first to last
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
    /**
     * Keeps a copy of the list.
     *
     * @param items first to last
     */
    public JsonArray {
        items = List.copyOf(items);
    }

    /**
     * Makes an array of anything.
     *
     * @param <T> what is put in
     * @param parts first to last
     * @param form makes a part an item
     * @return the array
     */
    public static <T> JsonArray of(List<T> parts, Function<T, JsonValue> form) {
        return new JsonArray(parts.stream().map(form).toList());
    }
}
