package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things without repetitions, in the order they were given. Few are compared one by one, since to hash a certificate takes
 * longer than to see that it is another. Many are looked up, by bytes, which have an order: whoever makes certificates can
 * make their hash codes equal.
 */
final class Distinct<T> {
    private static final int FEW = 8;

    private final List<T> things = new ArrayList<>();
    private final Function<? super T, Bytes> identity;
    private @Nullable Set<Bytes> table;

    /** Things are the same if they have the same bytes. */
    Distinct(Function<? super T, Bytes> identity) {
        this.identity = identity;
    }

    void add(T thing) {
        if (isNew(thing)) {
            things.add(thing);
        }
    }

    /** The first is new whatever its bytes are, which may take some work to find out. */
    private boolean isNew(T thing) {
        if (things.isEmpty()) {
            return true;
        }
        Bytes bytes = identity.apply(thing);
        if (table != null) {
            return table.add(bytes);
        }
        for (T other : things) {
            if (identity.apply(other).equals(bytes)) {
                return false;
            }
        }
        if (things.size() == FEW) {
            Set<Bytes> all = new HashSet<>();
            things.forEach(other -> all.add(identity.apply(other)));
            all.add(bytes);
            table = all;
        }
        return true;
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
