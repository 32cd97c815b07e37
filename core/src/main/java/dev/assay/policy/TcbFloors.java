package dev.assay.policy;

import dev.assay.snp.TcbComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Least security versions, for each product and, where that is too coarse, for a processor model. The numbers are per
 * model: what is current on one model of a product can be far below or above what is on another.
 *
 * <p>A product that is not named is refused. A floor for the report's own model takes the place of the product's; reports
 * of version 2 do not state their model and are held to the product's.
 *
 * @param floors from products and models to the least version of some components; components that are not named may
 *     have any
 */
public record TcbFloors(Map<TcbScope, Map<TcbComponent, Integer>> floors) implements Demand<ScopedTcb> {
    /**
     * Keeps its own copies, in a fixed order.
     *
     * @param floors from products and models to the least version of some components; components that are not named may have any
     * @throws IllegalArgumentException if nothing is demanded, a version is not 0 to 255, or the product's layout has no
     *     such component
     */
    public TcbFloors {
        Map<TcbScope, Map<TcbComponent, Integer>> copy = new TreeMap<>();
        floors.forEach((scope, components) -> copy.put(scope, checked(scope, components)));
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("must name at least one product");
        }
        floors = Collections.unmodifiableMap(copy);
    }

    static Map<TcbComponent, Integer> checked(TcbScope scope, Map<TcbComponent, Integer> components) {
        Map<TcbComponent, Integer> copy = new LinkedHashMap<>();
        for (TcbComponent component : TcbComponent.values()) {
            Integer floor = components.get(component);
            if (floor == null) {
                continue;
            }
            if (!scope.product().tcbLayout().components().contains(component)) {
                throw new IllegalArgumentException(scope.product().label() + " has no " + component.label());
            }
            if (floor < 0 || floor > 255) {
                throw new IllegalArgumentException(component.label() + " must be from 0 to 255");
            }
            copy.put(component, floor);
        }
        if (copy.isEmpty()) {
            throw new IllegalArgumentException(scope + " must name at least one component");
        }
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A floor for one product or model.
     *
     * @param scope what it is for
     * @param components the least version of some components
     * @return the demand, which refuses everything else
     * @throws IllegalArgumentException if it is no possible floor
     */
    public static TcbFloors of(TcbScope scope, Map<TcbComponent, Integer> components) {
        return new TcbFloors(Map.of(scope, components));
    }

    /**
     * The floor that a TCB is held to.
     *
     * @param fact the TCB with product and model
     * @return that of its model, else that of its product; empty if neither is named
     */
    public Optional<Map<TcbComponent, Integer>> floor(ScopedTcb fact) {
        Optional<Map<TcbComponent, Integer>> whole = Optional.empty();
        for (Map.Entry<TcbScope, Map<TcbComponent, Integer>> entry : floors.entrySet()) {
            TcbScope scope = entry.getKey();
            if (fact.cpuid().isPresent()
                    && scope.isModelOf(fact.product(), fact.cpuid().get())) {
                return Optional.of(entry.getValue());
            }
            if (scope.model().isEmpty() && scope.product() == fact.product()) {
                whole = Optional.of(entry.getValue());
            }
        }
        return whole;
    }

    @Override
    public boolean accepts(ScopedTcb fact) {
        Optional<Map<TcbComponent, Integer>> floor = floor(fact);
        if (floor.isEmpty()) {
            return false;
        }
        for (Map.Entry<TcbComponent, Integer> least : floor.get().entrySet()) {
            if (fact.tcb().spl(least.getKey()) < least.getValue()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String words() {
        StringBuilder text = new StringBuilder("at least ");
        floors.forEach((scope, components) -> {
            text.append(text.length() > 9 ? "; " : "").append(scope);
            String separator = ": ";
            for (Map.Entry<TcbComponent, Integer> least : components.entrySet()) {
                text.append(separator)
                        .append(least.getKey().label())
                        .append(' ')
                        .append(least.getValue());
                separator = ", ";
            }
        });
        return text.toString();
    }
}
