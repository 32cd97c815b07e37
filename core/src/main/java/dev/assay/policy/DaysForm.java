package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.Map;

/** A greatest age in days. */
record DaysForm() implements Form<Long> {
    private static final long MOST = 36_500;

    @Override
    public Demand<Long> read(JsonNode node) throws JsonException {
        return new AtMost(node.number(0, MOST));
    }

    @Override
    public Object write(Demand<Long> demand) {
        if (demand instanceof AtMost maximum) {
            return maximum.most();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Long fact) {
        return fact + (fact == 1 ? " day" : " days");
    }

    @Override
    public String shape() {
        return "number of days";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.number(0, MOST);
    }
}
