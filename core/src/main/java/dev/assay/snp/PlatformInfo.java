package dev.assay.snp;

import java.util.EnumSet;
import java.util.Set;

/**
 * The platform's configuration: the 64-bit word at offset 0x40. Firmware updates add bits to it without a new report
 * version, so unknown ones are to be expected.
 *
 * @param value the word, every bit as received
 */
public record PlatformInfo(long value) {
    private static final long KNOWN = 0xFF;

    /**
     * Tells whether a bit is set.
     *
     * @param bit which
     * @return true if it is one
     */
    public boolean has(PlatformInfoBit bit) {
        return (value >>> bit.bit() & 1) != 0;
    }

    /**
     * All named bits that are set.
     *
     * @return a new set in the order of the bits
     */
    public Set<PlatformInfoBit> bits() {
        EnumSet<PlatformInfoBit> set = EnumSet.noneOf(PlatformInfoBit.class);
        for (PlatformInfoBit bit : PlatformInfoBit.values()) {
            if (has(bit)) {
                set.add(bit);
            }
        }
        return set;
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
