package dev.assay.reappraisal;

import dev.assay.result.ResultSummary;
import java.util.List;

/**
 * What differs between two results.
 *
 * @param verdict whether the verdict does
 * @param tcbStatus whether Intel's judgement of the TCB does
 * @param policy whether another policy was asked; by itself that is no change
 * @param codesAdded what speaks against the evidence only now
 * @param codesRemoved what spoke against it only before
 * @param advisoriesAdded the advisories that apply only now
 * @param advisoriesRemoved the advisories that applied only before
 */
public record Change(
        boolean verdict,
        boolean tcbStatus,
        boolean policy,
        List<String> codesAdded,
        List<String> codesRemoved,
        List<String> advisoriesAdded,
        List<String> advisoriesRemoved) {
    /**
     * Compares two results.
     *
     * @param before the earlier one
     * @param after the later one
     * @return the difference
     */
    public static Change between(ResultSummary before, ResultSummary after) {
        return new Change(
                before.verdict() != after.verdict(),
                !before.tcbStatus().equals(after.tcbStatus()),
                !before.policy().sha256().equals(after.policy().sha256()),
                without(after.codes(), before.codes()),
                without(before.codes(), after.codes()),
                without(after.advisories(), before.advisories()),
                without(before.advisories(), after.advisories()));
    }

    /**
     * Whether anything that is found out about the evidence differs.
     *
     * @return true if verdict, status, codes or advisories do
     */
    public boolean any() {
        return verdict
                || tcbStatus
                || !codesAdded.isEmpty()
                || !codesRemoved.isEmpty()
                || !advisoriesAdded.isEmpty()
                || !advisoriesRemoved.isEmpty();
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(one -> !others.contains(one)).toList();
    }
}
