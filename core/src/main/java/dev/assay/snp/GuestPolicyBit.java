package dev.assay.snp;

/** A permission or demand in the guest policy (document 56860, guest policy structure). */
public enum GuestPolicyBit {
    /** The guest may run where simultaneous multithreading is on. */
    SMT(16, "smt", "may run with SMT enabled"),
    /** The guest may be associated with a migration agent, which can read its memory. */
    MIGRATE_MA(18, "migrateMa", "may be associated with a migration agent"),
    /** The host may debug the guest: nothing in it is confidential. */
    DEBUG(19, "debug", "the host may debug the guest: nothing in it is confidential"),
    /** The guest may only be activated on one socket. */
    SINGLE_SOCKET(20, "singleSocket", "only one socket may be active"),
    /** CXL devices or memory may be populated. */
    CXL_ALLOW(21, "cxlAllow", "CXL may be populated"),
    /** AES-256-XTS is demanded for memory encryption. */
    MEM_AES_256_XTS(22, "memAes256Xts", "memory encryption must be AES-256-XTS"),
    /** Running average power limit must be disabled. */
    RAPL_DIS(23, "raplDis", "RAPL must be disabled"),
    /** Ciphertext hiding must be enabled for DRAM. */
    CIPHERTEXT_HIDING_DRAM(24, "ciphertextHidingDram", "ciphertext hiding must be enabled"),
    /** Page move and swap commands are refused (ABI 1.58). */
    PAGE_SWAP_DISABLE(25, "pageSwapDisable", "page move and swap are refused");

    private final int bit;
    private final String label;
    private final String meaning;

    GuestPolicyBit(int bit, String label, String meaning) {
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
     * @return for instance {@code migrateMa}
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
