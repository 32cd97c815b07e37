package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.snp.AttestationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Privilege levels: a list of them, or the least privileged one. A report for the host has none of 0 to 3. */
record LevelForm() implements Form<Long> {
    private static final String AT_MOST = "atMost";
    private static final long LOWEST = 3;

    @Override
    public Demand<Long> read(JsonNode node) throws JsonException {
        if (node instanceof JsonObject object) {
            if (object.members().size() != 1) {
                throw node.fault("must have the member " + AT_MOST + " alone");
            }
            return new AtMost(object.member(AT_MOST).number(0, LOWEST));
        }
        List<Long> levels = new ArrayList<>();
        for (JsonNode element : node.list()) {
            long level = element.number(0, AttestationReport.HOST_REQUESTED);
            if (level > LOWEST && level != AttestationReport.HOST_REQUESTED) {
                throw element.fault("must be 0 to 3, or 4294967295 for a report that the host asked for");
            }
            levels.add(level);
        }
        return new Numbers(levels);
    }

    @Override
    public Object write(Demand<Long> demand) {
        if (demand instanceof AtMost most) {
            return Map.of(AT_MOST, most.most());
        }
        if (demand instanceof Numbers numbers) {
            return numbers.allowed();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Long fact) {
        return fact == AttestationReport.HOST_REQUESTED ? "asked for by the host" : String.valueOf(fact);
    }

    @Override
    public String shape() {
        return "list of levels, or {\"atMost\": level}";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.either(List.of(
                Schemas.listOf(levels()),
                Schemas.of(
                        "type",
                        "object",
                        "additionalProperties",
                        false,
                        "required",
                        List.of(AT_MOST),
                        "properties",
                        Map.of(AT_MOST, Schemas.number(0, LOWEST)))));
    }

    private static Map<String, Object> levels() {
        return Map.of("enum", List.of(0L, 1L, 2L, 3L, AttestationReport.HOST_REQUESTED));
    }
}
