package dev.assay.endorsement;

import dev.assay.endorsement.StrictJson.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object, with its members in their order, and where its braces stand: from the first to behind the last.
 *
 * <p>Documents have hundreds of objects of one to three members, for which a hash table would cost more than all the rest of
 * reading them. So a name is looked for from the front, and in a table only where there are many.
 */
final class JsonObject implements Value {
    private static final int FEW = 12;
    private static final int USUAL = 4;

    private final String[] names;
    private final Value[] values;
    private final int size;
    private final @Nullable Map<String, Value> table;
    private final int start;
    private final int end;

    private JsonObject(Builder builder, int end) {
        this.names = builder.names;
        this.values = builder.values;
        this.size = builder.size;
        this.table = builder.table;
        this.start = builder.start;
        this.end = end;
    }

    /** The offset of the opening brace in the text. */
    int start() {
        return start;
    }

    /** The offset behind the closing brace. */
    int end() {
        return end;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    @Nullable
    Value get(String name) {
        return find(names, values, size, table, name);
    }

    void forEach(BiConsumer<String, Value> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    private static @Nullable Value find(
            String[] names, Value[] values, int size, @Nullable Map<String, Value> table, String name) {
        if (table != null) {
            return table.get(name);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /** Takes the members one by one, and makes one object. */
    static final class Builder {
        private final int start;
        private String[] names = new String[USUAL];
        private Value[] values = new Value[USUAL];
        private int size;
        private @Nullable Map<String, Value> table;

        Builder(int start) {
            this.start = start;
        }

        /** Whether this name was not there yet. */
        boolean add(String name, Value value) {
            if (find(names, values, size, table, name) != null) {
                return false;
            }
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            names[size] = name;
            values[size++] = value;
            if (table != null) {
                table.put(name, value);
            } else if (size > FEW) {
                table = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    table.put(names[i], values[i]);
                }
            }
            return true;
        }

        JsonObject build(int end) {
            return new JsonObject(this, end);
        }
    }
}
