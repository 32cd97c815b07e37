package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A value under a mask.
 *
 * @param size of both, in bytes
 */
record MaskedForm(int size) implements Form<Bytes> {
    private static final String MASK = "mask";
    private static final String VALUE = "value";

    @Override
    public Demand<Bytes> read(JsonNode node) throws JsonException {
        JsonObject object = node.object();
        Bytes mask = Hex.read(object.member(MASK), size);
        Bytes value = Hex.read(object.member(VALUE), size);
        if (object.members().size() != 2) {
            throw node.fault("must have the members mask and value alone");
        }
        return new MaskedBits(mask, value);
    }

    @Override
    public Object write(Demand<Bytes> demand) {
        if (demand instanceof MaskedBits masked) {
            return Schemas.of(MASK, masked.mask().hex(), VALUE, masked.value().hex());
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Bytes fact) {
        return fact.hex();
    }

    @Override
    public String shape() {
        return "{\"mask\": hex, \"value\": hex}, " + size + " bytes each as received";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> hex = Schemas.pattern(Hex.pattern(size));
        return Schemas.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of(MASK, VALUE),
                "properties",
                Schemas.of(MASK, hex, VALUE, hex));
    }
}
