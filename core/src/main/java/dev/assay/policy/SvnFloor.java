package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.tdx.TeeTcbSvn;

/**
 * Least security versions of a TD's TCB, one by one: every component must reach its own.
 *
 * @param least the least versions, 16 of one byte each
 */
public record SvnFloor(Bytes least) implements Demand<TeeTcbSvn> {
    /**
     * Checks the size.
     *
     * @param least the least versions, 16 of one byte each
     * @throws IllegalArgumentException if there are not 16 bytes
     */
    public SvnFloor {
        if (least.length() != TeeTcbSvn.SIZE) {
            throw new IllegalArgumentException("must be 16 bytes, one for each component");
        }
    }

    @Override
    public boolean accepts(TeeTcbSvn fact) {
        for (int i = 0; i < TeeTcbSvn.SIZE; i++) {
            if (fact.component(i) < least.u8(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String words() {
        return "at least " + least.hex() + ", byte by byte";
    }
}
