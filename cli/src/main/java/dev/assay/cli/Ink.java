package dev.assay.cli;

/** Colours, for emphasis only: every text says the same without them. */
enum Ink {
    /** No emphasis. */
    PLAIN(""),
    /** Headings. */
    BOLD("1"),
    /** What is as it should be. */
    GREEN("1;32"),
    /** What nobody asked about, or nobody can say. */
    YELLOW("1;33"),
    /** What is wrong. */
    RED("1;31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String paint(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
