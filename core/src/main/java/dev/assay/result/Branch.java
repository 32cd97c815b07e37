package dev.assay.result;

import java.util.List;

/**
 * What one policy came to: a tree, since policies can be made of others.
 *
 * @param policyId the policy's id
 * @param policyVersion its version
 * @param combination how its verdict comes about
 * @param rules its own rules, each with what it came to; empty for a policy that is made of others
 * @param branches the policies that it is made of, in their order; empty for one with rules of its own
 */
public record Branch(
        String policyId, String policyVersion, Combination combination, List<RuleResult> rules, List<Branch> branches) {
    /**
     * Keeps its own copies of the lists.
     *
     * @param policyId the policy's id
     * @param policyVersion its version
     * @param combination how its verdict comes about
     * @param rules its own rules, each with what it came to; empty for a policy that is made of others
     * @param branches the policies that it is made of, in their order; empty for one with rules of its own
     * @throws IllegalArgumentException if there is nothing that a verdict could come from
     */
    public Branch {
        rules = List.copyOf(rules);
        branches = List.copyOf(branches);
        boolean leaf = combination == Combination.RULES;
        if (leaf ? rules.isEmpty() || !branches.isEmpty() : branches.isEmpty() || !rules.isEmpty()) {
            throw new IllegalArgumentException("a policy has either rules or parts, and at least one");
        }
    }

    /**
     * The verdict.
     *
     * @return true if no rule failed, or the parts combine to that
     */
    public boolean passed() {
        return switch (combination) {
            case RULES -> rules.stream().noneMatch(RuleResult::failed);
            case ALL_OF -> branches.stream().allMatch(Branch::passed);
            case ANY_OF -> branches.stream().anyMatch(Branch::passed);
        };
    }

    /**
     * The rules that the verdict rests on: all of them, but of alternatives only those of the first that is met. So there
     * is a failed one in the list exactly if the verdict is no.
     *
     * @return an immutable list in the order of the policy
     */
    public List<RuleResult> decisive() {
        return switch (combination) {
            case RULES -> rules;
            case ALL_OF -> all();
            case ANY_OF ->
                branches.stream()
                        .filter(Branch::passed)
                        .findFirst()
                        .map(Branch::decisive)
                        .orElseGet(this::all);
        };
    }

    private List<RuleResult> all() {
        return branches.stream().flatMap(part -> part.decisive().stream()).toList();
    }
}
