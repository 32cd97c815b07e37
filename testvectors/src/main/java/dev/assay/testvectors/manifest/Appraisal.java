package dev.assay.testvectors.manifest;

/** What a policy says of verified evidence, the member {@code expect.appraisal}. */
public enum Appraisal {
    /** Every rule passed; {@code pass}. */
    PASS("pass"),
    /** At least one rule failed; {@code fail}. */
    FAIL("fail");

    private final String label;

    Appraisal(String label) {
        this.label = label;
    }

    /**
     * The name by which manifests call it.
     *
     * @return the value of the member {@code expect.appraisal}
     */
    public String label() {
        return label;
    }
}
