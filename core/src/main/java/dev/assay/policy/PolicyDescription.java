package dev.assay.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A policy in words: what it demands and what it leaves open.
 *
 * @param lines one for each rule that has a say, in the order of results
 */
public record PolicyDescription(List<Line> lines) {
    /**
     * What the policy says of one rule.
     *
     * @param policyId the policy with rules that says it, a part of the one that is described
     * @param code the rule
     * @param path the member that has the demand, or would have it
     * @param meaning what the rule is about
     * @param demand the demand in words
     * @param unsaid what would be demanded if the policy did not mention the rule, in words
     * @param origin why it applies
     */
    public record Line(
            String policyId, String code, String path, String meaning, String demand, String unsaid, Origin origin) {}

    /** Why a demand applies. */
    public enum Origin {
        /** The policy demands it. */
        DEMANDED,
        /** The policy does not mention the rule, which has a default. */
        DEFAULT,
        /** The policy says that anything will do. */
        LEFT_OPEN,
        /** The policy does not mention the rule, and by default anything will do. */
        UNMENTIONED
    }

    /**
     * Keeps its own copy of the list.
     *
     * @param lines one for each rule that has a say, in the order of results
     */
    public PolicyDescription {
        lines = List.copyOf(lines);
    }

    /**
     * Describes a policy.
     *
     * @param policy the policy
     * @return every rule of every part of it
     */
    public static PolicyDescription of(Policy policy) {
        List<Line> lines = new ArrayList<>();
        for (PlainPolicy part : policy.leaves()) {
            add(lines, part.id(), part.common());
            part.snp().ifPresent(snp -> add(lines, part.id(), snp));
            part.tdx().ifPresent(tdx -> add(lines, part.id(), tdx));
        }
        return new PolicyDescription(lines);
    }

    /**
     * The lines of one origin.
     *
     * @param origin which
     * @return those lines, in order
     */
    public List<Line> lines(Origin origin) {
        return lines.stream().filter(line -> line.origin() == origin).toList();
    }

    private static <V> void add(List<Line> lines, String policyId, PolicySection<V> section) {
        for (PolicyRule<V, ?> rule : section.rules()) {
            lines.add(line(policyId, section, rule));
        }
    }

    private static <V, F> Line line(String policyId, PolicySection<V> section, PolicyRule<V, F> rule) {
        Demand<F> demand = section.demand(rule);
        return new Line(
                policyId,
                rule.code(),
                section.table().path(rule.member()),
                rule.meaning(),
                rule.words(demand),
                rule.words(rule.unsaid()),
                origin(section.mentions(rule), demand.open()));
    }

    private static Origin origin(boolean mentioned, boolean open) {
        if (mentioned) {
            return open ? Origin.LEFT_OPEN : Origin.DEMANDED;
        }
        return open ? Origin.UNMENTIONED : Origin.DEFAULT;
    }
}
