package dev.assay.testvectors.manifest;

/** How verification treats certificate revocation lists, the member {@code options.crl}. */
public enum CrlMode {
    /** A list must be there and must be good; {@code required}, the default for TDX. */
    REQUIRED("required"),
    /** A list is used if it is given; {@code ifGiven}, the default for SEV-SNP. */
    IF_GIVEN("ifGiven"),
    /** Lists are not looked at; {@code off}. */
    OFF("off");

    private final String label;

    CrlMode(String label) {
        this.label = label;
    }

    /**
     * The name by which manifests call it.
     *
     * @return the value of the member {@code options.crl}
     */
    public String label() {
        return label;
    }

    static CrlMode defaultFor(Tee tee) {
        return tee == Tee.TDX ? REQUIRED : IF_GIVEN;
    }
}
