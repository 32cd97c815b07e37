package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.tdx.TdReport;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measurements that belong together: each set is one release, and a TD must be as one of them in all the registers that
 * the set names. Lists for each register by itself would also accept a mixture of releases.
 *
 * @param sets the releases, each from registers to 48 bytes
 */
public record RegisterSets(List<Map<TdxRegister, Bytes>> sets) implements Demand<TdReport> {
    /** How many sets there may be. */
    public static final int MOST = 1000;

    private static final int SIZE = 48;

    /**
     * Keeps each set once, in the order given.
     *
     * @param sets the releases, each from registers to 48 bytes
     * @throws IllegalArgumentException if there is none, there are more than {@link #MOST}, one names no register, or a
     *     value does not have 48 bytes
     */
    public RegisterSets {
        sets = Listing.distinct(sets.stream().map(RegisterSets::copy).toList(), MOST);
    }

    private static Map<TdxRegister, Bytes> copy(Map<TdxRegister, Bytes> set) {
        if (set.isEmpty()) {
            throw new IllegalArgumentException("each set must name at least one register");
        }
        EnumMap<TdxRegister, Bytes> copy = new EnumMap<>(set);
        if (copy.values().stream().anyMatch(value -> value.length() != SIZE)) {
            throw new IllegalArgumentException("a register has 48 bytes");
        }
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Whether every set names a register.
     *
     * @param register the register
     * @return true if so
     */
    public boolean allName(TdxRegister register) {
        return sets.stream().allMatch(set -> set.containsKey(register));
    }

    /** Every set is compared in full, so that the time does not tell which one it was, or how nearly. */
    @Override
    public boolean accepts(TdReport fact) {
        boolean found = false;
        for (Map<TdxRegister, Bytes> set : sets) {
            boolean all = true;
            for (Map.Entry<TdxRegister, Bytes> entry : set.entrySet()) {
                all &= entry.getValue().equals(entry.getKey().of(fact));
            }
            found |= all;
        }
        return found;
    }

    @Override
    public String words() {
        return Listing.words(sets.stream()
                .map(set -> set.entrySet().stream()
                        .map(entry ->
                                entry.getKey().label() + " " + entry.getValue().hex())
                        .collect(Collectors.joining(" with ")))
                .toList());
    }
}
