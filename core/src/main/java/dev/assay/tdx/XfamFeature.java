package dev.assay.tdx;

/**
 * The named bits of XFAM: which processor state the TD may use. The positions are those of XCR0 and IA32_XSS in the
 * Intel SDM, volume 1, chapter 13.
 */
public enum XfamFeature {
    /** Bit 0. x87 floating point; always set. */
    X87(0, "x87 floating point"),
    /** Bit 1. SSE; always set. */
    SSE(1, "SSE"),
    /** Bit 2. AVX. */
    AVX(2, "AVX"),
    /** Bit 5. AVX-512 mask registers; with bits 6 and 7. */
    AVX512_OPMASK(5, "AVX-512 mask registers"),
    /** Bit 6. AVX-512, upper halves of ZMM0 to ZMM15; with bits 5 and 7. */
    AVX512_ZMM_HI256(6, "AVX-512 upper halves of ZMM0 to ZMM15"),
    /** Bit 7. AVX-512, ZMM16 to ZMM31; with bits 5 and 6. */
    AVX512_HI16_ZMM(7, "AVX-512 ZMM16 to ZMM31"),
    /** Bit 8. Processor trace. */
    PT(8, "processor trace"),
    /** Bit 9. Protection keys of user pages. */
    PKRU(9, "protection keys of user pages"),
    /** Bit 10. Process address space identifiers. */
    PASID(10, "process address space identifiers"),
    /** Bit 11. Control-flow enforcement, user; with bit 12. */
    CET_U(11, "control-flow enforcement, user"),
    /** Bit 12. Control-flow enforcement, supervisor; with bit 11. */
    CET_S(12, "control-flow enforcement, supervisor"),
    /** Bit 14. User interrupts. */
    UINTR(14, "user interrupts"),
    /** Bit 15. Last branch records. */
    LBR(15, "last branch records"),
    /** Bit 17. AMX tile configuration; with bit 18. */
    AMX_TILECFG(17, "AMX tile configuration"),
    /** Bit 18. AMX tile data; with bit 17. */
    AMX_TILEDATA(18, "AMX tile data"),
    /** Bit 19. APX, the additional general registers. */
    APX(19, "APX general registers");

    private final int bit;
    private final String meaning;

    XfamFeature(int bit, String meaning) {
        this.bit = bit;
        this.meaning = meaning;
    }

    /**
     * Where the bit is.
     *
     * @return 0 for the lowest of the 64-bit number
     */
    public int bit() {
        return bit;
    }

    /**
     * The bit alone in the 64-bit number.
     *
     * @return a number with one bit set
     */
    public long mask() {
        return 1L << bit;
    }

    /**
     * Which state the bit is for.
     *
     * @return a few words for a person
     */
    public String meaning() {
        return meaning;
    }
}
