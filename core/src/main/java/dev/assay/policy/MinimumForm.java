package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.Map;

/**
 * A least number.
 *
 * @param least the least that makes sense
 * @param most the greatest that a field can have
 */
record MinimumForm(long least, long most) implements Form<Long> {
    @Override
    public Demand<Long> read(JsonNode node) throws JsonException {
        return new AtLeast(node.number(least, most));
    }

    @Override
    public Object write(Demand<Long> demand) {
        if (demand instanceof AtLeast minimum) {
            return minimum.least();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Long fact) {
        return String.valueOf(fact);
    }

    @Override
    public String shape() {
        return "number from " + least + " to " + most;
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.number(least, most);
    }
}
