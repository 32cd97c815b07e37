package dev.assay.model;

/**
 * One thing that is wrong with the form of evidence. Strict decoding stops at the first and throws it in a
 * {@link MalformedEvidenceException}; lenient decoding lists what it let pass.
 *
 * @param reason what kind of fault it is
 * @param offset where, in bytes from the start of the input
 * @param field the field's name as the vendor's document and {@code show --json} have it
 * @param detail what was expected and found, one sentence for a person
 */
public record Irregularity(Malformation reason, long offset, String field, String detail) {
    @Override
    public String toString() {
        return field + " at offset 0x" + Long.toHexString(offset) + ": " + detail + " [" + reason.code() + "]";
    }
}
