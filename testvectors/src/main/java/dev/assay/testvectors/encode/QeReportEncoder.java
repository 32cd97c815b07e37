package dev.assay.testvectors.encode;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The report of a TD quoting enclave in the making: 384 bytes, signed by the PCK key. Immutable; numbers are encoded
 * little-endian.
 */
public final class QeReportEncoder {
    /** Size of the report: 384 bytes. */
    public static final int SIZE = 384;

    /** The signer of Intel's quoting enclaves. */
    private static final String INTEL = "dc9e2a7c6f948f17474e34a7fc43ed030f7c1563f1babddf6340c82e0e54a8c5";

    private final FixedBytes bytes;

    private QeReportEncoder(FixedBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * The report of a production TD quoting enclave: product 2, not under debug, signed by Intel. Its report data is
     * still zero, see {@link SignatureDataEncoder#bound}.
     *
     * @return the report
     */
    public static QeReportEncoder valid() {
        byte[] attributes = Arrays.copyOf(new byte[] {0x15, 0, 0, 0, 0, 0, 0, 0, (byte) 0xE7}, 16);
        byte[] measurement = new byte[32];
        Arrays.fill(measurement, (byte) 0xE5);
        return new QeReportEncoder(FixedBytes.zeros(SIZE))
                .set(QeField.CPU_SVN, Arrays.copyOf(new byte[] {3, 3, 0x19, 0x1B, 4, (byte) 0xFF, 0, 6}, 16))
                .set(QeField.ATTRIBUTES, attributes)
                .set(QeField.MR_ENCLAVE, measurement)
                .set(QeField.MR_SIGNER, HexFormat.of().parseHex(INTEL))
                .set(QeField.ISV_PROD_ID, 2)
                .set(QeField.ISV_SVN, 8);
    }

    /**
     * Starts from a report that exists.
     *
     * @param report 384 bytes
     * @return a report with the same bytes
     */
    public static QeReportEncoder copyOf(byte[] report) {
        return new QeReportEncoder(FixedBytes.copyOf(report, SIZE));
    }

    /**
     * Sets a field of at most eight bytes.
     *
     * @param field the field
     * @param value its unsigned value
     * @return a changed copy
     * @throws IllegalArgumentException if the value does not fit
     */
    public QeReportEncoder set(QeField field, long value) {
        return new QeReportEncoder(bytes.with(field, value));
    }

    /**
     * Sets all bytes of a field.
     *
     * @param field the field
     * @param value as many bytes as the field has
     * @return a changed copy
     * @throws IllegalArgumentException for any other number of bytes
     */
    public QeReportEncoder set(QeField field, byte[] value) {
        return new QeReportEncoder(bytes.with(field, value));
    }

    /**
     * Inverts one bit.
     *
     * @param offset which byte
     * @param bit which bit of it, 0 for the lowest
     * @return a changed copy
     */
    public QeReportEncoder flipped(int offset, int bit) {
        return new QeReportEncoder(bytes.flipped(offset, bit));
    }

    /**
     * Reads a field of at most eight bytes back.
     *
     * @param field the field
     * @return its unsigned value
     */
    public long number(QeField field) {
        return bytes.number(field);
    }

    /**
     * Reads the bytes of a field back.
     *
     * @param field the field
     * @return a copy of them
     */
    public byte[] bytes(QeField field) {
        return bytes.bytes(field);
    }

    /**
     * The report.
     *
     * @return 384 bytes
     */
    public byte[] encode() {
        return bytes.toArray();
    }
}
