package dev.assay.snp;

/** A fact about the platform's configuration (document 56860, PLATFORM_INFO). */
public enum PlatformInfoBit {
    /** Simultaneous multithreading is enabled. */
    SMT_EN(0, "smtEn", "SMT is enabled"),
    /** Transparent memory encryption is enabled. */
    TSME_EN(1, "tsmeEn", "transparent SME is enabled"),
    /** The memory has error correction. */
    ECC_EN(2, "eccEn", "ECC memory is in use"),
    /** Running average power limit is disabled. */
    RAPL_DIS(3, "raplDis", "RAPL is disabled"),
    /** Ciphertext hiding is enabled for DRAM. */
    CIPHERTEXT_HIDING_DRAM_EN(4, "ciphertextHidingDramEn", "ciphertext hiding is enabled"),
    /** No aliased memory addresses were found since the last reset (AMD-SB-3015). */
    ALIAS_CHECK_COMPLETE(5, "aliasCheckComplete", "the memory alias check has passed since the last reset"),
    /** Writes by devices through the IOMMU are checked (AMD-SB-3016). */
    IOMMU_WRITE_SAFE(6, "iommuWriteSafe", "IOMMU writes are safe"),
    /** Trusted I/O (SEV-TIO) is enabled. */
    TIO_EN(7, "tioEn", "SEV-TIO is enabled");

    private final int bit;
    private final String label;
    private final String meaning;

    PlatformInfoBit(int bit, String label, String meaning) {
        this.bit = bit;
        this.label = label;
        this.meaning = meaning;
    }

    /**
     * The bit's number.
     *
     * @return 0 for the least significant
     */
    public int bit() {
        return bit;
    }

    /**
     * The name in policies and results.
     *
     * @return for instance {@code smtEn}
     */
    public String label() {
        return label;
    }

    /**
     * What the bit says when it is set.
     *
     * @return a phrase for people
     */
    public String meaning() {
        return meaning;
    }
}
