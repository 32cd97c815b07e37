package dev.assay.snp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnpValuesTest {
    @ParameterizedTest
    @CsvSource({
        "16, SMT",
        "18, MIGRATE_MA",
        "19, DEBUG",
        "20, SINGLE_SOCKET",
        "21, CXL_ALLOW",
        "22, MEM_AES_256_XTS",
        "23, RAPL_DIS",
        "24, CIPHERTEXT_HIDING_DRAM",
        "25, PAGE_SWAP_DISABLE"
    })
    void eachBitOfTheGuestPolicyHasItsName(int bit, GuestPolicyBit name) {
        GuestPolicy policy = new GuestPolicy(1L << bit);
        assertEquals(Set.of(name), policy.bits());
        assertTrue(policy.has(name));
        assertFalse(new GuestPolicy(~(1L << bit)).has(name));
        assertEquals(0, policy.unknownBits());
        assertEquals(bit, name.bit());
    }

    @Test
    void theGuestPolicyKeepsAbiAndUnknownBits() {
        GuestPolicy policy = new GuestPolicy(0x8000_0000_0402_0137L);
        assertEquals(1, policy.abiMajor());
        assertEquals(0x37, policy.abiMinor());
        assertTrue(policy.reservedOneIsSet());
        assertFalse(new GuestPolicy(0x10000).reservedOneIsSet());
        assertEquals(0x8000_0000_0400_0000L, policy.unknownBits());
        assertEquals(0xFFFF_FFFF_FC00_0000L, new GuestPolicy(-1).unknownBits());
        assertEquals(0xFF, new GuestPolicy(0xFFFF).abiMajor());
        assertEquals(0xFF, new GuestPolicy(0xFFFF).abiMinor());
    }

    @Test
    void theUsualPolicyOfRealGuestsMeansSmtAndNothingElse() {
        assertEquals(Set.of(GuestPolicyBit.SMT), new GuestPolicy(0x30000).bits());
        assertEquals(Set.of(GuestPolicyBit.SMT, GuestPolicyBit.DEBUG), new GuestPolicy(0xB0000).bits());
    }

    @ParameterizedTest
    @CsvSource({
        "0, SMT_EN",
        "1, TSME_EN",
        "2, ECC_EN",
        "3, RAPL_DIS",
        "4, CIPHERTEXT_HIDING_DRAM_EN",
        "5, ALIAS_CHECK_COMPLETE",
        "6, IOMMU_WRITE_SAFE",
        "7, TIO_EN"
    })
    void eachBitOfThePlatformInfoHasItsName(int bit, PlatformInfoBit name) {
        PlatformInfo info = new PlatformInfo(1L << bit);
        assertEquals(Set.of(name), info.bits());
        assertFalse(new PlatformInfo(~(1L << bit)).has(name));
        assertEquals(0, info.unknownBits());
        assertEquals(bit, name.bit());
    }

    @Test
    void unknownBitsOfThePlatformInfoStayVisible() {
        assertEquals(0xFFFF_FFFF_FFFF_FF00L, new PlatformInfo(-1).unknownBits());
        assertEquals(0x100, new PlatformInfo(0x167).unknownBits());
    }

    @ParameterizedTest
    @CsvSource({
        "0, VCEK, false, false, 0", "4, VLEK, false, false, 0", "28, NONE, false, false, 0",
        "8, RESERVED, false, false, 0", "12, RESERVED, false, false, 0", "16, RESERVED, false, false, 0",
        "20, RESERVED, false, false, 0", "24, RESERVED, false, false, 0", "1, VCEK, true, false, 0",
        "2, VCEK, false, true, 0", "32, VCEK, false, false, 32", "-1, NONE, true, true, -32"
    })
    void signerInfoIsTakenApartBitByBit(int value, SigningKey key, boolean author, boolean masked, int unknown) {
        SignerInfo signer = new SignerInfo(value);
        assertEquals(key, signer.signingKey());
        assertEquals(author, signer.authorKeyEn());
        assertEquals(masked, signer.maskChipKey());
        assertEquals(unknown, signer.unknownBits());
    }

    @ParameterizedTest
    @CsvSource({
        "25, 1, MILAN, Milan",
        "25, 0, MILAN, Milan",
        "25, 15, MILAN, Milan",
        "25, 16, GENOA, Genoa",
        "25, 17, GENOA, Genoa",
        "25, 31, GENOA, Genoa",
        "25, 160, GENOA, Bergamo or Siena",
        "25, 175, GENOA, Bergamo or Siena",
        "25, 32, , unknown",
        "25, 176, , unknown",
        "25, 159, , unknown",
        "26, 2, TURIN, Turin",
        "26, 17, TURIN, Turin",
        "26, 31, TURIN, Turin",
        "26, 32, , unknown",
        "26, 80, , unknown",
        "23, 49, , unknown",
        "27, 1, , unknown",
        "0, 0, , unknown"
    })
    void cpuidNamesTheProduct(int family, int model, Product product, String name) {
        Cpuid cpuid = new Cpuid(family, model, 1);
        assertEquals(Optional.ofNullable(product), cpuid.product());
        assertEquals(name, cpuid.codeName());
        assertEquals(Optional.ofNullable(product).map(Product::tcbLayout), cpuid.tcbLayout());
    }

    @Test
    void cpuidPrintsInHexadecimal() {
        assertEquals("19/a0/2", new Cpuid(0x19, 0xA0, 2).toString());
    }

    @Test
    void productsAreFoundByTheirExactName() {
        for (Product product : Product.values()) {
            assertEquals(Optional.of(product), Product.named(product.label()));
        }
        assertEquals(Optional.empty(), Product.named("milan"));
        assertEquals(Optional.empty(), Product.named("Siena"));
    }

    @Test
    void policiesCallBitsAsTheDocumentDoesInOtherLetters() {
        for (GuestPolicyBit bit : GuestPolicyBit.values()) {
            assertEquals(bit.name().replace("_", ""), bit.label().toUpperCase(Locale.ROOT));
        }
        for (PlatformInfoBit bit : PlatformInfoBit.values()) {
            assertEquals(bit.name().replace("_", ""), bit.label().toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void turinHasALayoutOfItsOwn() {
        assertEquals(TcbLayout.MILAN_GENOA, Product.MILAN.tcbLayout());
        assertEquals(TcbLayout.MILAN_GENOA, Product.GENOA.tcbLayout());
        assertEquals(TcbLayout.TURIN, Product.TURIN.tcbLayout());
    }

    @Test
    void theSameBytesMeanOtherComponentsInTheOtherLayout() {
        Bytes bytes = Bytes.fromHex("0102030405060708");
        TcbVersion old = new TcbVersion(TcbLayout.MILAN_GENOA, bytes);
        TcbVersion turin = new TcbVersion(TcbLayout.TURIN, bytes);
        assertEquals("bootLoader 1, tee 2, snp 7, microcode 8, unknown bytes set (0102030405060708)", old.toString());
        assertEquals(
                "fmc 1, bootLoader 2, tee 3, snp 4, microcode 8, unknown bytes set (0102030405060708)",
                turin.toString());
        assertThrows(IllegalArgumentException.class, () -> old.isAtLeast(turin));
        assertThrows(IllegalArgumentException.class, () -> old.spl(TcbComponent.FMC));
    }

    @Test
    void tcbVersionsCompareComponentByComponent() {
        TcbVersion floor = new TcbVersion(TcbLayout.MILAN_GENOA, Bytes.fromHex("04000000000018d5"));
        assertTrue(floor.isAtLeast(floor));
        assertTrue(new TcbVersion(TcbLayout.MILAN_GENOA, Bytes.fromHex("04000000000018db")).isAtLeast(floor));
        for (String below : List.of("03000000000018db", "04000000000017db", "04000000000018d4")) {
            assertFalse(new TcbVersion(TcbLayout.MILAN_GENOA, Bytes.fromHex(below)).isAtLeast(floor), below);
        }
    }

    @Test
    void bytesOfNoComponentAreNotIgnored() {
        for (int offset : new int[] {2, 3, 4, 5}) {
            assertTrue(withByte(TcbLayout.MILAN_GENOA, offset).hasUnknownBytes());
        }
        for (int offset : new int[] {0, 1, 6, 7}) {
            assertFalse(withByte(TcbLayout.MILAN_GENOA, offset).hasUnknownBytes());
        }
        for (int offset : new int[] {4, 5, 6}) {
            assertTrue(withByte(TcbLayout.TURIN, offset).hasUnknownBytes());
        }
        for (int offset : new int[] {0, 1, 2, 3, 7}) {
            assertFalse(withByte(TcbLayout.TURIN, offset).hasUnknownBytes());
        }
    }

    private static TcbVersion withByte(TcbLayout layout, int offset) {
        byte[] bytes = new byte[8];
        bytes[offset] = 1;
        return new TcbVersion(layout, Bytes.copyOf(bytes));
    }

    @Test
    void aTcbVersionHasEightBytes() {
        assertThrows(
                IllegalArgumentException.class, () -> new TcbVersion(TcbLayout.TURIN, Bytes.fromHex("01020304050607")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TcbVersion(TcbLayout.TURIN, Bytes.fromHex("010203040506070809")));
    }

    @Test
    void firmwareVersionsCompareAsOneTuple() {
        FirmwareVersion version = new FirmwareVersion(1, 55, 29);
        assertTrue(version.compareTo(new FirmwareVersion(1, 54, 99)) > 0);
        assertTrue(version.compareTo(new FirmwareVersion(2, 0, 0)) < 0);
        assertTrue(version.compareTo(new FirmwareVersion(1, 55, 30)) < 0);
        assertEquals(0, version.compareTo(new FirmwareVersion(1, 55, 29)));
        assertEquals("1.55.29", version.toString());
    }

    @Test
    void firmwareVersionsAreEqualIfAllPartsAre() {
        FirmwareVersion version = new FirmwareVersion(1, 55, 29);
        assertEquals(new FirmwareVersion(1, 55, 29), version);
        assertEquals(new FirmwareVersion(1, 55, 29).hashCode(), version.hashCode());
        for (FirmwareVersion other : List.of(
                new FirmwareVersion(2, 55, 29), new FirmwareVersion(1, 54, 29), new FirmwareVersion(1, 55, 28))) {
            assertNotEquals(other, version);
            assertNotEquals(other.hashCode(), version.hashCode());
        }
        assertNotEquals(version, (Object) "1.55.29");
    }

    @Test
    void signatureIntegersAreLittleEndianOverTheirWholeSpace() {
        byte[] bytes = new byte[512];
        bytes[0] = 1;
        bytes[71] = 2;
        bytes[72] = 3;
        bytes[143] = (byte) 0x80;
        bytes[144] = 9;
        ReportSignature signature = new ReportSignature(Bytes.copyOf(bytes));
        assertEquals(BigInteger.TWO.shiftLeft(71 * 8).add(BigInteger.ONE), signature.r());
        assertEquals(BigInteger.valueOf(0x80).shiftLeft(71 * 8).add(BigInteger.valueOf(3)), signature.s());
        assertFalse(signature.isAbsent());
        assertTrue(new ReportSignature(Bytes.copyOf(new byte[512])).isAbsent());
    }

    @Test
    void layoutsListTheirComponentsInTheOrderOfTheBytes() {
        for (TcbLayout layout : TcbLayout.values()) {
            List<Integer> offsets =
                    layout.components().stream().map(layout::offset).toList();
            assertEquals(offsets.stream().sorted().toList(), offsets);
        }
    }
}
