package dev.assay.testvectors.encode;

/**
 * The fields of an SGX report body, 384 bytes; the quoting enclave's report inside the signature data is one (Intel SGX
 * SDK, report structure).
 */
public enum QeField implements FixedField {
    /** Security version of the CPU. */
    CPU_SVN(0, 16),
    /** Extra features, bits. */
    MISC_SELECT(16, 4),
    /** Reserved, zero. */
    RESERVED_20(20, 28),
    /** Flags and extended features, 8 bytes each. */
    ATTRIBUTES(48, 16),
    /** Measurement of the enclave. */
    MR_ENCLAVE(64, 32),
    /** Reserved, zero. */
    RESERVED_96(96, 32),
    /** Signer of the enclave. */
    MR_SIGNER(128, 32),
    /** Reserved, zero. */
    RESERVED_160(160, 96),
    /** Product. */
    ISV_PROD_ID(256, 2),
    /** Security version of the enclave. */
    ISV_SVN(258, 2),
    /** Reserved, zero. */
    RESERVED_260(260, 60),
    /** Data the enclave had signed. */
    REPORT_DATA(320, 64);

    private final int offset;
    private final int size;

    QeField(int offset, int size) {
        this.offset = offset;
        this.size = size;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public int size() {
        return size;
    }
}
