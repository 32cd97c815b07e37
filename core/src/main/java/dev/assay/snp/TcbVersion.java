package dev.assay.snp;

import dev.assay.model.Bytes;

/**
 * A TCB version: the security versions of the firmware components, under a known layout.
 *
 * <p>There is no total order, and the eight bytes are not a number: a platform may be newer in one component and older
 * in another. {@link #isAtLeast} compares component by component, and only within one layout.
 *
 * @param layout how the bytes are divided up
 * @param bytes the eight bytes as received
 */
public record TcbVersion(TcbLayout layout, Bytes bytes) {
    /** The size of a TCB version in bytes. */
    public static final int SIZE = 8;

    /**
     * Checks the size.
     *
     * @param layout how the bytes are divided up
     * @param bytes the eight bytes as received
     * @throws IllegalArgumentException if there are not eight bytes
     */
    public TcbVersion {
        if (bytes.length() != SIZE) {
            throw new IllegalArgumentException("a TCB version has 8 bytes, not " + bytes.length());
        }
    }

    /**
     * The security version of one component.
     *
     * @param component one that the layout has
     * @return 0 to 255
     * @throws IllegalArgumentException if the layout has no such component
     */
    public int spl(TcbComponent component) {
        return bytes.u8(layout.offset(component));
    }

    /**
     * Tells whether every component is at least that of a floor.
     *
     * @param floor a version of the same layout
     * @return true if no component is below
     * @throws IllegalArgumentException if the layouts differ: such versions cannot be compared
     */
    public boolean isAtLeast(TcbVersion floor) {
        if (floor.layout != layout) {
            throw new IllegalArgumentException(
                    "TCB versions of " + layout + " and " + floor.layout + " do not compare");
        }
        for (TcbComponent component : layout.components()) {
            if (spl(component) < floor.spl(component)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a byte that belongs to no component is set. In every known report they are all zero.
     *
     * @return true if there is such a byte
     */
    public boolean hasUnknownBytes() {
        int set = 0;
        for (int i = 0; i < SIZE; i++) {
            set += bytes.u8(i) == 0 ? 0 : 1;
        }
        for (TcbComponent component : layout.components()) {
            set -= spl(component) == 0 ? 0 : 1;
        }
        return set != 0;
    }

    /** The components by name, for instance {@code bootLoader 4, tee 0, snp 24, microcode 219}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (TcbComponent component : layout.components()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(component.label())
                    .append(' ')
                    .append(spl(component));
        }
        return text.append(hasUnknownBytes() ? ", unknown bytes set (" + bytes.hex() + ")" : "")
                .toString();
    }
}
