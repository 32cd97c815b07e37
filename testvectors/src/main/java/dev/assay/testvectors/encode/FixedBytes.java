package dev.assay.testvectors.encode;

import java.util.Arrays;

/** The bytes of a structure of fixed layout; immutable. */
final class FixedBytes {
    private final byte[] bytes;

    private FixedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static FixedBytes zeros(int size) {
        return new FixedBytes(new byte[size]);
    }

    static FixedBytes copyOf(byte[] source, int size) {
        if (source.length != size) {
            throw new IllegalArgumentException("expected " + size + " bytes, got " + source.length);
        }
        return new FixedBytes(source.clone());
    }

    FixedBytes with(FixedField field, byte[] value) {
        require(field);
        if (value.length != field.size()) {
            throw new IllegalArgumentException(field.name() + " has " + field.size() + " bytes, got " + value.length);
        }
        byte[] changed = bytes.clone();
        System.arraycopy(value, 0, changed, field.offset(), value.length);
        return new FixedBytes(changed);
    }

    FixedBytes with(FixedField field, long value) {
        int size = field.size();
        if (size > Long.BYTES) {
            throw new IllegalArgumentException(field.name() + " is not a number: it has " + size + " bytes");
        }
        if (size < Long.BYTES && value >>> (8 * size) != 0) {
            throw new IllegalArgumentException(field.name() + " has " + size + " bytes, too few for " + value);
        }
        return with(field, LittleEndian.bytes(value, size));
    }

    FixedBytes flipped(int offset, int bit) {
        if (bit < 0 || bit > 7) {
            throw new IllegalArgumentException("bit " + bit + " of a byte");
        }
        byte[] changed = bytes.clone();
        changed[offset] ^= (byte) (1 << bit);
        return new FixedBytes(changed);
    }

    byte[] bytes(FixedField field) {
        require(field);
        return Arrays.copyOfRange(bytes, field.offset(), field.offset() + field.size());
    }

    long number(FixedField field) {
        if (field.size() > Long.BYTES) {
            throw new IllegalArgumentException(field.name() + " is not a number: it has " + field.size() + " bytes");
        }
        long value = 0;
        byte[] raw = bytes(field);
        for (int i = raw.length - 1; i >= 0; i--) {
            value = value << 8 | (raw[i] & 0xFF);
        }
        return value;
    }

    byte[] toArray() {
        return bytes.clone();
    }

    byte[] first(int count) {
        return Arrays.copyOf(bytes, count);
    }

    int size() {
        return bytes.length;
    }

    private void require(FixedField field) {
        if (field.offset() + field.size() > bytes.length) {
            throw new IllegalArgumentException(
                    field.name() + " is not part of a structure of " + bytes.length + " bytes");
        }
    }
}
