package dev.assay.testvectors.encode;

/**
 * The fields of a quote's header, 48 bytes, the same in versions 4 and 5 (Intel TDX DCAP quoting library, quote header).
 */
public enum QuoteHeaderField implements FixedField {
    /** Version of the quote. */
    VERSION(0, 2),
    /** Kind of attestation key, 2 for ECDSA with P-256. */
    ATTESTATION_KEY_TYPE(2, 2),
    /** Kind of TEE, 0x81 for TDX. */
    TEE_TYPE(4, 4),
    /** Reserved since version 4. */
    QE_SVN(8, 2),
    /** Reserved since version 4. */
    PCE_SVN(10, 2),
    /** Vendor of the quoting enclave. */
    QE_VENDOR_ID(12, 16),
    /** Identity of the quoting enclave's platform and four zero bytes. */
    USER_DATA(28, 20);

    private final int offset;
    private final int size;

    QuoteHeaderField(int offset, int size) {
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
