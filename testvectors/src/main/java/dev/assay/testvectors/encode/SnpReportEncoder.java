package dev.assay.testvectors.encode;

import static dev.assay.testvectors.encode.SnpField.*;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * An SEV-SNP attestation report in the making: 1184 bytes, of which the first 672 are signed (AMD 56860, table
 * ATTESTATION_REPORT). Immutable; numbers are encoded little-endian.
 *
 * <p>{@link #set(SnpField, long)} and {@link #set(SnpField, byte[])} reach every byte by name, reserved ones too; the
 * other methods are shorter names for what tests change most. Setting {@link #version} changes that field alone: for a
 * valid report of another version start from {@link #valid}.
 */
public final class SnpReportEncoder {
    /** Size of a report: 1184 bytes. */
    public static final int SIZE = 0x4A0;

    /** Size of the part that is signed: the first 672 bytes. */
    public static final int SIGNED_SIZE = 0x2A0;

    /** The signing key in bits 4:2 of the signer information, if it is a VLEK. */
    public static final long SIGNED_BY_VLEK = 1L << 2;

    private final FixedBytes bytes;

    private SnpReportEncoder(FixedBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * A report of a given version with plausible contents of a Milan machine, every reserved byte zero, not signed.
     * Fields that the version does not have are zero. Versions above 5 get the fields of version 5.
     *
     * @param version 1 or more
     * @return the report
     */
    public static SnpReportEncoder valid(int version) {
        long tcb = SnpTcb.classic(4, 0, 0x18, 0xDB).value();
        int build = version < 3 ? 20 : version < 5 ? 29 : 35;
        SnpReportEncoder report = new SnpReportEncoder(FixedBytes.zeros(SIZE))
                .version(version)
                .policy(0x30000)
                .set(SIGNATURE_ALGO, 1)
                .platformInfo(version < 3 ? 0x01 : 0x25)
                .reportData(filled(64, 0x5D))
                .measurement(filled(48, 0x3E))
                .set(REPORT_ID, filled(32, 0x1D))
                .set(REPORT_ID_MA, filled(32, 0xFF))
                .chipId(filled(64, 0xC1))
                .tcb(tcb)
                .currentFirmware(1, 55, build)
                .committedFirmware(1, 55, build)
                .cpuid(0x19, 0x01, 0x01)
                .mitigations(0x0F, 0x0F);
        for (SnpField field : SnpField.values()) {
            if (field.since() > version) {
                report = report.set(field, new byte[field.size()]);
            }
        }
        return report;
    }

    /**
     * Starts from a report that exists.
     *
     * @param report 1184 bytes
     * @return a report with the same bytes
     * @throws IllegalArgumentException for any other number of bytes
     */
    public static SnpReportEncoder copyOf(byte[] report) {
        return new SnpReportEncoder(FixedBytes.copyOf(report, SIZE));
    }

    /**
     * Sets a field of at most eight bytes.
     *
     * @param field the field
     * @param value its unsigned value
     * @return a changed copy
     * @throws IllegalArgumentException if the value needs more bytes than the field has
     */
    public SnpReportEncoder set(SnpField field, long value) {
        return new SnpReportEncoder(bytes.with(field, value));
    }

    /**
     * Sets all bytes of a field.
     *
     * @param field the field
     * @param value as many bytes as the field has
     * @return a changed copy
     * @throws IllegalArgumentException for any other number of bytes
     */
    public SnpReportEncoder set(SnpField field, byte[] value) {
        return new SnpReportEncoder(bytes.with(field, value));
    }

    /**
     * Inverts one bit.
     *
     * @param offset which byte, 0 to 1183
     * @param bit which bit of it, 0 for the lowest
     * @return a changed copy
     */
    public SnpReportEncoder flipped(int offset, int bit) {
        return new SnpReportEncoder(bytes.flipped(offset, bit));
    }

    /**
     * Reads a field of at most eight bytes back.
     *
     * @param field the field
     * @return its unsigned value
     */
    public long number(SnpField field) {
        return bytes.number(field);
    }

    /**
     * Reads the bytes of a field back.
     *
     * @param field the field
     * @return a copy of them
     */
    public byte[] bytes(SnpField field) {
        return bytes.bytes(field);
    }

    /**
     * Sets the layout version.
     *
     * @param value 4 bytes
     * @return a changed copy
     */
    public SnpReportEncoder version(long value) {
        return set(VERSION, value);
    }

    /**
     * Sets the guest security version.
     *
     * @param value 4 bytes
     * @return a changed copy
     */
    public SnpReportEncoder guestSvn(long value) {
        return set(GUEST_SVN, value);
    }

    /**
     * Sets the guest policy bits.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder policy(long value) {
        return set(POLICY, value);
    }

    /**
     * Sets the privilege level.
     *
     * @param value 4 bytes, {@code 0xFFFFFFFFL} for the host
     * @return a changed copy
     */
    public SnpReportEncoder vmpl(long value) {
        return set(VMPL, value);
    }

    /**
     * Sets the platform bits.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder platformInfo(long value) {
        return set(PLATFORM_INFO, value);
    }

    /**
     * Sets the signer information.
     *
     * @param value 4 bytes
     * @return a changed copy
     */
    public SnpReportEncoder signerInfo(long value) {
        return set(SIGNER_INFO, value);
    }

    /**
     * Sets the report data.
     *
     * @param value 64 bytes
     * @return a changed copy
     */
    public SnpReportEncoder reportData(byte[] value) {
        return set(REPORT_DATA, value);
    }

    /**
     * Sets the launch digest.
     *
     * @param value 48 bytes
     * @return a changed copy
     */
    public SnpReportEncoder measurement(byte[] value) {
        return set(MEASUREMENT, value);
    }

    /**
     * Sets the host data.
     *
     * @param value 32 bytes
     * @return a changed copy
     */
    public SnpReportEncoder hostData(byte[] value) {
        return set(HOST_DATA, value);
    }

    /**
     * Sets the digest of the ID key.
     *
     * @param value 48 bytes
     * @return a changed copy
     */
    public SnpReportEncoder idKeyDigest(byte[] value) {
        return set(ID_KEY_DIGEST, value);
    }

    /**
     * Sets the digest of the author key.
     *
     * @param value 48 bytes
     * @return a changed copy
     */
    public SnpReportEncoder authorKeyDigest(byte[] value) {
        return set(AUTHOR_KEY_DIGEST, value);
    }

    /**
     * Sets the running TCB.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder currentTcb(long value) {
        return set(CURRENT_TCB, value);
    }

    /**
     * Sets the reported TCB.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder reportedTcb(long value) {
        return set(REPORTED_TCB, value);
    }

    /**
     * Sets the committed TCB.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder committedTcb(long value) {
        return set(COMMITTED_TCB, value);
    }

    /**
     * Sets the launch TCB.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder launchTcb(long value) {
        return set(LAUNCH_TCB, value);
    }

    /**
     * Sets the chip identity.
     *
     * @param value 64 bytes
     * @return a changed copy
     */
    public SnpReportEncoder chipId(byte[] value) {
        return set(CHIP_ID, value);
    }

    /**
     * Sets all four TCBs to the same value.
     *
     * @param value 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder tcb(long value) {
        return currentTcb(value).reportedTcb(value).committedTcb(value).launchTcb(value);
    }

    /**
     * Sets the CPU identification, which exists since version 3.
     *
     * @param family the combined family, 1 byte
     * @param model the combined model, 1 byte
     * @param stepping the stepping, 1 byte
     * @return a changed copy
     */
    public SnpReportEncoder cpuid(int family, int model, int stepping) {
        return set(CPUID_FAM_ID, family).set(CPUID_MOD_ID, model).set(CPUID_STEP, stepping);
    }

    /**
     * Sets the version of the running firmware; its bytes are stored build first.
     *
     * @param major 1 byte
     * @param minor 1 byte
     * @param build 1 byte
     * @return a changed copy
     */
    public SnpReportEncoder currentFirmware(int major, int minor, int build) {
        return set(CURRENT_MAJOR, major).set(CURRENT_MINOR, minor).set(CURRENT_BUILD, build);
    }

    /**
     * Sets the version of the committed firmware; its bytes are stored build first.
     *
     * @param major 1 byte
     * @param minor 1 byte
     * @param build 1 byte
     * @return a changed copy
     */
    public SnpReportEncoder committedFirmware(int major, int minor, int build) {
        return set(COMMITTED_MAJOR, major).set(COMMITTED_MINOR, minor).set(COMMITTED_BUILD, build);
    }

    /**
     * Sets the mitigation vectors, which exist since version 5.
     *
     * @param launch the bits at launch, 8 bytes
     * @param current the bits now, 8 bytes
     * @return a changed copy
     */
    public SnpReportEncoder mitigations(long launch, long current) {
        return set(LAUNCH_MIT_VECTOR, launch).set(CURRENT_MIT_VECTOR, current);
    }

    /**
     * Sets both components of the signature, each in 72 bytes, little-endian.
     *
     * @param r 0 to 2<sup>576</sup>-1
     * @param s 0 to 2<sup>576</sup>-1
     * @return a changed copy
     */
    public SnpReportEncoder signature(BigInteger r, BigInteger s) {
        return set(SIGNATURE_R, LittleEndian.bytes(r, 72)).set(SIGNATURE_S, LittleEndian.bytes(s, 72));
    }

    /**
     * Sets the whole signature field as it is.
     *
     * @param value 512 bytes
     * @return a changed copy
     */
    public SnpReportEncoder signature(byte[] value) {
        byte[] whole = Arrays.copyOf(encode(), SIGNED_SIZE + value.length);
        System.arraycopy(value, 0, whole, SIGNED_SIZE, value.length);
        return copyOf(whole);
    }

    /**
     * The bytes that are signed.
     *
     * @return the first 672 bytes
     */
    public byte[] signedPart() {
        return bytes.first(SIGNED_SIZE);
    }

    /**
     * The whole report.
     *
     * @return 1184 bytes
     */
    public byte[] encode() {
        return bytes.toArray();
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
