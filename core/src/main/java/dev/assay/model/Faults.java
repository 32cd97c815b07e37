package dev.assay.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a decoder reports what it finds wrong: the one place that knows what strict and lenient mean. A decoder calls
 * {@link #tolerable} for a fault behind which it can go on, and {@link #fatal} for one behind which it cannot.
 *
 * <p>One object serves one decoding and is not shared between threads.
 */
public final class Faults {
    /** More faults than this in one input are counted as one: the list is not for an attacker to fill. */
    private static final int MOST = 64;

    private final Strictness strictness;
    private final List<Irregularity> tolerated = new ArrayList<>();

    /**
     * Starts a decoding.
     *
     * @param strictness what to do with faults that can be tolerated
     */
    public Faults(Strictness strictness) {
        this.strictness = strictness;
    }

    /**
     * Reports a fault behind which decoding can go on.
     *
     * @param reason what kind of fault it is
     * @param offset where, in bytes from the start of the input
     * @param field the field's name
     * @param detail what was expected and found
     * @throws MalformedEvidenceException if decoding is strict
     */
    public void tolerable(Malformation reason, long offset, String field, String detail)
            throws MalformedEvidenceException {
        if (strictness == Strictness.STRICT) {
            throw fatal(reason, offset, field, detail);
        }
        if (tolerated.size() < MOST) {
            tolerated.add(new Irregularity(reason, offset, field, detail));
        }
    }

    /**
     * Reports bytes that are not zero although they are reserved, each run of them as a fault of its own; does nothing if
     * there are none.
     *
     * @param whole the structure that the bytes are part of
     * @param start where they start in it
     * @param count how many they are
     * @param base where the structure itself starts in the input
     * @param field the name to report
     * @throws MalformedEvidenceException if one is not zero and decoding is strict
     */
    public void reserved(Bytes whole, int start, int count, long base, String field) throws MalformedEvidenceException {
        if (whole.slice(start, count).isZero()) {
            return;
        }
        int end = start + count;
        int i = start;
        while (i < end) {
            int first = i;
            while (i < end && whole.u8(i) != 0) {
                i++;
            }
            if (i > first) {
                tolerable(Malformation.RESERVED_NOT_ZERO, base + first, field, set(whole.slice(first, i - first)));
            }
            i++;
        }
    }

    private static String set(Bytes run) {
        String first = String.format("reserved byte is 0x%02x, expected 0", run.u8(0));
        return run.length() == 1
                ? first
                : first + String.format("; set too are the %d behind it: %s", run.length() - 1, run.from(1));
    }

    /**
     * Makes the exception for a fault that ends decoding in either mode.
     *
     * @param reason what kind of fault it is
     * @param offset where, in bytes from the start of the input
     * @param field the field's name
     * @param detail what was expected and found
     * @return the exception, for the caller to throw
     */
    public MalformedEvidenceException fatal(Malformation reason, long offset, String field, String detail) {
        return new MalformedEvidenceException(new Irregularity(reason, offset, field, detail));
    }

    /**
     * What was let pass.
     *
     * @return the faults in the order they were met; empty after strict decoding
     */
    public List<Irregularity> tolerated() {
        return List.copyOf(tolerated);
    }
}
