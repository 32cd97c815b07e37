package dev.assay.testvectors.arbitraries;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Bytes that mean nothing by themselves. Their contents come from one random number, which makes them much cheaper than
 * arrays of random bytes; all zeros and all ones come up on purpose.
 */
final class OpaqueBytes {
    private OpaqueBytes() {}

    static Arbitrary<byte[]> ofSize(int size) {
        return Arbitraries.longs().map(seed -> bytes(seed, size));
    }

    static Arbitrary<byte[]> ofSizeBetween(int least, int most) {
        return Arbitraries.integers().between(least, most).flatMap(OpaqueBytes::ofSize);
    }

    static byte[] bytes(long seed, int size) {
        byte[] bytes = new byte[size];
        if (seed == -1) {
            Arrays.fill(bytes, (byte) 0xFF);
        } else if (seed != 0) {
            new SplittableRandom(seed).nextBytes(bytes);
        }
        return bytes;
    }
}
