package dev.assay.verify;

/**
 * One of the things that a conclusion rests on, and when it is valid.
 *
 * @param item what it is, for instance {@code TCB info}
 * @param window from its issue to its expiry
 */
public record DatedItem(String item, ValidityWindow window) {
    @Override
    public String toString() {
        return item + ", valid from " + window;
    }
}
