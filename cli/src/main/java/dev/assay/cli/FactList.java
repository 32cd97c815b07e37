package dev.assay.cli;

/** The parts of a page that list facts: labels in a column of their own, values beside them, notes below. */
final class FactList {
    private static final int INDENT = 2;

    private final Page page;
    private final int width;

    /**
     * Writes to a page.
     *
     * @param page what to write to
     * @param width how many characters the longest label has
     */
    FactList(Page page, int width) {
        this.page = page;
        this.width = width;
    }

    void heading(String title) {
        page.heading(title);
    }

    void fact(String label, String value) {
        page.entry(INDENT, label, width, value);
    }

    void note(String text) {
        page.note(INDENT, width, text);
    }
}
