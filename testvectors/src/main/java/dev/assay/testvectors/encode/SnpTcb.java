package dev.assay.testvectors.encode;

/**
 * A TCB version and the way it is packed into eight bytes (AMD 56860, structure TCB_VERSION). Each part is a security
 * version number of one byte, 0 to 255.
 *
 * @param layout the packing
 * @param fmc the FMC, which the layout of Milan and Genoa does not have
 * @param bootLoader the boot loader
 * @param tee the PSP operating system
 * @param snp the SNP firmware
 * @param microcode the lowest microcode patch level of all cores
 */
public record SnpTcb(Layout layout, int fmc, int bootLoader, int tee, int snp, int microcode) {
    /** Where the parts stand. */
    public enum Layout {
        /** Milan and Genoa: boot loader 0, TEE 1, SNP 6, microcode 7. */
        CLASSIC,
        /** Turin: FMC 0, boot loader 1, TEE 2, SNP 3, microcode 7. */
        TURIN
    }

    /**
     * Refuses parts that are not bytes, and an FMC where the layout has none.
     *
     * @param layout the packing
     * @param fmc the FMC
     * @param bootLoader the boot loader
     * @param tee the PSP operating system
     * @param snp the SNP firmware
     * @param microcode the microcode
     */
    public SnpTcb {
        if (((fmc | bootLoader | tee | snp | microcode) & ~0xFF) != 0) {
            throw new IllegalArgumentException("a part of a TCB is one byte");
        }
        if (layout == Layout.CLASSIC && fmc != 0) {
            throw new IllegalArgumentException("the classic layout has no FMC");
        }
    }

    /**
     * A TCB of Milan or Genoa.
     *
     * @param bootLoader the boot loader
     * @param tee the PSP operating system
     * @param snp the SNP firmware
     * @param microcode the microcode
     * @return the TCB
     */
    public static SnpTcb classic(int bootLoader, int tee, int snp, int microcode) {
        return new SnpTcb(Layout.CLASSIC, 0, bootLoader, tee, snp, microcode);
    }

    /**
     * A TCB of Turin.
     *
     * @param fmc the FMC
     * @param bootLoader the boot loader
     * @param tee the PSP operating system
     * @param snp the SNP firmware
     * @param microcode the microcode
     * @return the TCB
     */
    public static SnpTcb turin(int fmc, int bootLoader, int tee, int snp, int microcode) {
        return new SnpTcb(Layout.TURIN, fmc, bootLoader, tee, snp, microcode);
    }

    /**
     * Unpacks a TCB. Bytes that the layout reserves are ignored.
     *
     * @param layout the packing
     * @param value the eight bytes as a little-endian number
     * @return the TCB
     */
    public static SnpTcb of(Layout layout, long value) {
        return switch (layout) {
            case CLASSIC -> classic(part(value, 0), part(value, 1), part(value, 6), part(value, 7));
            case TURIN -> turin(part(value, 0), part(value, 1), part(value, 2), part(value, 3), part(value, 7));
        };
    }

    /**
     * Packs the TCB.
     *
     * @return the eight bytes as a little-endian number
     */
    public long value() {
        return switch (layout) {
            case CLASSIC -> bootLoader | (long) tee << 8 | (long) snp << 48 | (long) microcode << 56;
            case TURIN -> fmc | (long) bootLoader << 8 | (long) tee << 16 | (long) snp << 24 | (long) microcode << 56;
        };
    }

    private static int part(long value, int index) {
        return (int) (value >>> (8 * index)) & 0xFF;
    }
}
