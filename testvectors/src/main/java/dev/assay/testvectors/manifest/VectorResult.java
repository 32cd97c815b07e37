package dev.assay.testvectors.manifest;

import java.nio.file.Path;
import java.util.List;

/**
 * How one vector did.
 *
 * @param manifest the manifest that it is in
 * @param id its name, made printable
 * @param mismatches everything that was not as expected; empty if the vector passed
 * @param detail what the subject added, made printable; possibly empty
 */
public record VectorResult(Path manifest, String id, List<Mismatch> mismatches, String detail) {
    /**
     * Copies the list and makes the texts printable.
     *
     * @param manifest taken as it is
     * @param id made printable
     * @param mismatches copied
     * @param detail made printable
     */
    public VectorResult {
        id = Printable.of(id);
        mismatches = List.copyOf(mismatches);
        detail = Printable.of(detail);
    }

    /**
     * Tells whether all was as expected.
     *
     * @return true if nothing differed
     */
    public boolean passed() {
        return mismatches.isEmpty();
    }

    /**
     * The result for a human reader.
     *
     * @return a line with {@code ok} or {@code FAILED} and the name; for a failure then one line, indented, for each
     *     mismatch and for the detail; without a newline at the end
     */
    public String description() {
        if (passed()) {
            return "ok " + id;
        }
        StringBuilder text = new StringBuilder("FAILED " + id + " (" + Printable.of(manifest.toString()) + ")");
        mismatches.forEach(mismatch -> text.append("\n  ").append(mismatch));
        if (!detail.isEmpty()) {
            text.append("\n  ").append(detail);
        }
        return text.toString();
    }
}
