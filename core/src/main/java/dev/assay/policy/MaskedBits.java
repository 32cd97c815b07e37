package dev.assay.policy;

import dev.assay.model.Bytes;

/**
 * The value of some bits of a field. Byte order is that of the field as received.
 *
 * @param mask the bits that are compared, as many bytes as the field has
 * @param value what they must be; zero outside the mask
 */
public record MaskedBits(Bytes mask, Bytes value) implements Demand<Bytes> {
    /**
     * Checks that the demand can be met.
     *
     * @param mask the bits that are compared, as many bytes as the field has
     * @param value what they must be; zero outside the mask
     * @throws IllegalArgumentException if the sizes differ, the mask is empty or zero, or a bit outside it is demanded
     */
    public MaskedBits {
        if (mask.length() != value.length()) {
            throw new IllegalArgumentException("mask and value must have the same size");
        }
        if (mask.isZero()) {
            throw new IllegalArgumentException("the mask selects nothing");
        }
        for (int i = 0; i < mask.length(); i++) {
            if ((value.u8(i) & ~mask.u8(i)) != 0) {
                throw new IllegalArgumentException("the value has bits that the mask does not select");
            }
        }
    }

    @Override
    public boolean accepts(Bytes fact) {
        if (fact.length() != mask.length()) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < mask.length(); i++) {
            difference |= (fact.u8(i) & mask.u8(i)) ^ value.u8(i);
        }
        return difference == 0;
    }

    @Override
    public String words() {
        return value.hex() + " under the mask " + mask.hex();
    }
}
