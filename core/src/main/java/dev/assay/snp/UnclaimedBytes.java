package dev.assay.snp;

import dev.assay.model.Bytes;
import java.util.Optional;

/**
 * Bytes of a certificate table that belong to nothing.
 *
 * @param offset where they start, from the start of the table
 * @param content the bytes; the first and the last are not zero
 */
public record UnclaimedBytes(int offset, Bytes content) {
    static Optional<UnclaimedBytes> of(int offset, Bytes run) {
        int first = run.firstNonZero();
        if (first < 0) {
            return Optional.empty();
        }
        int last = run.length() - 1;
        while (run.u8(last) == 0) {
            last--;
        }
        return Optional.of(new UnclaimedBytes(offset + first, run.slice(first, last + 1 - first)));
    }
}
