package dev.assay.verify;

import java.time.Instant;
import java.util.Comparator;

/**
 * How new a signed document of Intel's is: by its evaluation number and, among those of the same number, its issue date.
 *
 * @param evaluationDataNumber the number of the evaluation it comes from
 * @param issueDate when Intel made it
 */
public record CollateralMark(int evaluationDataNumber, Instant issueDate) implements Comparable<CollateralMark> {
    private static final Comparator<CollateralMark> ORDER =
            Comparator.comparingInt(CollateralMark::evaluationDataNumber).thenComparing(CollateralMark::issueDate);

    @Override
    public int compareTo(CollateralMark other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "evaluation " + evaluationDataNumber + " of " + issueDate;
    }
}
