package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.tdx.TdReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists of sets of registers. */
record RegistersForm() implements Form<TdReport> {
    private static final int SIZE = 48;

    @Override
    public Demand<TdReport> read(JsonNode node) throws JsonException {
        List<Map<TdxRegister, Bytes>> sets = new ArrayList<>();
        for (JsonNode element : node.list()) {
            EnumMap<TdxRegister, Bytes> set = new EnumMap<>(TdxRegister.class);
            for (Map.Entry<String, JsonNode> member : element.object().members().entrySet()) {
                Optional<TdxRegister> register = TdxRegister.named(member.getKey());
                if (register.isEmpty()) {
                    throw member.getValue().fault("is not a register");
                }
                set.put(register.get(), Hex.read(member.getValue(), SIZE));
            }
            if (set.isEmpty()) {
                throw element.fault("must name at least one register");
            }
            sets.add(set);
        }
        return new RegisterSets(sets);
    }

    @Override
    public Object write(Demand<TdReport> demand) {
        if (demand instanceof RegisterSets registers) {
            return registers.sets().stream().map(RegistersForm::write).toList();
        }
        throw Form.unfit(demand);
    }

    private static Object write(Map<TdxRegister, Bytes> set) {
        Map<String, Object> members = new LinkedHashMap<>();
        set.forEach((register, value) -> members.put(register.label(), value.hex()));
        return members;
    }

    @Override
    public String show(TdReport fact) {
        return Arrays.stream(TdxRegister.values())
                .map(register -> register.label() + " " + register.of(fact).hex())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String shape() {
        return "list of {register: 48 bytes in hex}, each one release";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (TdxRegister register : TdxRegister.values()) {
            members.put(register.label(), Schemas.pattern(Hex.pattern(SIZE)));
        }
        return Schemas.listOf(RegisterSets.MOST, Schemas.object(members));
    }
}
