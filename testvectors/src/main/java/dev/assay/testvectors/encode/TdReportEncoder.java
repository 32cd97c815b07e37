package dev.assay.testvectors.encode;

import java.util.Arrays;

/**
 * A TD report body in the making, as it stands in a TDX quote. Immutable; numbers are encoded little-endian, measurements
 * are bytes as they are.
 */
public final class TdReportEncoder {
    /** The layouts that exist. */
    public enum Kind {
        /** TDX 1.0: body type 2, 584 bytes; the only one in quotes of version 4. */
        TD_1_0(2, 584),
        /** TDX 1.5: body type 3, 648 bytes. */
        TD_1_5(3, 648),
        /** TDX 1.5 with extensions: body type 4, 885 bytes. */
        TD_1_5_EX(4, 885);

        private final int bodyType;
        private final int size;

        Kind(int bodyType, int size) {
            this.bodyType = bodyType;
            this.size = size;
        }

        /**
         * The number of the layout in the descriptor of a version 5 quote.
         *
         * @return 2, 3 or 4
         */
        public int bodyType() {
            return bodyType;
        }

        /**
         * The size of the body.
         *
         * @return bytes
         */
        public int size() {
            return size;
        }

        /**
         * Tells whether the layout has a field.
         *
         * @param field the field
         * @return true if the field ends within the body
         */
        public boolean has(TdField field) {
            return field.offset() + field.size() <= size;
        }
    }

    private final Kind kind;
    private final FixedBytes bytes;

    private TdReportEncoder(Kind kind, FixedBytes bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /**
     * A body as a production TD has it: an Intel-signed module of major version 6, SEPT_VE_DISABLE set and DEBUG not.
     *
     * @param kind the layout
     * @return the body
     */
    public static TdReportEncoder valid(Kind kind) {
        byte[] svn = Arrays.copyOf(new byte[] {6, 1, 3}, 16);
        TdReportEncoder body = new TdReportEncoder(kind, FixedBytes.zeros(kind.size()))
                .set(TdField.TEE_TCB_SVN, svn)
                .set(TdField.MR_SEAM, filled(0x5E))
                .set(TdField.TD_ATTRIBUTES, 1L << 28)
                .set(TdField.XFAM, 0x602E7)
                .set(TdField.MR_TD, filled(0x7D))
                .set(TdField.RTMR0, filled(0xA0))
                .set(TdField.RTMR1, filled(0xA1))
                .set(TdField.RTMR2, filled(0xA2))
                .set(TdField.REPORT_DATA, Arrays.copyOf(filled(0x5D), 64));
        return kind.has(TdField.TEE_TCB_SVN_2) ? body.set(TdField.TEE_TCB_SVN_2, svn) : body;
    }

    /**
     * Starts from a body that exists.
     *
     * @param kind the layout
     * @param body as many bytes as the layout has
     * @return a body with the same bytes
     */
    public static TdReportEncoder copyOf(Kind kind, byte[] body) {
        return new TdReportEncoder(kind, FixedBytes.copyOf(body, kind.size()));
    }

    /**
     * Sets a field of at most eight bytes.
     *
     * @param field the field
     * @param value its unsigned value
     * @return a changed copy
     * @throws IllegalArgumentException if the value does not fit or the layout lacks the field
     */
    public TdReportEncoder set(TdField field, long value) {
        return new TdReportEncoder(kind, bytes.with(field, value));
    }

    /**
     * Sets all bytes of a field.
     *
     * @param field the field
     * @param value as many bytes as the field has
     * @return a changed copy
     * @throws IllegalArgumentException for any other number of bytes, or if the layout lacks the field
     */
    public TdReportEncoder set(TdField field, byte[] value) {
        return new TdReportEncoder(kind, bytes.with(field, value));
    }

    /**
     * Inverts one bit.
     *
     * @param offset which byte
     * @param bit which bit of it, 0 for the lowest
     * @return a changed copy
     */
    public TdReportEncoder flipped(int offset, int bit) {
        return new TdReportEncoder(kind, bytes.flipped(offset, bit));
    }

    /**
     * Reads a field of at most eight bytes back.
     *
     * @param field the field
     * @return its unsigned value
     */
    public long number(TdField field) {
        return bytes.number(field);
    }

    /**
     * Reads the bytes of a field back.
     *
     * @param field the field
     * @return a copy of them
     */
    public byte[] bytes(TdField field) {
        return bytes.bytes(field);
    }

    /**
     * The layout.
     *
     * @return the kind given at the start
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The body.
     *
     * @return as many bytes as the layout has
     */
    public byte[] encode() {
        return bytes.toArray();
    }

    private static byte[] filled(int value) {
        byte[] digest = new byte[48];
        Arrays.fill(digest, (byte) value);
        return digest;
    }
}
