package dev.assay.tdx;

import dev.assay.model.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * TDATTRIBUTES: how the TD was configured, 64 bits, little-endian. Bits 7:0 are the group "TD under debug" (TUD), bits
 * 31:8 the group "security" (SEC), the rest is "other". Bits without a name stay visible.
 *
 * @param raw the 8 bytes as received
 */
public record TdAttributes(Bytes raw) {
    /** How many bytes there are. */
    public static final int SIZE = 8;

    private static final long TUD = 0xFF;
    private static final long KNOWN = known();

    /**
     * Wraps attributes.
     *
     * @param raw the 8 bytes as received
     * @throws IllegalArgumentException if they are not 8
     */
    public TdAttributes {
        FixedSize.require(raw, SIZE, "TDATTRIBUTES");
    }

    private static long known() {
        long mask = 0;
        for (TdAttribute attribute : TdAttribute.values()) {
            mask |= attribute.mask();
        }
        return mask;
    }

    /**
     * All bits as a number.
     *
     * @return 64 bits, to be taken as unsigned
     */
    public long bits() {
        return raw.u64le(0);
    }

    /**
     * Tells whether a bit is set.
     *
     * @param attribute which
     * @return true if it is
     */
    public boolean has(TdAttribute attribute) {
        return (bits() & attribute.mask()) != 0;
    }

    /**
     * Tells whether the TD is under debug, which any bit of the TUD group (7:0) means, the reserved ones included. Such
     * a TD keeps nothing from its host.
     *
     * @return true if at least one of the bits is set
     */
    public boolean tud() {
        return (bits() & TUD) != 0;
    }

    /**
     * The named bits that are set.
     *
     * @return them in the order of their positions, unmodifiable
     */
    public Set<TdAttribute> named() {
        EnumSet<TdAttribute> set = EnumSet.noneOf(TdAttribute.class);
        for (TdAttribute attribute : TdAttribute.values()) {
            if (has(attribute)) {
                set.add(attribute);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    /**
     * The bits that are set and have no name here.
     *
     * @return 64 bits in their own positions, 0 if there are none
     */
    public long unknownBits() {
        return bits() & ~KNOWN;
    }

    /** The 8 bytes in hexadecimal, as received. */
    @Override
    public String toString() {
        return raw.hex();
    }
}
