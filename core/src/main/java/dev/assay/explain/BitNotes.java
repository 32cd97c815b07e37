package dev.assay.explain;

import java.util.ArrayList;
import java.util.List;

/** Spells out a bit field: one line for each bit, set or not, and one for bits without a name. */
final class BitNotes {
    private final List<String> lines = new ArrayList<>();

    BitNotes bit(int number, String name, boolean set, String meaning) {
        lines.add(
                (set ? "[x] " : "[ ] ") + (number < 10 ? " " : "") + number + " " + name + (set ? ": " + meaning : ""));
        return this;
    }

    BitNotes line(String text) {
        lines.add(text);
        return this;
    }

    BitNotes unknown(long bits) {
        if (bits != 0) {
            lines.add("unknown bits 0x" + Long.toHexString(bits));
        }
        return this;
    }

    List<String> lines() {
        return lines;
    }
}
