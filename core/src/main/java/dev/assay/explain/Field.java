package dev.assay.explain;

import dev.assay.model.Bytes;
import java.util.List;

/**
 * One field of evidence.
 *
 * @param name its name in JSON, the same in vectors and results
 * @param label its name in the vendor's documents
 * @param value its value in JSON: a {@link Long}, {@link String}, {@link Boolean}, or lists and maps of these.
 *     Bytes are lower-case hexadecimal as received
 * @param text the value as a person reads it
 * @param notes what the value means, each a line of its own
 */
public record Field(String name, String label, Object value, String text, List<String> notes) {
    /**
     * Keeps its own copy of the notes, without empty ones.
     *
     * @param name its name in JSON, the same in vectors and results
     * @param label its name in the vendor's documents
     * @param value its value in JSON: a {@link Long}, {@link String}, {@link Boolean}, or lists and maps of these
     * @param text the value as a person reads it
     * @param notes what the value means, each a line of its own
     */
    public Field {
        notes = notes.stream().filter(note -> !note.isEmpty()).toList();
    }

    static Field of(String name, String label, Bytes value, String... notes) {
        return new Field(name, label, value.hex(), value.hex(), List.of(notes));
    }

    static Field of(String name, String label, long value, String... notes) {
        return new Field(name, label, value, Long.toString(value), List.of(notes));
    }

    static Field of(String name, String label, String value, String... notes) {
        return new Field(name, label, value, value, List.of(notes));
    }
}
