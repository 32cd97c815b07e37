package dev.assay.testvectors.intel;

import java.util.List;
import java.util.Locale;

/** Writes JSON values. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final boolean spaced;
    private int depth;

    private JsonText(boolean spaced) {
        this.spaced = spaced;
    }

    static String compact(JsonValue value) {
        return write(value, false);
    }

    static String pretty(JsonValue value) {
        return write(value, true);
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String write(JsonValue value, boolean spaced) {
        JsonText text = new JsonText(spaced);
        text.write(value);
        return text.out.toString();
    }

    private void write(JsonValue value) {
        if (value instanceof JsonObject object) {
            write('{', '}', object.members());
        } else if (value instanceof JsonArray array) {
            write('[', ']', array.items());
        } else if (value instanceof JsonLiteral literal) {
            out.append(literal.text());
        }
    }

    private void write(char open, char close, List<?> parts) {
        out.append(open);
        depth++;
        String separator = "";
        for (Object part : parts) {
            out.append(separator);
            breakLine();
            if (part instanceof JsonMember member) {
                out.append(quoted(member.name())).append(spaced ? ": " : ":");
                write(member.value());
            } else {
                write((JsonValue) part);
            }
            separator = ",";
        }
        depth--;
        if (!parts.isEmpty()) {
            breakLine();
        }
        out.append(close);
    }

    private void breakLine() {
        if (spaced) {
            out.append('\n').append("  ".repeat(depth));
        }
    }
}
