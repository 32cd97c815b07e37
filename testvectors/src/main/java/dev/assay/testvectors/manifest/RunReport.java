package dev.assay.testvectors.manifest;

import java.util.List;

/**
 * How a whole run went.
 *
 * @param results one for each vector, manifests and vectors in their order
 */
public record RunReport(List<VectorResult> results) {
    /**
     * Copies the list.
     *
     * @param results copied
     */
    public RunReport {
        results = List.copyOf(results);
    }

    /**
     * The number of vectors that passed.
     *
     * @return 0 or more
     */
    public long passed() {
        return results.stream().filter(VectorResult::passed).count();
    }

    /**
     * The number of vectors that failed.
     *
     * @return 0 or more
     */
    public long failed() {
        return results.size() - passed();
    }

    /**
     * The results of the vectors that failed.
     *
     * @return those, in order
     */
    public List<VectorResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /**
     * Tells whether the run counts as a success. A run of nothing does not: it would hide an empty or mistaken list.
     *
     * @return true if at least one vector ran and none failed
     */
    public boolean success() {
        return !results.isEmpty() && failed() == 0;
    }

    /**
     * The count in words.
     *
     * @return {@code N passed, N failed}
     */
    public String summary() {
        return passed() + " passed, " + failed() + " failed";
    }
}
