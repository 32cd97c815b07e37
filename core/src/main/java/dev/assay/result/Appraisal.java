package dev.assay.result;

import java.util.List;

/**
 * What a policy makes of evidence, in words.
 *
 * @param branch every rule with what it came to
 * @param notices what the rules noticed besides
 * @param tcb the security versions beside the policy's floors
 * @param policy which policy it was
 */
public record Appraisal(Branch branch, List<Notice> notices, List<TcbRow> tcb, PolicyReference policy) {
    /**
     * Keeps its own copies of the lists.
     *
     * @param branch every rule with what it came to
     * @param notices what the rules noticed besides
     * @param tcb the security versions beside the policy's floors
     * @param policy which policy it was
     */
    public Appraisal {
        notices = List.copyOf(notices);
        tcb = List.copyOf(tcb);
    }
}
