package dev.assay.endorsement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Things without repetitions, in the order they were given. Few are compared one by one, since to hash a certificate takes
 * longer than to see that it is another; many are looked up.
 */
final class Distinct<T> {
    private static final int FEW = 8;

    private final List<T> things = new ArrayList<>();
    private @Nullable Set<T> table;

    void add(T thing) {
        if (table == null ? !things.contains(thing) : table.add(thing)) {
            things.add(thing);
        }
        if (table == null && things.size() > FEW) {
            table = new HashSet<>(things);
        }
    }

    void addAll(List<T> others) {
        others.forEach(this::add);
    }

    int size() {
        return things.size();
    }

    List<T> list() {
        return List.copyOf(things);
    }
}
