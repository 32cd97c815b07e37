package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of roots. */
record RootsForm() implements Form<Bytes> {
    private static final String VENDORS = "vendor";
    private static final int SIZE = 32;

    @Override
    public Demand<Bytes> read(JsonNode node) throws JsonException {
        boolean vendors = false;
        List<Bytes> keys = new ArrayList<>();
        for (JsonNode element : node.list()) {
            if (element.is(VENDORS)) {
                vendors = true;
            } else {
                keys.add(Hex.read(element, SIZE));
            }
        }
        return new TrustedRoots(vendors, keys);
    }

    @Override
    public Object write(Demand<Bytes> demand) {
        if (!(demand instanceof TrustedRoots roots)) {
            throw Form.unfit(demand);
        }
        List<String> names = new ArrayList<>(roots.vendors() ? List.of(VENDORS) : List.of());
        roots.keys().forEach(key -> names.add(key.hex()));
        return names;
    }

    @Override
    public String show(Bytes fact) {
        return "a root with the key " + fact.hex();
    }

    @Override
    public String shape() {
        return "list of \"vendor\" and SHA-256 of roots' public keys in hex";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.listOf(
                Schemas.either(List.of(Schemas.words(List.of(VENDORS)), Schemas.pattern(Hex.pattern(SIZE)))));
    }
}
