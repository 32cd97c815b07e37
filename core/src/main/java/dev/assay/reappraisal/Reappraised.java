package dev.assay.reappraisal;

import dev.assay.model.Bytes;
import dev.assay.result.ResultSummary;
import dev.assay.result.Verdict;
import java.util.List;

/** What became of one bundle. */
public sealed interface Reappraised {
    /**
     * What the bundle is called.
     *
     * @return its name in the stream
     */
    String id();

    /**
     * The JSON form.
     *
     * @return one line of ASCII, without a line feed
     */
    default String toJson() {
        return ReappraisedJson.write(this);
    }

    /**
     * Reads the JSON form back.
     *
     * @param line what {@link #toJson()} gave
     * @return an equal value
     * @throws ReappraisalFormatException if it is anything else
     */
    static Reappraised fromJson(String line) throws ReappraisalFormatException {
        return ReappraisedJson.read(line);
    }

    /**
     * A bundle that was judged again.
     *
     * @param id what the bundle is called
     * @param evidence SHA-256 of the evidence, 32 bytes
     * @param basis where {@code before} comes from
     * @param before what the evidence stood at
     * @param after what it stands at
     * @param reasons why there is what speaks against it only now
     */
    record Compared(
            String id, Bytes evidence, Basis basis, ResultSummary before, ResultSummary after, List<Reason> reasons)
            implements Reappraised {
        /**
         * Keeps its own copy of the list.
         *
         * @param id what the bundle is called
         * @param evidence SHA-256 of the evidence
         * @param basis where {@code before} comes from
         * @param before what the evidence stood at
         * @param after what it stands at
         * @param reasons why there is what speaks against it only now
         */
        public Compared {
            reasons = List.copyOf(reasons);
        }

        /**
         * What differs.
         *
         * @return the difference between before and after
         */
        public Change change() {
            return Change.between(before, after);
        }

        /**
         * Whether the evidence is not trusted any more.
         *
         * @return true if it passed before and does not now
         */
        public boolean lost() {
            return before.verdict() == Verdict.PASS && after.verdict() != Verdict.PASS;
        }

        /**
         * Whether the evidence can be trusted again.
         *
         * @return true if it passes now and did not before
         */
        public boolean gained() {
            return before.verdict() != Verdict.PASS && after.verdict() == Verdict.PASS;
        }
    }

    /**
     * A bundle that cannot be judged: never a pass.
     *
     * @param id what the bundle is called
     * @param fault why
     * @param detail what exactly is wrong
     */
    record Unusable(String id, Fault fault, String detail) implements Reappraised {}
}
