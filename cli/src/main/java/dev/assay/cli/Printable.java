package dev.assay.cli;

/**
 * Makes text that others wrote fit for a terminal. Names in certificates, of files, and in manifests may hold escape
 * sequences that move the cursor or rewrite a verdict, or letters that change the direction of what follows.
 */
final class Printable {
    private Printable() {}

    /** Keeps ASCII without controls, and letters and digits of any script; escapes everything else. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean ascii = c >= ' ' && c <= '~';
            if (ascii || (c > '~' && Character.isLetterOrDigit(c))) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format("\\u{%x}", c));
            }
        });
        return line.toString();
    }
}
