package dev.assay.snp;

import java.util.EnumSet;
import java.util.Set;

/**
 * The guest policy that the guest owner gave at launch, and that the firmware enforces: the 64-bit word at offset 0x08.
 * It is not part of the launch measurement.
 *
 * @param value the word, every bit as received
 */
public record GuestPolicy(long value) {
    /** Bit 17, which must be one. */
    public static final int MUST_BE_ONE = 17;

    private static final long KNOWN = knownBits();

    private static long knownBits() {
        long known = 0xFFFF | 1L << MUST_BE_ONE;
        for (GuestPolicyBit bit : GuestPolicyBit.values()) {
            known |= 1L << bit.bit();
        }
        return known;
    }

    /**
     * Tells whether a bit is set.
     *
     * @param bit which
     * @return true if it is one
     */
    public boolean has(GuestPolicyBit bit) {
        return (value >>> bit.bit() & 1) != 0;
    }

    /**
     * All named bits that are set.
     *
     * @return a new set in the order of the bits
     */
    public Set<GuestPolicyBit> bits() {
        EnumSet<GuestPolicyBit> set = EnumSet.noneOf(GuestPolicyBit.class);
        for (GuestPolicyBit bit : GuestPolicyBit.values()) {
            if (has(bit)) {
                set.add(bit);
            }
        }
        return set;
    }

    /**
     * ABI_MAJOR, bits 15:8: with the minor version, the least firmware ABI that the guest needs.
     *
     * @return 0 to 255
     */
    public int abiMajor() {
        return (int) (value >>> 8) & 0xFF;
    }

    /**
     * ABI_MINOR, bits 7:0.
     *
     * @return 0 to 255
     */
    public int abiMinor() {
        return (int) value & 0xFF;
    }

    /**
     * Whether bit 17 is one, as it must be.
     *
     * @return true in every genuine report
     */
    public boolean reservedOneIsSet() {
        return (value >>> MUST_BE_ONE & 1) != 0;
    }

    /**
     * Bits without a known meaning.
     *
     * @return those of them that are set, in place
     */
    public long unknownBits() {
        return value & ~KNOWN;
    }
}
