package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.policy.ReportData.Exact;
import dev.assay.policy.ReportData.HashOf;
import dev.assay.policy.ReportData.Prefix;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds of expectation of report data, one at a time. */
record ReportDataForm() implements Form<Bytes> {
    private static final String EXACT = "exact";
    private static final String PREFIX = "prefix";

    @Override
    public Demand<Bytes> read(JsonNode node) throws JsonException {
        Map<String, JsonNode> members = node.object().members();
        if (members.size() != 1) {
            throw node.fault("must have exactly one member: " + shape());
        }
        Map.Entry<String, JsonNode> only = members.entrySet().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case EXACT -> new Exact(Hex.read(value, ReportData.SIZE));
            case PREFIX -> new Prefix(Hex.read(value));
            default -> new HashOf(algorithm(only.getKey(), value), parts(value));
        };
    }

    private static HashAlgorithm algorithm(String name, JsonNode node) throws JsonException {
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            if (algorithm.label().equals(name)) {
                return algorithm;
            }
        }
        throw node.fault("is not known here");
    }

    private static List<Bytes> parts(JsonNode node) throws JsonException {
        List<Bytes> parts = new ArrayList<>();
        for (JsonNode element : node.list()) {
            parts.add(Hex.read(element));
        }
        if (parts.isEmpty()) {
            throw node.fault("must name at least one part");
        }
        return parts;
    }

    @Override
    public Object write(Demand<Bytes> demand) {
        if (demand instanceof Exact exact) {
            return Map.of(EXACT, exact.value().hex());
        }
        if (demand instanceof Prefix prefix) {
            return Map.of(PREFIX, prefix.value().hex());
        }
        if (demand instanceof HashOf hash) {
            return Map.of(
                    hash.algorithm().label(),
                    hash.parts().stream().map(Bytes::hex).toList());
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Bytes fact) {
        return fact.hex();
    }

    @Override
    public String shape() {
        return "{\"exact\": hex}, {\"prefix\": hex}, {\"sha256\", \"sha384\" or \"sha512\": list of hex}";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> members = Schemas.of(
                EXACT,
                Schemas.pattern(Hex.pattern(ReportData.SIZE)),
                PREFIX,
                Schemas.pattern("^([0-9a-fA-F]{2}){1," + ReportData.SIZE + "}$"));
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            members.put(algorithm.label(), Schemas.listOf(Schemas.pattern("^([0-9a-fA-F]{2})+$")));
        }
        Map<String, Object> schema = Schemas.object(members);
        schema.put("maxProperties", 1L);
        return schema;
    }
}
