package dev.assay.fuzz;

import java.util.Arrays;

/** Reads what to do from a fuzzer's input, front to back; when that is used up, everything is zero. */
final class Choices {
    private final byte[] input;
    private int position;

    Choices(byte[] input) {
        this.input = input;
    }

    boolean more() {
        return position < input.length;
    }

    int u8() {
        return more() ? input[position++] & 0xFF : 0;
    }

    int u16() {
        return u8() | u8() << 8;
    }

    long u64() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value |= (long) u8() << (8 * i);
        }
        return value;
    }

    boolean flag() {
        return (u8() & 1) != 0;
    }

    /** A number from 0 to one below the bound. */
    int below(int bound) {
        return (bound <= 256 ? u8() : u16()) % bound;
    }

    <T> T of(T[] values) {
        return values[below(values.length)];
    }

    byte[] bytes(int count) {
        byte[] bytes =
                Arrays.copyOfRange(input, Math.min(position, input.length), Math.min(position, input.length) + count);
        position += count;
        return bytes;
    }

    /** All that is left. */
    byte[] rest() {
        byte[] bytes = Arrays.copyOfRange(input, Math.min(position, input.length), input.length);
        position = input.length;
        return bytes;
    }

    /** Overwrites, up to a number of times, a few bytes somewhere. */
    byte[] patch(byte[] original, int most) {
        byte[] changed = original.clone();
        for (int i = 0; i < most && more() && changed.length > 0; i++) {
            int offset = u16() % changed.length;
            byte[] patch = bytes(Math.min(1 + u8() % 16, changed.length - offset));
            System.arraycopy(patch, 0, changed, offset, patch.length);
        }
        return changed;
    }
}
