package dev.assay.testvectors.encode;

/**
 * The fields of an SEV-SNP attestation report in the order of their offsets; together they cover all 1184 bytes (AMD
 * 56860, table ATTESTATION_REPORT). Each says in which report version it appeared; before that its bytes are reserved
 * and zero.
 */
public enum SnpField implements FixedField {
    /** Version of the report's layout. */
    VERSION(0x000, 4, 1),
    /** Security version of the guest, from the ID block. */
    GUEST_SVN(0x004, 4, 1),
    /** Guest policy, bits. */
    POLICY(0x008, 8, 1),
    /** Family of the guest, from the ID block. */
    FAMILY_ID(0x010, 16, 1),
    /** Image of the guest, from the ID block. */
    IMAGE_ID(0x020, 16, 1),
    /** Privilege level that asked, all ones for the host. */
    VMPL(0x030, 4, 1),
    /** Signature algorithm, 1 for ECDSA P-384 with SHA-384. */
    SIGNATURE_ALGO(0x034, 4, 1),
    /** TCB that runs now. */
    CURRENT_TCB(0x038, 8, 1),
    /** Platform, bits. */
    PLATFORM_INFO(0x040, 8, 1),
    /** Author key, masking and signing key, bits. */
    SIGNER_INFO(0x048, 4, 1),
    /** Reserved, zero. */
    RESERVED_04C(0x04C, 4, 1),
    /** Data the guest had signed. */
    REPORT_DATA(0x050, 64, 1),
    /** Launch digest. */
    MEASUREMENT(0x090, 48, 1),
    /** Data the host gave at launch. */
    HOST_DATA(0x0C0, 32, 1),
    /** SHA-384 of the ID key. */
    ID_KEY_DIGEST(0x0E0, 48, 1),
    /** SHA-384 of the author key. */
    AUTHOR_KEY_DIGEST(0x110, 48, 1),
    /** Random identity of the guest. */
    REPORT_ID(0x140, 32, 1),
    /** That of the migration agent, all ones when there is none. */
    REPORT_ID_MA(0x160, 32, 1),
    /** TCB that the signing key was derived for. */
    REPORTED_TCB(0x180, 8, 1),
    /** Combined CPU family. */
    CPUID_FAM_ID(0x188, 1, 3),
    /** Combined CPU model. */
    CPUID_MOD_ID(0x189, 1, 3),
    /** CPU stepping. */
    CPUID_STEP(0x18A, 1, 3),
    /** Reserved, zero. */
    RESERVED_18B(0x18B, 21, 1),
    /** Identity of the chip, zero when masked. */
    CHIP_ID(0x1A0, 64, 1),
    /** TCB that cannot be rolled back. */
    COMMITTED_TCB(0x1E0, 8, 2),
    /** Build of the running firmware. */
    CURRENT_BUILD(0x1E8, 1, 2),
    /** Minor version of the running firmware. */
    CURRENT_MINOR(0x1E9, 1, 2),
    /** Major version of the running firmware. */
    CURRENT_MAJOR(0x1EA, 1, 2),
    /** Reserved, zero. */
    RESERVED_1EB(0x1EB, 1, 1),
    /** Build of the committed firmware. */
    COMMITTED_BUILD(0x1EC, 1, 2),
    /** Minor version of the committed firmware. */
    COMMITTED_MINOR(0x1ED, 1, 2),
    /** Major version of the committed firmware. */
    COMMITTED_MAJOR(0x1EE, 1, 2),
    /** Reserved, zero. */
    RESERVED_1EF(0x1EF, 1, 1),
    /** TCB when the guest was launched. */
    LAUNCH_TCB(0x1F0, 8, 2),
    /** Mitigations at launch, bits. */
    LAUNCH_MIT_VECTOR(0x1F8, 8, 5),
    /** Mitigations now, bits. */
    CURRENT_MIT_VECTOR(0x200, 8, 5),
    /** Reserved, zero. */
    RESERVED_208(0x208, 152, 1),
    /** Signature component R, little-endian. */
    SIGNATURE_R(0x2A0, 72, 1),
    /** Signature component S, little-endian. */
    SIGNATURE_S(0x2E8, 72, 1),
    /** Rest of the signature field, zero. */
    RESERVED_330(0x330, 368, 1);

    private final int offset;
    private final int size;
    private final int since;

    SnpField(int offset, int size, int since) {
        this.offset = offset;
        this.size = size;
        this.since = since;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * The first version of the report that has this field.
     *
     * @return 1 for fields and reserved bytes that were always there
     */
    public int since() {
        return since;
    }
}
