package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of bits by their numbers. */
record BitsSetForm() implements Form<Long> {
    private static final long LAST = 63;

    @Override
    public Demand<Long> read(JsonNode node) throws JsonException {
        List<Integer> bits = new ArrayList<>();
        for (JsonNode element : node.list()) {
            bits.add((int) element.number(0, LAST));
        }
        return new BitsSet(bits);
    }

    @Override
    public Object write(Demand<Long> demand) {
        if (demand instanceof BitsSet set) {
            return set.bits();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Long fact) {
        return fact == 0 ? "no bit set" : BitsSet.of(fact).words();
    }

    @Override
    public String shape() {
        return "list of bits by number, 0 to 63";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.listOf(Schemas.number(0, LAST));
    }
}
