package dev.assay.result;

/** Writes HTML. Text goes in through methods that escape it, and in no other way. */
final class Html {
    /** No script, no address: with this policy a browser would refuse them even if there were any. */
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            """;

    /** Shorter runs of digits are numbers and words. */
    private static final int SHORTEST_HEX = 12;

    private final StringBuilder body = new StringBuilder();

    Html open(String tag, String style) {
        body.append('<').append(tag);
        if (!style.isEmpty()) {
            body.append(" class=\"").append(escaped(style)).append('"');
        }
        body.append('>');
        return this;
    }

    Html close(String tag) {
        body.append("</").append(tag).append(">\n");
        return this;
    }

    /** Text, with every long run of hexadecimal digits in a face in which digits can be compared. */
    Html text(String text) {
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            if (end - at >= SHORTEST_HEX) {
                if (at - done >= 2 && text.startsWith("0x", at - 2)) {
                    at -= 2;
                }
                body.append(escaped(text.substring(done, at)))
                        .append("<code>")
                        .append(escaped(text.substring(at, end)))
                        .append("</code>");
                done = end;
            }
            at = end + 1;
        }
        body.append(escaped(text.substring(done)));
        return this;
    }

    Html element(String tag, String text) {
        return open(tag, "").text(text).close(tag);
    }

    Html note(String text) {
        return open("p", "note").text(text).close("p");
    }

    Html item(String label, String value) {
        return element("dt", label).element("dd", value);
    }

    Html table(String... headings) {
        open("div", "scroll").open("table", "").open("tr", "");
        for (String heading : headings) {
            element("th", heading);
        }
        return close("tr");
    }

    Html row(String style, String... cells) {
        open("tr", style);
        for (String cell : cells) {
            element("td", cell);
        }
        return close("tr");
    }

    Html endTable() {
        return close("table").close("div");
    }

    String document(String title) {
        return HEAD + "<title>" + escaped(title) + "</title>\n" + HtmlStyle.CSS + "</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                safe.append((char) c);
            } else if (unseen(c)) {
                safe.append("&#65533;");
            } else if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c > 0x7E) {
                safe.append("&#").append(c).append(';');
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    /** What has no shape of its own, but could turn, hide or end what stands beside it; and halves of surrogate pairs. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
