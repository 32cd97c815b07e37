package dev.assay.snp;

import java.util.Arrays;
import java.util.List;

/**
 * How the eight bytes of a TCB version are divided up (document 56860, TCB_VERSION). The two layouts put different
 * components at the same byte, so a value means nothing until its layout is known.
 */
public enum TcbLayout {
    /** Milan and Genoa, with Bergamo and Siena: processor family 0x19. */
    MILAN_GENOA,
    /** Turin: processor family 0x1A. */
    TURIN;

    private static final int ABSENT = -1;

    /**
     * The components that this layout has.
     *
     * @return in the order of their bytes
     */
    public List<TcbComponent> components() {
        return this == TURIN ? Components.OF_TURIN : Components.OF_MILAN_GENOA;
    }

    /**
     * Where a component stands.
     *
     * @param component one of {@link #components()}
     * @return the byte, 0 to 7
     * @throws IllegalArgumentException if this layout has no such component
     */
    public int offset(TcbComponent component) {
        int offset = find(component);
        if (offset == ABSENT) {
            throw new IllegalArgumentException(this + " has no component " + component);
        }
        return offset;
    }

    private boolean has(TcbComponent component) {
        return find(component) != ABSENT;
    }

    private int find(TcbComponent component) {
        boolean turin = this == TURIN;
        return switch (component) {
            case FMC -> turin ? 0 : ABSENT;
            case BOOT_LOADER -> turin ? 1 : 0;
            case TEE -> turin ? 2 : 1;
            case SNP -> turin ? 3 : 6;
            case MICROCODE -> 7;
        };
    }

    /** Picked out once. */
    private static final class Components {
        static final List<TcbComponent> OF_MILAN_GENOA = of(MILAN_GENOA);
        static final List<TcbComponent> OF_TURIN = of(TURIN);

        private static List<TcbComponent> of(TcbLayout layout) {
            return Arrays.stream(TcbComponent.values()).filter(layout::has).toList();
        }
    }
}
