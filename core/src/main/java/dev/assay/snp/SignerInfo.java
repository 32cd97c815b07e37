package dev.assay.snp;

/**
 * Who signed a report: the 32-bit word at offset 0x48, called flags or KEY_INFO in some revisions.
 *
 * @param value the word, every bit as received
 */
public record SignerInfo(int value) {
    private static final int AUTHOR_KEY_EN = 1;
    private static final int MASK_CHIP_KEY = 1 << 1;
    private static final int SIGNING_KEY_SHIFT = 2;
    private static final int KNOWN = 0x1F;

    /**
     * AUTHOR_KEY_EN, bit 0: the author key digest is meaningful.
     *
     * @return whether an author key signed the ID key
     */
    public boolean authorKeyEn() {
        return (value & AUTHOR_KEY_EN) != 0;
    }

    /**
     * MASK_CHIP_KEY, bit 1: the host forbade the use of the chip's key, and the signature is all zero.
     *
     * @return whether the firmware left the report unsigned
     */
    public boolean maskChipKey() {
        return (value & MASK_CHIP_KEY) != 0;
    }

    /**
     * SIGNING_KEY, bits 4:2.
     *
     * @return the kind of key
     */
    public SigningKey signingKey() {
        return switch (value >>> SIGNING_KEY_SHIFT & 7) {
            case 0 -> SigningKey.VCEK;
            case 1 -> SigningKey.VLEK;
            case 7 -> SigningKey.NONE;
            default -> SigningKey.RESERVED;
        };
    }

    /**
     * Bits 31:5, which have no known meaning.
     *
     * @return those of them that are set, in place
     */
    public int unknownBits() {
        return value & ~KNOWN;
    }
}
