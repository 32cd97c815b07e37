package dev.assay.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BytesTest {
    private static final Bytes EIGHT = Bytes.fromHex("0123456789abcdef");

    @Test
    void laterWritesToTheSourceDoNotShow() {
        byte[] source = {1, 2, 3};
        Bytes bytes = Bytes.copyOf(source);
        source[0] = 9;
        assertEquals("010203", bytes.hex());
    }

    @Test
    void writesToAnArrayThatWasGivenOutDoNotShow() {
        Bytes bytes = Bytes.fromHex("010203");
        bytes.toArray()[0] = 9;
        assertEquals("010203", bytes.hex());
    }

    @Test
    void integersAreLittleEndianAndUnsigned() {
        assertEquals(0xEF, EIGHT.u8(7));
        assertEquals(0xEFCD, EIGHT.u16le(6));
        assertEquals(0xEFCDAB89L, EIGHT.u32le(4));
        assertEquals(0xEFCDAB8967452301L, EIGHT.u64le(0));
    }

    @Test
    void integersOfASliceAreThoseOfTheSlice() {
        assertEquals(0xEFCDAB89L, EIGHT.from(4).u32le(0));
    }

    @Test
    void nothingIsReadBehindTheEnd() {
        assertThrows(IndexOutOfBoundsException.class, () -> EIGHT.u8(8));
        assertThrows(IndexOutOfBoundsException.class, () -> EIGHT.u16le(7));
        assertThrows(IndexOutOfBoundsException.class, () -> EIGHT.u32le(5));
        assertThrows(IndexOutOfBoundsException.class, () -> EIGHT.u64le(1));
        assertThrows(IndexOutOfBoundsException.class, () -> EIGHT.u8(-1));
    }

    @Test
    void nothingIsReadBehindTheEndOfASliceThoughTheWholeGoesOn() {
        Bytes slice = EIGHT.slice(0, 4);
        assertThrows(IndexOutOfBoundsException.class, () -> slice.u8(4));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.from(5));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(1, Integer.MAX_VALUE));
    }

    @Test
    void firstNonZeroCountsFromTheStartOfTheSlice() {
        Bytes bytes = Bytes.fromHex("00000100");
        assertEquals(2, bytes.firstNonZero());
        assertEquals(0, bytes.from(2).firstNonZero());
        assertEquals(-1, bytes.from(3).firstNonZero());
        assertTrue(bytes.slice(0, 2).isZero());
        assertFalse(bytes.isZero());
        assertTrue(Bytes.empty().isZero());
    }

    @Property
    void firstNonZeroFindsTheOnlyOneWhereverItIs(
            @ForAll @IntRange(min = 1, max = 1600) int length, @ForAll @IntRange(max = 1599) int place) {
        byte[] array = new byte[length + 2];
        array[0] = 1;
        array[length + 1] = 1;
        assertEquals(-1, Bytes.copyOf(array).slice(1, length).firstNonZero());
        array[1 + place % length] = (byte) 0x80;
        assertEquals(place % length, Bytes.copyOf(array).slice(1, length).firstNonZero());
    }

    @Test
    void equalityIsByContentAlone() {
        Bytes one = Bytes.fromHex("aabb");
        Bytes other = Bytes.fromHex("00aabb00").slice(1, 2);
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, Bytes.fromHex("aabc"));
        assertNotEquals(one, Bytes.fromHex("abbb"));
        assertNotEquals(one, Bytes.fromHex("aabb00"));
        assertFalse(one.equals(new Object()));
    }

    /** Of every length on either side of a long, at every place of the whole. */
    @Test
    void everyBitOfEveryByteCountsForEquality() {
        for (int length = 1; length <= 20; length++) {
            for (int start = 0; start < 9; start++) {
                byte[] whole = new byte[start + length + 3];
                Arrays.fill(whole, (byte) 0xA5);
                Bytes one = Bytes.copyOf(whole).slice(start, length);
                whole[start + length] ^= 1;
                assertEquals(one, Bytes.copyOf(whole).slice(start, length));
                for (int bit = 0; bit < 8 * length; bit++) {
                    byte[] other = one.toArray();
                    other[bit / 8] ^= (byte) (1 << (bit % 8));
                    assertNotEquals(one, Bytes.copyOf(other));
                    assertNotEquals(Bytes.copyOf(other), one);
                }
            }
        }
    }

    @Test
    void prefixesAreRecognised() {
        assertTrue(EIGHT.startsWith(Bytes.fromHex("0123")));
        assertTrue(EIGHT.startsWith(EIGHT));
        assertTrue(EIGHT.startsWith(Bytes.empty()));
        assertFalse(EIGHT.startsWith(Bytes.fromHex("0124")));
        assertFalse(Bytes.fromHex("01").startsWith(EIGHT));
    }

    @Test
    void reversalTurnsTheWholeAround() {
        assertEquals("efcdab8967452301", EIGHT.reversed().hex());
        assertEquals("6745", EIGHT.slice(2, 2).reversed().hex());
    }

    @Test
    void aPartStandsAloneWithEqualBytes() {
        Bytes part = EIGHT.slice(2, 3);
        assertEquals(part, part.alone());
        assertNotSame(part, part.alone());
        Bytes alone = part.alone();
        assertSame(alone, alone.alone());
        assertSame(EIGHT, EIGHT.alone());
        assertSame(Bytes.empty(), EIGHT.slice(4, 0).alone());
    }

    @Test
    void aNumberIsBigEndianAndHasNoSign() {
        assertEquals(new BigInteger("456789", 16), EIGHT.slice(2, 3).unsigned());
        assertEquals(BigInteger.valueOf(0xEF), EIGHT.from(7).unsigned());
        assertEquals(BigInteger.ZERO, Bytes.empty().unsigned());
    }

    @Test
    void aBufferShowsExactlyTheBytesAndCannotBeWritten() {
        ByteBuffer buffer = EIGHT.slice(2, 3).asByteBuffer();
        byte[] read = new byte[buffer.remaining()];
        buffer.get(read);
        assertArrayEquals(new byte[] {0x45, 0x67, (byte) 0x89}, read);
        assertThrows(ReadOnlyBufferException.class, () -> buffer.put(0, (byte) 1));
    }

    @Test
    void digestsAreOfTheSlice() throws Exception {
        // SHA-256 of "abc", FIPS 180-2 appendix B.1.
        Bytes abc = Bytes.fromHex("0061626300").slice(1, 3);
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                abc.sha256().hex());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        abc.feed(digest);
        assertArrayEquals(abc.sha256().toArray(), digest.digest());
    }

    @Test
    void signatureChecksAreOverTheSlice() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(keys.getPrivate());
        signing.update(new byte[] {0x45, 0x67, (byte) 0x89});
        byte[] signature = signing.sign();
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(keys.getPublic());
        EIGHT.slice(2, 3).feed(check);
        assertTrue(check.verify(signature));
    }

    @Test
    void textHasACharacterForEachByteOfTheSlice() {
        assertEquals(
                "A\u0000\u00ff\n", Bytes.fromHex("414100ff0a41").slice(1, 4).latin1());
    }

    @Test
    void longValuesAreShortenedForPeopleButNotInHex() {
        Bytes sixtyFour = Bytes.copyOf(new byte[64]);
        Bytes sixtyFive = Bytes.copyOf(new byte[65]);
        assertEquals("00".repeat(64), sixtyFour.toString());
        assertEquals("00".repeat(32) + "..." + "00".repeat(32) + " (65 bytes)", sixtyFive.toString());
        assertEquals("00".repeat(65), sixtyFive.hex());
    }

    @Test
    void emptyIsOneValue() {
        assertSame(Bytes.empty(), Bytes.copyOf(new byte[0]));
        assertSame(Bytes.empty(), EIGHT.slice(3, 0));
        assertTrue(EIGHT.from(8).isEmpty());
        assertFalse(EIGHT.isEmpty());
        assertEquals(8, EIGHT.length());
    }

    @Test
    void hexIsReadInEitherCaseAndNothingElseIs() {
        assertEquals(EIGHT, Bytes.fromHex("0123456789ABCDEF"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("012"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("0g"));
    }

    @Property
    void anyBytesSurviveHexAndBack(@ForAll @Size(max = 200) byte[] any) {
        assertArrayEquals(any, Bytes.fromHex(Bytes.copyOf(any).hex()).toArray());
    }

    @Test
    void theOrderIsThatOfUnsignedNumbersWithAPrefixFirst() {
        List<String> ordered = List.of("", "00", "0000", "0001", "007f", "0080", "00ff", "01", "7f", "80ff", "ff");
        List<Bytes> values = ordered.stream().map(Bytes::fromHex).toList();
        List<Bytes> turned = new ArrayList<>(values);
        Collections.reverse(turned);
        assertEquals(values, turned.stream().sorted().toList());
        assertEquals(0, Bytes.fromHex("aa0102bb").slice(1, 2).compareTo(Bytes.fromHex("0102")));
    }

    @Property
    void valuesAreEqualExactlyIfNoneComesFirst(@ForAll byte[] one, @ForAll byte[] other) {
        Bytes a = Bytes.copyOf(one);
        Bytes b = Bytes.copyOf(other);
        assertEquals(a.equals(b), a.compareTo(b) == 0);
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
        assertEquals(0, a.compareTo(Bytes.copyOf(one)));
    }

    @Property
    void slicesPutTogetherAreTheWhole(@ForAll @Size(min = 1, max = 100) byte[] any, @ForAll int seed) {
        int cut = Math.floorMod(seed, any.length);
        Bytes whole = Bytes.copyOf(any);
        assertEquals(whole.hex(), whole.slice(0, cut).hex() + whole.from(cut).hex());
    }
}
