package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateExtension;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerLimitsTest {
    /** An element around the content, with a length of two bytes. */
    private static byte[] wrapped(int tag, int levels, int innermost) {
        byte[] content = new byte[] {5, 0};
        byte[] nested = new byte[4 * levels + 2];
        System.arraycopy(content, 0, nested, 4 * levels, 2);
        for (int i = 0; i < levels; i++) {
            int length = nested.length - 4 * (i + 1);
            nested[4 * i] = (byte) (i == levels - 1 ? innermost : tag);
            nested[4 * i + 1] = (byte) 0x82;
            nested[4 * i + 2] = (byte) (length >> 8);
            nested[4 * i + 3] = (byte) length;
        }
        return nested;
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0x24, 0x04, 0xA0})
    void depthIsCountedThroughStructuresAndOctetStrings(int tag) {
        assertDoesNotThrow(() -> DerLimits.check(wrapped(tag, 32, tag)));
        assertThrows(UnreadableException.class, () -> DerLimits.check(wrapped(tag, 33, tag)));
    }

    @Test
    void anIndefiniteLengthReachesToTheEnd() {
        byte[] nested = new byte[80];
        for (int i = 0; i < 40; i++) {
            nested[2 * i] = 0x30;
            nested[2 * i + 1] = (byte) 0x80;
        }
        assertThrows(UnreadableException.class, () -> DerLimits.check(nested));
    }

    /** The platform puts combining marks in order one by one, whenever it compares names: seconds for each of 60 kB. */
    @ParameterizedTest
    @ValueSource(ints = {0x0C, 0x12, 0x13, 0x14, 0x16, 0x1A, 0x1B, 0x1C, 0x1E})
    void longTextsAreNotGivenToThePlatform(int tag) {
        assertDoesNotThrow(() -> DerLimits.check(element(0x30, element(0x04, element(tag, new byte[256])))));
        assertThrows(
                UnreadableException.class,
                () -> DerLimits.check(element(0x30, element(0x04, element(tag, new byte[257])))));
    }

    /** A name is a sequence of sets, and nothing else that certificates and lists hold is. */
    @Test
    void longNamesAreNotGivenToThePlatform() {
        assertDoesNotThrow(() -> DerLimits.check(element(0x30, element(0x30, element(0x31, new byte[1020])))));
        assertThrows(
                UnreadableException.class,
                () -> DerLimits.check(element(0x30, element(0x30, element(0x31, new byte[1021])))));
        assertDoesNotThrow(() -> DerLimits.check(element(0x30, element(0x30, element(0x30, new byte[1021])))));
    }

    @Test
    void aListWithALongNameIsUnreadable() {
        var list = MintedItems.MILAN
                .hierarchy()
                .crlTemplate()
                .extensions(all -> all.and(CertificateExtension.of(
                        "2.5.29.18",
                        false,
                        element(0x30, element(0xA4, element(0x30, element(0x31, new byte[1021])))))));
        Endorsements read =
                Endorsements.of(list.sign(MintedItems.MILAN.hierarchy().crlSigner()));
        assertTrue(read.crls().isEmpty());
        assertEquals(1, read.unreadable().size());
        assertTrue(read.unreadable().get(0).toString().contains("name of more than"), read::toString);
    }

    /** An element, with a length of two bytes if one does not do. */
    private static byte[] element(int tag, byte[] content) {
        boolean small = content.length < 0x80;
        byte[] element = new byte[content.length + (small ? 2 : 4)];
        element[0] = (byte) tag;
        element[1] = (byte) (small ? content.length : 0x82);
        if (!small) {
            element[2] = (byte) (content.length >> 8);
            element[3] = (byte) content.length;
        }
        System.arraycopy(content, 0, element, element.length - content.length, content.length);
        return element;
    }

    @Test
    void anEmptyStructureIsALevelToo() {
        byte[] nested = wrapped(0x30, 33, 0x30);
        byte[] empty = Arrays.copyOf(nested, nested.length - 2);
        for (int i = 0; i < 33; i++) {
            empty[4 * i + 3] = (byte) (empty[4 * i + 3] - 2);
        }
        assertThrows(UnreadableException.class, () -> DerLimits.check(empty));
        assertThrows(
                UnreadableException.class, () -> DerLimits.check(HexFormat.of().parseHex(shortForm(33))));
        assertDoesNotThrow(() -> DerLimits.check(HexFormat.of().parseHex(shortForm(32))));
    }

    /** Structures around nothing, with lengths of one byte. */
    private static String shortForm(int levels) {
        String nested = "";
        for (int i = 0; i < levels; i++) {
            nested = String.format("30%02x", nested.length() / 2) + nested;
        }
        return nested;
    }

    @Test
    void lengthsOfFourBytesAreFollowed() {
        String nested = "0500";
        for (int i = 0; i < 33; i++) {
            nested = String.format("3084%08x", nested.length() / 2) + nested;
        }
        byte[] deep = HexFormat.of().parseHex(nested);
        assertThrows(UnreadableException.class, () -> DerLimits.check(deep));
    }

    /** What follows must not be skipped because a length before it was read wrongly. */
    @Test
    void structuresBehindALengthOfSeveralBytesAreSeen() {
        for (String first : List.of("02810100", "0282000100", "028300000100", "02840000000100")) {
            byte[] deep = HexFormat.of().parseHex(first + shortForm(33));
            assertThrows(UnreadableException.class, () -> DerLimits.check(deep), first);
        }
    }

    @Test
    void whatTheVendorsMakeIsFarFromTheBound() {
        for (X509Certificate certificate : EmbeddedCertificates.amdRoots()) {
            assertDoesNotThrow(() -> DerLimits.check(certificate.getEncoded()));
        }
    }

    /** The platform's parser recurses for each level and ends in a StackOverflowError. */
    @Test
    void aCertificateNestedFifteenThousandLevelsDeepIsUnreadable() {
        AmdHierarchy hierarchy = AmdHierarchy.create(AmdProduct.MILAN, 1);
        byte[] certificate = hierarchy
                .leafTemplate(VekKind.VCEK, AmdProduct.MILAN.tcb(), new byte[64])
                .extensions(list -> list.and(CertificateExtension.of("2.5.29.15", false, wrapped(0x24, 15_000, 0x04))))
                .sign(hierarchy.leafSigner(VekKind.VCEK));
        Endorsements endorsements = Endorsements.of(certificate);
        assertEquals(1, endorsements.unreadable().size());
        assertTrue(endorsements.certificates().isEmpty());
    }

    /** Deep enough to be refused if what stands in front were taken for longer than it is. */
    @ParameterizedTest
    @ValueSource(strings = {"3081020500", "3082000405000500", "30830000020500", "3084000000020500"})
    void whatStandsBesideOtherElementsIsNotCountedAsInsideOfThem(String start) {
        byte[] deep = wrapped(0x30, 32, 0x30);
        byte[] front = HexFormat.of().parseHex(start);
        byte[] both = new byte[front.length + deep.length];
        System.arraycopy(front, 0, both, 0, front.length);
        System.arraycopy(deep, 0, both, front.length, deep.length);
        assertDoesNotThrow(() -> DerLimits.check(both));
        byte[] inside = new byte[2 + deep.length];
        inside[0] = 0x30;
        inside[1] = (byte) 0x80;
        System.arraycopy(deep, 0, inside, 2, deep.length);
        assertThrows(UnreadableException.class, () -> DerLimits.check(inside));
    }

    @Test
    void aLengthBeyondTheEndReachesToTheEnd() {
        for (String beyond : List.of("30800500", "3084ffffffff0500", "050030850000000000", "3005040305", "30")) {
            assertDoesNotThrow(() -> DerLimits.check(HexFormat.of().parseHex(beyond)));
        }
    }

    @Test
    void lengthsOfFourBytesAreFollowedToWhatStandsBehind() {
        byte[] deep = wrapped(0x30, 33, 0x30);
        byte[] front = HexFormat.of().parseHex("3084000000" + String.format("%02x", deep.length));
        byte[] both = new byte[front.length + deep.length];
        System.arraycopy(front, 0, both, 0, front.length);
        System.arraycopy(deep, 0, both, front.length, deep.length);
        assertThrows(UnreadableException.class, () -> DerLimits.check(both));
    }
}
