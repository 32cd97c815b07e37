package dev.assay.testvectors.encode;

/**
 * The fields of a TD report body, relative to its start. TDX 1.0 bodies end before {@link #TEE_TCB_SVN_2}, TDX 1.5
 * bodies before {@link #TD_SUB_TYPE} (Intel TDX DCAP quoting library, quote version 5 structures).
 */
public enum TdField implements FixedField {
    /** Security versions of the TDX module and the microcode at launch. */
    TEE_TCB_SVN(0, 16),
    /** Measurement of the TDX module. */
    MR_SEAM(16, 48),
    /** Signer of the TDX module, zero for Intel. */
    MR_SIGNER_SEAM(64, 48),
    /** Attributes of the TDX module. */
    SEAM_ATTRIBUTES(112, 8),
    /** Attributes of the TD. */
    TD_ATTRIBUTES(120, 8),
    /** Extended features of the TD. */
    XFAM(128, 8),
    /** Measurement of the initial contents. */
    MR_TD(136, 48),
    /** Identity of the configuration, from the host. */
    MR_CONFIG_ID(184, 48),
    /** Identity of the owner, from the host. */
    MR_OWNER(232, 48),
    /** Identity of the owner's configuration, from the host. */
    MR_OWNER_CONFIG(280, 48),
    /** First run-time register. */
    RTMR0(328, 48),
    /** Second run-time register. */
    RTMR1(376, 48),
    /** Third run-time register. */
    RTMR2(424, 48),
    /** Fourth run-time register. */
    RTMR3(472, 48),
    /** Data the TD had signed. */
    REPORT_DATA(520, 64),
    /** Security versions of what runs now. */
    TEE_TCB_SVN_2(584, 16),
    /** Digest of the bound service TDs. */
    MR_SERVICE_TD(600, 48),
    /** Sub-type of the TD. */
    TD_SUB_TYPE(648, 1),
    /** Identity of the TD. */
    TD_ID(649, 32),
    /** Digest of the device information. */
    DEVICE_INFO_HASH(681, 48),
    /** Digest of the service TDs at the start. */
    INIT_SERVICE_TD_HASH(729, 48),
    /** Attributes of the service TDs at the start. */
    INIT_SERVICE_TD_ATTRIBUTES(777, 8),
    /** CPU security version at the start. */
    INIT_CPU_SVN(785, 16),
    /** Module security version at the start. */
    INIT_TEE_TCB_SVN(801, 16),
    /** Platform family at the start. */
    INIT_TEE_FMSPC(817, 12),
    /** Digest of the service TDs now. */
    CURRENT_SERVICE_TD_HASH(829, 48),
    /** Attributes of the service TDs now. */
    CURRENT_SERVICE_TD_ATTRIBUTES(877, 8);

    private final int offset;
    private final int size;

    TdField(int offset, int size) {
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
