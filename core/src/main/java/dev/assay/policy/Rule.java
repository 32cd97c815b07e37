package dev.assay.policy;

/** The rules of the {@link Baseline}, under the codes by which results call them. */
public enum Rule {
    /** REPORT_DATA is what the relying party expects. */
    REPORT_DATA(
            "policy.report-data", "56860, REPORT_DATA", "Ask the guest for a new report over your own nonce or key."),
    /** MEASUREMENT is one that the relying party trusts. */
    MEASUREMENT("policy.measurement", "56860, MEASUREMENT", "Compare it with that of the image you expect."),
    /** The guest may not be debugged by the host. */
    DEBUG("policy.debug", "56860, POLICY bit 19", "Launch the guest with DEBUG cleared in its policy."),
    /** The guest may not be associated with a migration agent. */
    MIGRATE_MA("policy.migrate-ma", "56860, POLICY bit 18", "Launch the guest with MIGRATE_MA cleared in its policy."),
    /** POLICY holds nothing without a known meaning. */
    GUEST_POLICY_RESERVED(
            "policy.guest-policy-reserved",
            "56860, POLICY bits 17 and 63:26",
            "Look the bits up in the newest revision of the document."),
    /** The report speaks for the guest's most privileged level. */
    VMPL("policy.vmpl", "56860, VMPL", "Ask for the report from VMPL 0; a lower level cannot speak for the guest.");

    private final String code;
    private final String source;
    private final String nextStep;

    Rule(String code, String source, String nextStep) {
        this.code = code;
        this.source = source;
        this.nextStep = nextStep;
    }

    /**
     * The stable name.
     *
     * @return for instance {@code policy.vmpl}
     */
    public String code() {
        return code;
    }

    /**
     * Where the rule's subject is defined.
     *
     * @return vendor document and field
     */
    public String source() {
        return source;
    }

    /**
     * What to do when the rule fails.
     *
     * @return one sentence
     */
    public String nextStep() {
        return nextStep;
    }
}
