package dev.assay.cli;

import dev.assay.explain.Description;
import dev.assay.explain.Field;
import dev.assay.explain.Section;
import dev.assay.model.Irregularity;

/** What evidence says of itself, for a person. */
final class DescriptionPage {
    private static final int INDENT = 2;

    private DescriptionPage() {}

    static String of(Description description, boolean colour) {
        Page page = new Page(colour);
        page.line(description.title(), Ink.BOLD);
        page.line(description.unauthenticated(), Ink.YELLOW);
        if (!description.irregularities().isEmpty()) {
            page.blank();
            page.line("NOT WELL-FORMED. Verification refuses this evidence, because of", Ink.RED);
            for (Irregularity irregularity : description.irregularities()) {
                page.line("  " + irregularity, Ink.RED);
            }
        }
        int width = description.sections().stream()
                .flatMap(section -> section.fields().stream())
                .mapToInt(field -> field.label().length())
                .max()
                .orElse(0);
        for (Section section : description.sections()) {
            page.heading(section.title());
            for (Field field : section.fields()) {
                page.entry(INDENT, field.label(), width, field.text());
                field.notes().forEach(note -> page.note(INDENT, width, note));
            }
        }
        return page.toString();
    }
}
