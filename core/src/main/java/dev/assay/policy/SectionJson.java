package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sections of a policy in JSON: a member for each rule, some of them grouped in an object. */
final class SectionJson {
    private static final String ANY = "any";

    private SectionJson() {}

    /** Reads the members that the table knows, and refuses the others. */
    static <V> PolicySection<V> read(RuleTable<V> table, Map<String, JsonNode> members) throws JsonException {
        Map<PolicyRule<V, ?>, Demand<?>> said = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            String name = member.getKey();
            if (name.indexOf('.') >= 0) {
                throw unknown(member.getValue());
            }
            if (table.isGroup(name)) {
                readGroup(table, name, member.getValue().object(), said);
            } else {
                readRule(table, name, member.getValue(), said);
            }
        }
        return new PolicySection<>(table, said);
    }

    private static <V> void readGroup(
            RuleTable<V> table, String group, JsonObject object, Map<PolicyRule<V, ?>, Demand<?>> said)
            throws JsonException {
        if (object.members().isEmpty()) {
            throw object.fault("must say something, or be left out");
        }
        for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
            readRule(table, group + "." + member.getKey(), member.getValue(), said);
        }
    }

    private static <V> void readRule(
            RuleTable<V> table, String name, JsonNode value, Map<PolicyRule<V, ?>, Demand<?>> said)
            throws JsonException {
        Optional<PolicyRule<V, ?>> rule = table.find(name);
        if (rule.isEmpty()) {
            throw unknown(value);
        }
        said.put(rule.get(), demand(rule.get(), value));
    }

    private static <F> Demand<F> demand(PolicyRule<?, F> rule, JsonNode value) throws JsonException {
        if (value.is(ANY)) {
            return Demand.any();
        }
        try {
            return rule.form().read(value);
        } catch (IllegalArgumentException e) {
            throw value.fault(String.valueOf(e.getMessage()));
        }
    }

    private static JsonException unknown(JsonNode value) {
        return value.fault("is not known here");
    }

    static <V> Map<String, Object> write(PolicySection<V> section) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (PolicyRule<V, ?> rule : section.rules()) {
            write(rule, section, members);
        }
        return members;
    }

    @SuppressWarnings("unchecked") // the members of groups are maps that were put there here
    private static <V, F> void write(PolicyRule<V, F> rule, PolicySection<V> section, Map<String, Object> members) {
        Optional<Demand<F>> demand = section.said(rule);
        if (demand.isEmpty()) {
            return;
        }
        Object value = demand.get().open() ? ANY : rule.form().write(demand.get());
        int dot = rule.member().indexOf('.');
        if (dot < 0) {
            members.put(rule.member(), value);
        } else {
            Object group = members.computeIfAbsent(rule.member().substring(0, dot), name -> new LinkedHashMap<>());
            ((Map<String, Object>) group).put(rule.member().substring(dot + 1), value);
        }
    }
}
