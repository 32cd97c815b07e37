package dev.assay.snp;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Irregularity;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.List;
import java.util.Optional;

/**
 * An SEV-SNP attestation report (ATTESTATION_REPORT, document 56860): 1184 bytes, little-endian throughout, of which
 * the first 672 are signed.
 *
 * <p>A decoded report is a claim, not a fact: nothing in it is authenticated until it has been verified. It is a view of
 * the bytes as received, which stay available as {@link #raw()}; what is verified is a slice of them.
 *
 * <p>Versions 2 to 5 are understood. Fields that a report's version does not define are empty {@link Optional}s.
 */
public final class AttestationReport {
    /** The size of a report in bytes. */
    public static final int SIZE = 0x4A0;

    /** The size of the signed part in bytes: everything before the signature. */
    public static final int SIGNED_SIZE = 0x2A0;

    /** The VMPL of a report that the host asked for, not the guest: its REPORT_DATA is not the guest's. */
    public static final long HOST_REQUESTED = 0xFFFF_FFFFL;

    /** SIGNATURE_ALGO for ECDSA over P-384 with SHA-384, the only one there is. */
    public static final long ECDSA_P384_SHA384 = 1;

    private static final int FIRST_VERSION = 2;
    private static final int LAST_VERSION = 5;

    private final Bytes raw;
    private final List<Irregularity> irregularities;

    private AttestationReport(Bytes raw, List<Irregularity> irregularities) {
        this.raw = raw;
        this.irregularities = irregularities;
    }

    /**
     * Decodes a report strictly.
     *
     * @param bytes exactly 1184 bytes
     * @return the report
     * @throws MalformedEvidenceException if the size or the version is another, or reserved bytes are not zero
     */
    public static AttestationReport decode(byte[] bytes) throws MalformedEvidenceException {
        return decode(Bytes.copyOf(bytes), Strictness.STRICT);
    }

    /**
     * Decodes a report.
     *
     * @param bytes exactly 1184 bytes
     * @param strictness whether reserved bytes that are not zero, and versions not known here, end decoding
     * @return the report
     * @throws MalformedEvidenceException if the size is another, or strictness demands it
     */
    public static AttestationReport decode(Bytes bytes, Strictness strictness) throws MalformedEvidenceException {
        Faults faults = new Faults(strictness);
        if (bytes.length() != SIZE) {
            throw faults.fatal(
                    bytes.length() < SIZE ? Malformation.TRUNCATED : Malformation.TRAILING_BYTES,
                    Math.min(bytes.length(), SIZE),
                    "report",
                    "an attestation report has 1184 bytes, these are " + bytes.length());
        }
        AttestationReport report = new AttestationReport(bytes, List.of());
        report.check(faults);
        List<Irregularity> tolerated = faults.tolerated();
        return tolerated.isEmpty() ? report : new AttestationReport(bytes, tolerated);
    }

    private void check(Faults faults) throws MalformedEvidenceException {
        if (version() < FIRST_VERSION || version() > LAST_VERSION) {
            faults.tolerable(
                    Malformation.UNSUPPORTED_VERSION,
                    0,
                    "version",
                    "report version " + version() + " is not one of 2 to 5"
                            + (version() < FIRST_VERSION ? " (pre-production firmware)" : ""));
        }
        faults.reserved(raw, 0x4C, 4, 0, "reserved");
        int afterCpuid = version() >= 3 ? 0x18B : 0x188;
        faults.reserved(raw, afterCpuid, 0x1A0 - afterCpuid, 0, "reserved");
        faults.reserved(raw, 0x1EB, 1, 0, "reserved");
        faults.reserved(raw, 0x1EF, 1, 0, "reserved");
        int afterFields = version() >= 5 ? 0x208 : 0x1F8;
        faults.reserved(raw, afterFields, SIGNED_SIZE - afterFields, 0, "reserved");
        int padding = ReportSignature.INTEGER_SPACE - ReportSignature.INTEGER_SIZE;
        faults.reserved(raw, 0x2A0 + ReportSignature.INTEGER_SIZE, padding, 0, "signature.r padding");
        faults.reserved(raw, 0x2E8 + ReportSignature.INTEGER_SIZE, padding, 0, "signature.s padding");
        faults.reserved(raw, 0x330, SIZE - 0x330, 0, "reserved");
    }

    /**
     * All 1184 bytes.
     *
     * @return the bytes as received
     */
    public Bytes raw() {
        return raw;
    }

    /**
     * The bytes that the signature is over, offset 0 to 0x29F.
     *
     * @return 672 bytes as received
     */
    public Bytes signedBytes() {
        return raw.slice(0, SIGNED_SIZE);
    }

    /**
     * What lenient decoding let pass.
     *
     * @return empty after strict decoding
     */
    public List<Irregularity> irregularities() {
        return irregularities;
    }

    /**
     * VERSION, offset 0x00, 4 bytes.
     *
     * @return 2 to 5 after strict decoding
     */
    public long version() {
        return raw.u32le(0x00);
    }

    /**
     * GUEST_SVN, offset 0x04, 4 bytes: the guest's security version, from the ID block; 0 without one.
     *
     * @return unsigned
     */
    public long guestSvn() {
        return raw.u32le(0x04);
    }

    /**
     * POLICY, offset 0x08, 8 bytes.
     *
     * @return the guest policy
     */
    public GuestPolicy policy() {
        return new GuestPolicy(raw.u64le(0x08));
    }

    /**
     * FAMILY_ID, offset 0x10: from the ID block.
     *
     * @return 16 bytes
     */
    public Bytes familyId() {
        return raw.slice(0x10, 16);
    }

    /**
     * IMAGE_ID, offset 0x20: from the ID block.
     *
     * @return 16 bytes
     */
    public Bytes imageId() {
        return raw.slice(0x20, 16);
    }

    /**
     * VMPL, offset 0x30, 4 bytes: the privilege level that the report was asked for from.
     *
     * @return 0 (most privileged) to 3, or {@link #HOST_REQUESTED}
     */
    public long vmpl() {
        return raw.u32le(0x30);
    }

    /**
     * SIGNATURE_ALGO, offset 0x34, 4 bytes.
     *
     * @return {@link #ECDSA_P384_SHA384} in every known report
     */
    public long signatureAlgo() {
        return raw.u32le(0x34);
    }

    /**
     * CURRENT_TCB, offset 0x38: what runs now.
     *
     * @return 8 bytes; give them a meaning with {@link TcbVersion}
     */
    public Bytes currentTcb() {
        return raw.slice(0x38, TcbVersion.SIZE);
    }

    /**
     * PLATFORM_INFO, offset 0x40, 8 bytes.
     *
     * @return the platform's configuration
     */
    public PlatformInfo platformInfo() {
        return new PlatformInfo(raw.u64le(0x40));
    }

    /**
     * The signer info, offset 0x48, 4 bytes.
     *
     * @return which key signed
     */
    public SignerInfo signerInfo() {
        return new SignerInfo((int) raw.u32le(0x48));
    }

    /**
     * REPORT_DATA, offset 0x50: what the guest asked to have bound in.
     *
     * @return 64 bytes
     */
    public Bytes reportData() {
        return raw.slice(0x50, 64);
    }

    /**
     * MEASUREMENT, offset 0x90: the launch digest.
     *
     * @return 48 bytes
     */
    public Bytes measurement() {
        return raw.slice(0x90, 48);
    }

    /**
     * HOST_DATA, offset 0xC0: set by the host at launch, not measured, fixed afterwards.
     *
     * @return 32 bytes
     */
    public Bytes hostData() {
        return raw.slice(0xC0, 32);
    }

    /**
     * ID_KEY_DIGEST, offset 0xE0: SHA-384 of the public key that signed the ID block; zero without an ID block.
     *
     * @return 48 bytes
     */
    public Bytes idKeyDigest() {
        return raw.slice(0xE0, 48);
    }

    /**
     * AUTHOR_KEY_DIGEST, offset 0x110: SHA-384 of the public key that certified the ID key; meaningless unless
     * {@link SignerInfo#authorKeyEn()}.
     *
     * @return 48 bytes
     */
    public Bytes authorKeyDigest() {
        return raw.slice(0x110, 48);
    }

    /**
     * REPORT_ID, offset 0x140: random for each instance of a guest.
     *
     * @return 32 bytes
     */
    public Bytes reportId() {
        return raw.slice(0x140, 32);
    }

    /**
     * REPORT_ID_MA, offset 0x160: the REPORT_ID of the migration agent; all ones if there is none.
     *
     * @return 32 bytes
     */
    public Bytes reportIdMa() {
        return raw.slice(0x160, 32);
    }

    /**
     * REPORTED_TCB, offset 0x180: the TCB that the signing key was derived for.
     *
     * @return 8 bytes; give them a meaning with {@link TcbVersion}
     */
    public Bytes reportedTcb() {
        return raw.slice(0x180, TcbVersion.SIZE);
    }

    /**
     * CPUID_FAM_ID, CPUID_MOD_ID and CPUID_STEP, offset 0x188, 1 byte each.
     *
     * @return the processor's identity, or empty before version 3
     */
    public Optional<Cpuid> cpuid() {
        return version() >= 3 ? Optional.of(new Cpuid(raw.u8(0x188), raw.u8(0x189), raw.u8(0x18A))) : Optional.empty();
    }

    /**
     * CHIP_ID, offset 0x1A0. All zero if the host masks it, and in reports signed by a VLEK. Turin uses the first 8
     * bytes only.
     *
     * @return 64 bytes
     */
    public Bytes chipId() {
        return raw.slice(0x1A0, 64);
    }

    /**
     * COMMITTED_TCB, offset 0x1E0: below which the platform can no longer be rolled back.
     *
     * @return 8 bytes; give them a meaning with {@link TcbVersion}
     */
    public Bytes committedTcb() {
        return raw.slice(0x1E0, TcbVersion.SIZE);
    }

    /**
     * CURRENT_BUILD, CURRENT_MINOR and CURRENT_MAJOR, offset 0x1E8, 1 byte each.
     *
     * @return the firmware that runs
     */
    public FirmwareVersion currentVersion() {
        return firmware(0x1E8);
    }

    /**
     * COMMITTED_BUILD, COMMITTED_MINOR and COMMITTED_MAJOR, offset 0x1EC, 1 byte each.
     *
     * @return the firmware below which the platform can no longer be rolled back
     */
    public FirmwareVersion committedVersion() {
        return firmware(0x1EC);
    }

    /**
     * LAUNCH_TCB, offset 0x1F0: the current TCB when the guest was launched or imported.
     *
     * @return 8 bytes; give them a meaning with {@link TcbVersion}
     */
    public Bytes launchTcb() {
        return raw.slice(0x1F0, TcbVersion.SIZE);
    }

    /**
     * LAUNCH_MIT_VECTOR, offset 0x1F8: the mitigations in force at launch, a set of bits.
     *
     * @return 8 bytes, little-endian, or empty before version 5
     */
    public Optional<Bytes> launchMitVector() {
        return version() >= 5 ? Optional.of(raw.slice(0x1F8, 8)) : Optional.empty();
    }

    /**
     * CURRENT_MIT_VECTOR, offset 0x200: the mitigations in force now, a set of bits.
     *
     * @return 8 bytes, little-endian, or empty before version 5
     */
    public Optional<Bytes> currentMitVector() {
        return version() >= 5 ? Optional.of(raw.slice(0x200, 8)) : Optional.empty();
    }

    /**
     * SIGNATURE, offset 0x2A0, 512 bytes.
     *
     * @return the signature
     */
    public ReportSignature signature() {
        return new ReportSignature(raw.slice(SIGNED_SIZE, ReportSignature.SIZE));
    }

    private FirmwareVersion firmware(int offset) {
        return new FirmwareVersion(raw.u8(offset + 2), raw.u8(offset + 1), raw.u8(offset));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttestationReport that
                && raw.equals(that.raw)
                && irregularities.equals(that.irregularities);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    /** Version, key kind and measurement: enough to tell reports apart in a log. */
    @Override
    public String toString() {
        return "SEV-SNP report v" + version() + ", " + signerInfo().signingKey() + ", measurement "
                + measurement().hex();
    }
}
