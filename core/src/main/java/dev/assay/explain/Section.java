package dev.assay.explain;

import java.util.List;

/**
 * Fields that belong together.
 *
 * @param title what they are about
 * @param fields at least one
 */
public record Section(String title, List<Field> fields) {
    /**
     * Keeps its own copy of the list.
     *
     * @param title what they are about
     * @param fields at least one
     */
    public Section {
        fields = List.copyOf(fields);
    }
}
