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

    private static final String STYLE = """
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
            header { border-left: .5rem solid; padding: .2rem 1rem; }
            header.pass { border-color: #1a7f37; }
            header.fail, header.rejected { border-color: #cf222e; }
            header.indeterminate { border-color: #bf8700; }
            h1 { margin: .2rem 0; }
            h2 { margin-top: 2rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top; }
            td { overflow-wrap: anywhere; min-width: 5rem; }
            tr.failed td:first-child, tr.rejects td:first-child, li.failed { color: #cf222e; font-weight: bold; }
            tr.passed td:first-child, li.passed { color: #1a7f37; }
            tr.not-asked, tr.not-applicable { opacity: .75; }
            .note { border: 1px solid #bf8700; border-radius: .3rem; padding: .4rem .8rem; }
            </style>
            """;

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

    Html text(String text) {
        body.append(escaped(text));
        return this;
    }

    Html element(String tag, String text) {
        return open(tag, "").text(text).close(tag);
    }

    Html note(String text) {
        return open("p", "note").text(text).close("p");
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
        return HEAD + "<title>" + escaped(title) + "</title>\n" + STYLE + "</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c > 0x7E) {
                // A reference to half of a surrogate pair is no character at all.
                safe.append("&#")
                        .append(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                        .append(';');
            } else if (c >= ' ' || c == '\n' || c == '\t') {
                safe.append((char) c);
            } else {
                safe.append("&#65533;");
            }
        });
        return safe.toString();
    }
}
