package dev.assay.tdx;

/**
 * The named bits of TDATTRIBUTES. Newer TDX modules name bits that older ones reserve, so that a bit without a name is
 * news, not a fault. Sources: Intel TDX module specification, ATTRIBUTES; Linux
 * {@code arch/x86/include/asm/shared/tdx.h}; for bit 17 DCAP {@code sgx_quote_5.h}, {@code tee_info_v1_5_ex_t}.
 */
public enum TdAttribute {
    /** Bit 0. The host can read and change the TD's memory and registers: nothing in it is secret or intact. */
    DEBUG(0, "the host can debug the TD"),
    /** Bit 4. The TD takes part in hardware-guided scheduling (HGS+); counts as "under debug". */
    HGS_PLUS_PROF(4, "the host can profile the TD through hardware-guided scheduling"),
    /** Bit 5. The host's performance counters cover the TD; counts as "under debug". */
    PERF_PROF(5, "the host can profile the TD with performance counters"),
    /** Bit 6. The host's out-of-band core telemetry covers the TD; counts as "under debug". */
    PMT_PROF(6, "the host can profile the TD with core telemetry"),
    /** Bit 16. The TDX module defends the TD against single-stepping by counting instructions. */
    ICSSD(16, "the TDX module defends against single-stepping by counting instructions"),
    /** Bit 17. The service-TD hash is made over the extended structure, which knows the initial service TD too. */
    SERVTD_EXT(17, "the service TD hash is that of the extended structure"),
    /** Bit 27. The TD may use linear address space separation. */
    LASS(27, "the TD may use linear address space separation"),
    /** Bit 28. EPT violations do not become exceptions in the TD; without it the host can inject them. */
    SEPT_VE_DISABLE(28, "EPT violations are not turned into exceptions of the TD"),
    /** Bit 29. The TD can be moved to another machine, under a migration TD. */
    MIGRATABLE(29, "the TD can be migrated"),
    /** Bit 30. The TD may use supervisor protection keys. */
    PKS(30, "the TD may use supervisor protection keys"),
    /** Bit 31. The TD may use Key Locker. */
    KL(31, "the TD may use Key Locker"),
    /** Bit 62. The TD is a TDX provisioning agent. */
    TPA(62, "the TD is a TDX provisioning agent"),
    /** Bit 63. The TD may use performance monitoring. */
    PERFMON(63, "the TD may use performance monitoring");

    private final int bit;
    private final String meaning;

    TdAttribute(int bit, String meaning) {
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
     * What a set bit says.
     *
     * @return half a sentence for a person
     */
    public String meaning() {
        return meaning;
    }
}
