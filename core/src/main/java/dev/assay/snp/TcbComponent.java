package dev.assay.snp;

/** One part of the firmware whose security version (SPL, 0 to 255) a TCB version states. */
public enum TcbComponent {
    /** The boot loader of the secure processor's first stage (Turin only). */
    FMC("fmc", "fmcSPL"),
    /** The secure processor's boot loader. */
    BOOT_LOADER("bootLoader", "blSPL"),
    /** The secure processor's operating system. */
    TEE("tee", "teeSPL"),
    /** The SEV-SNP firmware. */
    SNP("snp", "snpSPL"),
    /** The lowest microcode patch level of all cores. */
    MICROCODE("microcode", "ucodeSPL");

    private final String label;
    private final String spl;

    TcbComponent(String label, String spl) {
        this.label = label;
        this.spl = spl;
    }

    /**
     * The name in policies and results.
     *
     * @return for instance {@code bootLoader}
     */
    public String label() {
        return label;
    }

    /**
     * The name in VCEK certificates and in requests to AMD's key distribution service (document 57230).
     *
     * @return for instance {@code blSPL}
     */
    public String spl() {
        return spl;
    }
}
