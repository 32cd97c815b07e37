package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XfamTest {
    @ParameterizedTest
    @CsvSource({
        "0100000000000000, X87",
        "0200000000000000, SSE",
        "0400000000000000, AVX",
        "2000000000000000, AVX512_OPMASK",
        "4000000000000000, AVX512_ZMM_HI256",
        "8000000000000000, AVX512_HI16_ZMM",
        "0001000000000000, PT",
        "0002000000000000, PKRU",
        "0004000000000000, PASID",
        "0008000000000000, CET_U",
        "0010000000000000, CET_S",
        "0040000000000000, UINTR",
        "0080000000000000, LBR",
        "0000020000000000, AMX_TILECFG",
        "0000040000000000, AMX_TILEDATA",
        "0000080000000000, APX"
    })
    void eachNamedBitIsRecognisedAloneInItsByte(String hex, XfamFeature feature) {
        Xfam xfam = xfam(hex);
        assertEquals(Set.of(feature), xfam.named());
        assertEquals(feature.mask(), xfam.bits());
        assertEquals(Long.numberOfTrailingZeros(xfam.bits()), feature.bit());
        assertEquals(0, xfam.unknownBits());
        assertFalse(xfam.fixedOnesSet());
        for (XfamFeature other : EnumSet.complementOf(EnumSet.of(feature))) {
            assertFalse(xfam.has(other));
        }
        assertFalse(feature.meaning().isBlank());
    }

    /** 0x602e7, 0x600e7, 0x618e7, 0x61ae7, 0x642e7, 0xe7 and 0x207, which are all in real quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e702060000000000",
                "e700060000000000",
                "e718060000000000",
                "e71a060000000000",
                "e742060000000000",
                "e700000000000000",
                "0702000000000000"
            })
    void valuesOfRealQuotesAreWhole(String hex) {
        assertTrue(xfam(hex).fixedOnesSet());
        assertEquals(Set.of(), xfam(hex).brokenGroups());
        assertEquals(0, xfam(hex).unknownBits());
        assertEquals(hex, xfam(hex).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2300000000000000, AVX512",
        "c300000000000000, AVX512",
        "0308000000000000, CET",
        "0310000000000000, CET",
        "0300020000000000, AMX",
        "0300040000000000, AMX"
    })
    void aGroupWithOnlySomeOfItsBitsIsBroken(String hex, XfamGroup group) {
        assertEquals(Set.of(group), xfam(hex).brokenGroups());
    }

    @Test
    void allGroupsCanBeBrokenAtOnce() {
        assertEquals(EnumSet.allOf(XfamGroup.class), xfam("2308020000000000").brokenGroups());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000", "e600000000000000", "e500000000000000"})
    void aMissingFixedBitShows(String hex) {
        assertFalse(xfam(hex).fixedOnesSet());
    }

    @Test
    void bitsWithoutANameStayVisible() {
        assertEquals(0xFFFFFFFF_FFF1_2018L, xfam("ffffffffffffffff").unknownBits());
    }

    private static Xfam xfam(String hex) {
        return new Xfam(Bytes.fromHex(hex));
    }
}
