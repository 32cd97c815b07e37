package dev.assay.testvectors.manifest;

/** The kind of evidence in a vector. */
public enum Tee {
    /** An AMD SEV-SNP attestation report, {@code sev-snp} in manifests. */
    SEV_SNP("sev-snp"),
    /** An Intel TDX quote, {@code tdx} in manifests. */
    TDX("tdx");

    private final String label;

    Tee(String label) {
        this.label = label;
    }

    /**
     * The name by which manifests call it.
     *
     * @return the value of the member {@code tee}
     */
    public String label() {
        return label;
    }
}
