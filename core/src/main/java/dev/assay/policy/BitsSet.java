package dev.assay.policy;

import java.util.List;

/**
 * Bits of a 64-bit set that must be there; others may be. A set is not a number: one with bit 3 alone does not meet a
 * demand for bit 0, although it is the greater number.
 *
 * @param bits the bits' numbers, 0 for the least significant
 */
public record BitsSet(List<Integer> bits) implements Demand<Long> {
    /**
     * Keeps each bit once, in ascending order.
     *
     * @param bits the bits' numbers, 0 for the least significant
     * @throws IllegalArgumentException if there is none, or one is not 0 to 63
     */
    public BitsSet {
        bits = Listing.distinct(bits).stream().sorted().toList();
        if (bits.get(0) < 0 || bits.get(bits.size() - 1) > 63) {
            throw new IllegalArgumentException("bits have numbers from 0 to 63");
        }
    }

    /**
     * Demands all bits that a set has.
     *
     * @param value 64 bits
     * @return the demand
     * @throws IllegalArgumentException if none is set
     */
    public static BitsSet of(long value) {
        return new BitsSet(java.util.stream.IntStream.range(0, 64)
                .filter(bit -> (value >>> bit & 1) != 0)
                .boxed()
                .toList());
    }

    @Override
    public boolean accepts(Long fact) {
        return bits.stream().allMatch(bit -> (fact >>> bit & 1) != 0);
    }

    @Override
    public String words() {
        return "bits " + bits + " set";
    }
}
