package dev.assay.model;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable run of bytes. Arrays are copied on the way in and on the way out; a slice shares the copy that the whole
 * already holds, so that cutting fields out of evidence costs no copying.
 *
 * <p>Two values are equal if they hold the same bytes. The comparison takes a time that depends on the lengths only, so
 * it may be used on values that an observer should not learn.
 *
 * <p>Values have an order besides, by their bytes as unsigned numbers and a prefix first. It is what keeps hash tables
 * of bytes that somebody else chose fast: their hash codes can be made equal at will.
 *
 * <p>The integer readers exist because both report formats are little-endian throughout; they throw
 * {@link IndexOutOfBoundsException} beyond the end, which in a decoder would be a defect: decoders check sizes first.
 */
public final class Bytes implements Comparable<Bytes> {
    private static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    /** Compared with, many bytes at once, to find what is not zero. */
    private static final Bytes ZEROS = new Bytes(new byte[512], 0, 512);

    private final byte[] array;
    private final int start;
    private final int length;

    /** Zero until it is asked for; threads that ask at once all find the same. */
    private int hash;

    /** Null until it is asked for, like the other. It fits into room that an object of this size has anyway. */
    private @Nullable Bytes sha256;

    private Bytes(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    /**
     * Copies an array.
     *
     * @param source the bytes to copy
     * @return the same bytes, unaffected by later writes to the array
     */
    public static Bytes copyOf(byte[] source) {
        return source.length == 0 ? EMPTY : new Bytes(source.clone(), 0, source.length);
    }

    /**
     * Reads hexadecimal text, digits of either case without separators.
     *
     * @param hex an even number of hexadecimal digits
     * @return the bytes it stands for
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Bytes fromHex(String hex) {
        byte[] parsed = HexFormat.of().parseHex(hex);
        return new Bytes(parsed, 0, parsed.length);
    }

    /**
     * The value of no bytes.
     *
     * @return the empty value
     */
    public static Bytes empty() {
        return EMPTY;
    }

    /**
     * The number of bytes.
     *
     * @return the length, 0 or more
     */
    public int length() {
        return length;
    }

    /**
     * Tells whether there are no bytes.
     *
     * @return true for length 0
     */
    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * Cuts out a part, without copying.
     *
     * @param offset where the part starts
     * @param count how many bytes it has
     * @return the part
     * @throws IndexOutOfBoundsException if the part is not within this value
     */
    public Bytes slice(int offset, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        return count == 0 ? EMPTY : new Bytes(array, start + offset, count);
    }

    /**
     * Cuts out everything from an offset on, without copying.
     *
     * @param offset where the part starts
     * @return the part, empty if the offset is the length
     * @throws IndexOutOfBoundsException if the offset is negative or above the length
     */
    public Bytes from(int offset) {
        return slice(offset, length - offset);
    }

    /**
     * One byte as an unsigned number.
     *
     * @param offset which byte
     * @return 0 to 255
     */
    public int u8(int offset) {
        return array[start + Objects.checkIndex(offset, length)] & 0xFF;
    }

    /**
     * Two bytes, little-endian, as an unsigned number.
     *
     * @param offset the first byte
     * @return 0 to 65535
     */
    public int u16le(int offset) {
        Objects.checkFromIndexSize(offset, 2, length);
        return u8(offset) | u8(offset + 1) << 8;
    }

    /**
     * Four bytes, little-endian, as an unsigned number.
     *
     * @param offset the first byte
     * @return 0 to 4294967295
     */
    public long u32le(int offset) {
        Objects.checkFromIndexSize(offset, 4, length);
        return u16le(offset) | (long) u16le(offset + 2) << 16;
    }

    /**
     * Eight bytes, little-endian. Use the unsigned operations of {@link Long} on the result.
     *
     * @param offset the first byte
     * @return all 64 bits
     */
    public long u64le(int offset) {
        Objects.checkFromIndexSize(offset, 8, length);
        return u32le(offset) | u32le(offset + 4) << 32;
    }

    /**
     * Tells whether every byte is zero.
     *
     * @return true if so, and for no bytes at all
     */
    public boolean isZero() {
        return firstNonZero() < 0;
    }

    /**
     * Finds the first byte that is not zero.
     *
     * @return its offset, or -1 if there is none
     */
    public int firstNonZero() {
        for (int i = 0; i < length; i += ZEROS.length) {
            int count = Math.min(ZEROS.length, length - i);
            int found = Arrays.mismatch(array, start + i, start + i + count, ZEROS.array, 0, count);
            if (found >= 0) {
                return i + found;
            }
        }
        return -1;
    }

    /**
     * Tells whether this value begins with another.
     *
     * @param prefix the bytes to look for
     * @return true if the first bytes are those
     */
    public boolean startsWith(Bytes prefix) {
        return length >= prefix.length && slice(0, prefix.length).equals(prefix);
    }

    /**
     * The same bytes in the opposite order, for numbers whose producer and consumer disagree about endianness.
     *
     * @return a reversed copy
     */
    public Bytes reversed() {
        byte[] turned = new byte[length];
        for (int i = 0; i < length; i++) {
            turned[i] = array[start + length - 1 - i];
        }
        return new Bytes(turned, 0, length);
    }

    /**
     * Copies the bytes into a new array.
     *
     * @return an array that the caller owns
     */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    /**
     * The same bytes in an array of their own, so that to keep a part does not keep the whole that it was cut from.
     *
     * @return an equal value
     */
    public Bytes alone() {
        return length == array.length ? this : new Bytes(toArray(), 0, length);
    }

    /**
     * The bytes as a number without a sign, big-endian.
     *
     * @return 0 or more; 0 for no bytes
     */
    public BigInteger unsigned() {
        return new BigInteger(1, array, start, length);
    }

    /**
     * A read-only view, for interfaces that take buffers; it costs no copy.
     *
     * @return a read-only buffer over exactly these bytes
     */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(array, start, length).slice().asReadOnlyBuffer();
    }

    /**
     * Feeds the bytes to a digest, without copying them first: it sees the array itself, and is trusted with that.
     *
     * @param digest the digest to update
     */
    public void feed(MessageDigest digest) {
        digest.update(array, start, length);
    }

    /**
     * Feeds the bytes to a signature check, without copying them first: it sees the array itself, and is trusted with that.
     *
     * @param check the check to update
     * @throws SignatureException if the check has no key yet
     */
    public void feed(Signature check) throws SignatureException {
        check.update(array, start, length);
    }

    /**
     * The bytes as text, one character for each (ISO 8859-1), so that offsets in the one are offsets in the other.
     *
     * @return as many characters as there are bytes
     */
    public String latin1() {
        return new String(array, start, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * The SHA-256 digest of the bytes, by which certificates and collateral are named in results. Computed once for each
     * object.
     *
     * @return 32 bytes
     */
    public Bytes sha256() {
        Bytes known = sha256;
        if (known == null) {
            known = sha256Of(List.of(this));
            sha256 = known;
        }
        return known;
    }

    /**
     * The SHA-256 digest of several runs of bytes, one after the other, without a copy of them all.
     *
     * @param parts the runs, in their order
     * @return 32 bytes
     */
    public static Bytes sha256Of(List<Bytes> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Bytes part : parts) {
                part.feed(digest);
            }
            byte[] hash = digest.digest();
            return new Bytes(hash, 0, hash.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The bytes as lower-case hexadecimal digits.
     *
     * @return two digits for each byte
     */
    public String hex() {
        return HexFormat.of().formatHex(array, start, start + length);
    }

    /** In a time that depends on where the two differ, unlike {@link #equals}. */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(
                array, start, start + length, other.array, other.start, other.start + other.length);
    }

    /** Not by {@link Arrays#equals}, which stops where the two differ. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Bytes that) || that.length != length) {
            return false;
        }
        ByteBuffer mine = ByteBuffer.wrap(array);
        ByteBuffer others = ByteBuffer.wrap(that.array);
        long difference = 0;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            difference |= mine.getLong(start + i) ^ others.getLong(that.start + i);
        }
        for (; i < length; i++) {
            difference |= array[start + i] ^ that.array[that.start + i];
        }
        return difference == 0;
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = 1;
            for (int i = 0; i < length; i++) {
                known = 31 * known + array[start + i];
            }
            hash = known;
        }
        return known;
    }

    /** The bytes in hexadecimal, shortened in the middle if there are more than 64. */
    @Override
    public String toString() {
        return length <= 64
                ? hex()
                : slice(0, 32).hex() + "..." + from(length - 32).hex() + " (" + length + " bytes)";
    }
}
