package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for a person, with labels in one column and values in another. Every text that goes in is made printable. */
final class Page {
    /** How many hexadecimal digits stand on a line: 32 bytes, so that 48 and 64 bytes are easy to tell. */
    private static final int DIGITS = 64;

    /** Longer values are cut, since nobody reads 4 kB of hexadecimal; the JSON form has them whole. */
    private static final int MOST_LINES = 32;

    private static final int ITEM = 2;

    private final StringBuilder text = new StringBuilder();
    private final boolean colour;

    Page(boolean colour) {
        this.colour = colour;
    }

    void line(String line) {
        line(line, Ink.PLAIN);
    }

    void line(String line, Ink ink) {
        text.append(painted(line, ink)).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    void heading(String title) {
        blank();
        line(title, Ink.BOLD);
    }

    /** A label and its value, the value's further lines below its first. */
    void entry(int indent, String label, int width, String value) {
        String before = " ".repeat(indent) + Printable.of(label);
        String column = " ".repeat(indent + width + 2);
        for (String part : wrapped(value)) {
            text.append(before).append(" ".repeat(Math.max(2, column.length() - before.length())));
            text.append(Printable.of(part)).append('\n');
            before = "";
        }
    }

    /** A line in the column of the values. */
    void note(int indent, int width, String note) {
        text.append(" ".repeat(indent + width + 2)).append(Printable.of(note)).append('\n');
    }

    /** A word about an item, and which it is. */
    void item(String status, Ink ink, String name) {
        item(ITEM, status, ink, name);
    }

    void item(int indent, String status, Ink ink, String name) {
        text.append(" ".repeat(indent))
                .append(painted("[" + status + "]", ink))
                .append(' ')
                .append(Printable.of(name))
                .append('\n');
    }

    private String painted(String line, Ink ink) {
        return colour ? ink.paint(Printable.of(line)) : Printable.of(line);
    }

    private static List<String> wrapped(String value) {
        if (value.length() <= DIGITS || !value.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return List.of(value);
        }
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < value.length(); start += DIGITS) {
            if (lines.size() == MOST_LINES) {
                lines.add("... " + value.length() / 2 + " bytes in all; --json has them");
                break;
            }
            lines.add(value.substring(start, Math.min(start + DIGITS, value.length())));
        }
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
