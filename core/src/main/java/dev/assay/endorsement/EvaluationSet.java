package dev.assay.endorsement;

/**
 * Which of Intel's concurrent TCB evaluations is wanted. {@link Update#STANDARD} is what Intel serves unless asked, and may
 * lag up to a year behind {@link Update#EARLY}; a number stays the same set until Intel withdraws it.
 */
public sealed interface EvaluationSet {
    /** The largest number that is looked at. */
    int LARGEST_NUMBER = 0xFFFF;

    /** The two sets that move on by themselves. */
    enum Update implements EvaluationSet {
        /** What platforms are given time to reach. */
        STANDARD,
        /** What is known now. */
        EARLY;

        @Override
        public String key() {
            return this == EARLY ? "early" : "standard";
        }
    }

    /**
     * One evaluation.
     *
     * @param number tcbEvaluationDataNumber, 1 to {@value EvaluationSet#LARGEST_NUMBER}
     */
    record Numbered(int number) implements EvaluationSet {
        /**
         * Checks the number.
         *
         * @param number tcbEvaluationDataNumber
         */
        public Numbered {
            if (number < 1 || number > LARGEST_NUMBER) {
                throw new IllegalArgumentException("no number of an evaluation: " + number);
            }
        }

        @Override
        public String key() {
            return "e" + number;
        }
    }

    /**
     * A word for keys: {@code standard}, {@code early}, or {@code e} and the number.
     *
     * @return lower-case letters and digits
     */
    String key();
}
