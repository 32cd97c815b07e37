package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * The security versions of the parts that a TD stands on: 16 numbers of one byte each. They are compared one by one
 * with those of a TCB level; the whole has no order, least of all that of an integer. Source: DCAP
 * {@code tee_tcb_svn_t}; the meaning of the first three bytes is that of Intel's TCB info.
 *
 * @param raw the 16 bytes as received
 */
public record TeeTcbSvn(Bytes raw) {
    /** How many bytes, and so how many versions, there are. */
    public static final int SIZE = 16;

    /**
     * Wraps a set of versions.
     *
     * @param raw the 16 bytes as received
     * @throws IllegalArgumentException if they are not 16
     */
    public TeeTcbSvn {
        FixedSize.require(raw, SIZE, "TEE_TCB_SVN");
    }

    /**
     * The TDX module's security version within its major version: byte 0.
     *
     * @return 0 to 255
     */
    public int minor() {
        return raw.u8(0);
    }

    /**
     * The TDX module's major version: byte 1. Zero is the numbering of TDX 1.0; anything else selects the module
     * identity in the TCB info by which bytes 0 and 1 are judged.
     *
     * @return 0 to 255
     */
    public int major() {
        return raw.u8(1);
    }

    /**
     * The security version of the microcode patch for SEAM: byte 2.
     *
     * @return 0 to 255
     */
    public int seamPatch() {
        return raw.u8(2);
    }

    /**
     * Any of the versions.
     *
     * @param index which one, 0 to 15
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if there is no such version
     */
    public int component(int index) {
        return raw.u8(index);
    }

    /** The 16 bytes in hexadecimal. */
    @Override
    public String toString() {
        return raw.hex();
    }
}
