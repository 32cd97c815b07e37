package dev.assay.result.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a text: a step from the value that it is in. Steps are put into words for a message only. A
 * text of its own for each value would take memory by the depth of the document times the number of its values.
 */
public final class JsonPath {
    /** The outermost value. */
    public static final JsonPath WHOLE = new JsonPath(null, "", 0);

    private final @Nullable JsonPath parent;
    private final @Nullable String name;
    private final int index;

    private JsonPath(@Nullable JsonPath parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /**
     * Where a member of this object stands.
     *
     * @param member its name
     * @return the path
     */
    public JsonPath member(String member) {
        return new JsonPath(this, member, 0);
    }

    /**
     * Where an element of this list stands.
     *
     * @param element its index, from 0
     * @return the path
     */
    public JsonPath element(int element) {
        return new JsonPath(this, null, element);
    }

    /** Names separated by dots and indices in brackets; empty for the outermost value. */
    @Override
    public String toString() {
        Deque<JsonPath> steps = new ArrayDeque<>();
        for (JsonPath step = this; step != null && step.parent != null; step = step.parent) {
            steps.push(step);
        }
        StringBuilder text = new StringBuilder();
        for (JsonPath step : steps) {
            if (step.name == null) {
                text.append('[').append(step.index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.name);
            }
        }
        return text.toString();
    }
}
