package dev.assay.tdx;

import dev.assay.model.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * XFAM, the extended features available to the TD: 64 bits, little-endian, laid out like XCR0 and IA32_XSS together.
 * Whether the bits fit each other can be asked; decoding does not demand it. Source: Intel TDX module specification,
 * XFAM.
 *
 * @param raw the 8 bytes as received
 */
public record Xfam(Bytes raw) {
    /** How many bytes there are. */
    public static final int SIZE = 8;

    private static final long FIXED_ONE = XfamFeature.X87.mask() | XfamFeature.SSE.mask();
    private static final long KNOWN = known();

    /**
     * Wraps a feature mask.
     *
     * @param raw the 8 bytes as received
     * @throws IllegalArgumentException if they are not 8
     */
    public Xfam {
        FixedSize.require(raw, SIZE, "XFAM");
    }

    private static long known() {
        long mask = 0;
        for (XfamFeature feature : XfamFeature.values()) {
            mask |= feature.mask();
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
     * @param feature which
     * @return true if it is
     */
    public boolean has(XfamFeature feature) {
        return (bits() & feature.mask()) != 0;
    }

    /**
     * The named bits that are set.
     *
     * @return them in the order of their positions, unmodifiable
     */
    public Set<XfamFeature> named() {
        EnumSet<XfamFeature> set = EnumSet.noneOf(XfamFeature.class);
        for (XfamFeature feature : XfamFeature.values()) {
            if (has(feature)) {
                set.add(feature);
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

    /**
     * Tells whether the bits that no TD can do without (0 and 1) are set.
     *
     * @return true if both are
     */
    public boolean fixedOnesSet() {
        return (bits() & FIXED_ONE) == FIXED_ONE;
    }

    /**
     * The groups of which some bits are set and some are not, which no TDX module allows.
     *
     * @return the broken groups, unmodifiable, empty if all is well
     */
    public Set<XfamGroup> brokenGroups() {
        EnumSet<XfamGroup> broken = EnumSet.noneOf(XfamGroup.class);
        for (XfamGroup group : XfamGroup.values()) {
            long part = bits() & group.mask();
            if (part != 0 && part != group.mask()) {
                broken.add(group);
            }
        }
        return Collections.unmodifiableSet(broken);
    }

    /** The 8 bytes in hexadecimal, as received. */
    @Override
    public String toString() {
        return raw.hex();
    }
}
