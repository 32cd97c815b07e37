package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lists of security advisories that may not apply. Their ids have one spelling: a list that refuses would never refuse
 * anything by an id that is misspelt.
 */
record AdvisoriesForm() implements Form<List<String>> {
    private static final String TEXT = "INTEL-SA-[0-9]{5,9}";
    private static final Pattern PATTERN = Pattern.compile(TEXT);

    static List<String> advisories(JsonNode node) throws JsonException {
        List<String> ids = new ArrayList<>();
        for (JsonNode element : node.list()) {
            if (!PATTERN.matcher(element.text()).matches()) {
                throw element.fault("must be an advisory like INTEL-SA-00615");
            }
            ids.add(element.text());
        }
        return ids;
    }

    @Override
    public Demand<List<String>> read(JsonNode node) throws JsonException {
        return new NoneOf(advisories(node));
    }

    @Override
    public Object write(Demand<List<String>> demand) {
        if (demand instanceof NoneOf none) {
            return none.refused();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(List<String> fact) {
        return fact.isEmpty() ? "none" : String.join(", ", fact);
    }

    @Override
    public String shape() {
        return "list of advisories like INTEL-SA-00615";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.listOf(Schemas.pattern("^" + TEXT + "$"));
    }
}
