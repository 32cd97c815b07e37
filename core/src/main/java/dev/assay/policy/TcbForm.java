package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Floors for each product and model. */
record TcbForm() implements Form<ScopedTcb> {
    private static final long HIGHEST = 255;

    @Override
    public Demand<ScopedTcb> read(JsonNode node) throws JsonException {
        Map<TcbScope, Map<TcbComponent, Integer>> floors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.object().members().entrySet()) {
            JsonObject components = member.getValue().object();
            try {
                TcbScope scope = TcbScope.parse(member.getKey());
                floors.put(scope, TcbFloors.checked(scope, components(components)));
            } catch (IllegalArgumentException e) {
                throw components.fault(String.valueOf(e.getMessage()));
            }
        }
        return new TcbFloors(floors);
    }

    private static Map<TcbComponent, Integer> components(JsonObject object) throws JsonException {
        Map<TcbComponent, Integer> components = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
            TcbComponent component = Arrays.stream(TcbComponent.values())
                    .filter(known -> known.label().equals(member.getKey()))
                    .findFirst()
                    .orElseThrow(() -> member.getValue().fault("is not a component of a TCB"));
            components.put(component, (int) member.getValue().number(0, HIGHEST));
        }
        return components;
    }

    @Override
    public Object write(Demand<ScopedTcb> demand) {
        if (!(demand instanceof TcbFloors floors)) {
            throw Form.unfit(demand);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        floors.floors().forEach((scope, components) -> {
            Map<String, Object> versions = new LinkedHashMap<>();
            components.forEach((component, floor) -> versions.put(component.label(), floor));
            members.put(scope.toString(), versions);
        });
        return members;
    }

    @Override
    public String show(ScopedTcb fact) {
        return fact.product().label() + ": " + fact.tcb();
    }

    @Override
    public String shape() {
        return "{product or product/family/model: {component: 0 to 255}}";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> components = new LinkedHashMap<>();
        for (TcbComponent component : TcbComponent.values()) {
            components.put(component.label(), Schemas.number(0, HIGHEST));
        }
        String products = Arrays.stream(Product.values()).map(Product::label).collect(Collectors.joining("|"));
        return Schemas.of(
                "type",
                "object",
                "minProperties",
                1L,
                "additionalProperties",
                false,
                "patternProperties",
                Map.of("^(" + products + ")(/[0-9a-f]{2}/[0-9a-f]{2})?$", Schemas.object(components)));
    }
}
