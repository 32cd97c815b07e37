package dev.assay.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that one section of a policy can mention, in the order of results. */
final class RuleTable<V> {
    private final String section;
    private final Map<String, PolicyRule<V, ?>> byMember = new LinkedHashMap<>();
    private final List<PolicyRule<V, ?>> rules;

    RuleTable(String section, List<PolicyRule<V, ?>> rules) {
        this.section = section;
        this.rules = List.copyOf(rules);
        for (PolicyRule<V, ?> rule : rules) {
            if (byMember.put(rule.member(), rule) != null) {
                throw new IllegalStateException("two rules for " + rule.member());
            }
        }
    }

    /** The member that the section is in; empty for what stands at the top of a policy. */
    String section() {
        return section;
    }

    List<PolicyRule<V, ?>> rules() {
        return rules;
    }

    Optional<PolicyRule<V, ?>> find(String member) {
        return Optional.ofNullable(byMember.get(member));
    }

    boolean has(PolicyRule<?, ?> rule) {
        return byMember.get(rule.member()) == rule;
    }

    /** Whether members of some rules are inside one of this name. */
    boolean isGroup(String name) {
        return byMember.keySet().stream().anyMatch(member -> member.startsWith(name + "."));
    }

    String path(String member) {
        return section.isEmpty() ? member : section + "." + member;
    }
}
