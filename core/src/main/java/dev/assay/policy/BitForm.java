package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The state of a bit, or of anything else that is so or not so.
 *
 * @param states what may be demanded
 */
record BitForm(List<BitState> states) implements Form<Boolean> {
    static BitForm free() {
        return new BitForm(List.of(BitState.values()));
    }

    static BitForm only(BitState state) {
        return new BitForm(List.of(state));
    }

    @Override
    public Demand<Boolean> read(JsonNode node) throws JsonException {
        for (BitState state : states) {
            if (node.is(state.label())) {
                return state;
            }
        }
        throw node.fault("must be " + shape() + ", or any");
    }

    @Override
    public Object write(Demand<Boolean> demand) {
        return Arrays.stream(BitState.values())
                .filter(state -> state == demand && states.contains(state))
                .map(BitState::label)
                .findFirst()
                .orElseThrow(() -> Form.unfit(demand));
    }

    @Override
    public String show(Boolean fact) {
        return BitState.as(fact).words();
    }

    @Override
    public String shape() {
        return String.join(" or ", labels());
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.words(labels());
    }

    private List<String> labels() {
        return states.stream().map(BitState::label).toList();
    }
}
