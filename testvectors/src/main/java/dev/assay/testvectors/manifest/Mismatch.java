package dev.assay.testvectors.manifest;

/**
 * One respect in which a vector failed. The texts are fit for a terminal, whatever the manifest or the subject said:
 * control characters are escaped, and what is very long is cut.
 *
 * @param what the member of {@code expect} that was compared, for instance {@code verdict} or {@code fields.vmpl}
 * @param expected what the vector says
 * @param actual what the subject said
 */
public record Mismatch(String what, String expected, String actual) {
    /**
     * Makes the texts printable.
     *
     * @param what made printable
     * @param expected made printable
     * @param actual made printable
     */
    public Mismatch {
        what = Printable.of(what);
        expected = Printable.of(expected);
        actual = Printable.of(actual);
    }

    /** The comparison on one line. */
    @Override
    public String toString() {
        return what + ": expected " + expected + ", actual " + actual;
    }
}
