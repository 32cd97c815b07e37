package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.snp.TcbComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes one demand of a drafted section so that the evidence it was drafted from just does not meet it. */
final class Tightening {
    private Tightening() {}

    /** From each rule that the section pins to the section with that rule tightened. */
    static <V> Map<PolicyRule<V, ?>, PolicySection<V>> all(PolicySection<V> section) {
        Map<PolicyRule<V, ?>, PolicySection<V>> all = new LinkedHashMap<>();
        for (PolicyRule<V, ?> rule : section.rules()) {
            if (section.pins(rule)) {
                add(all, section, rule);
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <V, F> void add(
            Map<PolicyRule<V, ?>, PolicySection<V>> all, PolicySection<V> section, PolicyRule<V, F> rule) {
        for (Demand<?> demand : tighter(rule, section.demand(rule))) {
            try {
                all.put(rule, section.with(rule, (Demand<F>) demand));
            } catch (PolicyException beyondTheField) {
                // A number that the field cannot have is no demand.
            }
        }
    }

    private static List<Demand<?>> tighter(PolicyRule<?, ?> rule, Demand<?> demand) {
        if (demand instanceof Values values) {
            return List.of(Values.of(flipped(values.allowed().get(0))));
        }
        if (demand instanceof BitState state) {
            return List.of(BitState.as(state == BitState.FORBIDDEN));
        }
        if (demand instanceof AtLeast least) {
            return List.of(new AtLeast(least.least() + 1));
        }
        if (demand instanceof Numbers numbers) {
            return List.of(Numbers.of(numbers.allowed().get(0) == 0 ? 1 : 0));
        }
        if (demand instanceof Since since) {
            return List.of(new Since(since.earliest().plusSeconds(1)));
        }
        if (demand instanceof VersionFloor floor) {
            List<Integer> parts = new ArrayList<>(floor.parts());
            parts.set(2, parts.get(2) + 1);
            return parts.get(2) > 255 ? List.of() : List.of(new VersionFloor(parts));
        }
        if (demand instanceof Words words) {
            List<String> others = rule == SnpRules.PRODUCTS ? List.of("Milan", "Genoa") : List.of("VCEK", "VLEK");
            return List.of(Words.of(others.get(words.allowed().contains(others.get(0)) ? 1 : 0)));
        }
        if (demand instanceof SvnFloor floor) {
            byte[] least = floor.least().toArray();
            least[15]++;
            return List.of(new SvnFloor(Bytes.copyOf(least)));
        }
        if (demand instanceof MaskedBits masked) {
            return List.of(new MaskedBits(masked.mask(), flipped(masked.value())));
        }
        if (demand instanceof AcceptedStatuses statuses) {
            TcbStatus status = statuses.accepted().get(0).status();
            return List.of(
                    AcceptedStatuses.of(status == TcbStatus.UP_TO_DATE ? TcbStatus.OUT_OF_DATE : TcbStatus.UP_TO_DATE));
        }
        if (demand instanceof TcbFloors floors) {
            return tighter(floors);
        }
        throw new AssertionError("no way to tighten " + demand);
    }

    private static List<Demand<?>> tighter(TcbFloors floors) {
        List<Demand<?>> tighter = new ArrayList<>();
        floors.floors().forEach((scope, components) -> {
            for (TcbComponent component : components.keySet()) {
                Map<TcbComponent, Integer> higher = new HashMap<>(components);
                if (higher.merge(component, 1, Integer::sum) <= 255) {
                    tighter.add(TcbFloors.of(scope, higher));
                }
            }
        });
        return tighter;
    }

    private static Bytes flipped(Bytes value) {
        byte[] bytes = value.toArray();
        bytes[bytes.length - 1] ^= 1;
        return Bytes.copyOf(bytes);
    }
}
