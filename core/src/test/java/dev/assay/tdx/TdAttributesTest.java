package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TdAttributesTest {
    @ParameterizedTest
    @CsvSource({
        "0100000000000000, DEBUG",
        "1000000000000000, HGS_PLUS_PROF",
        "2000000000000000, PERF_PROF",
        "4000000000000000, PMT_PROF",
        "0000010000000000, ICSSD",
        "0000020000000000, SERVTD_EXT",
        "0000000800000000, LASS",
        "0000001000000000, SEPT_VE_DISABLE",
        "0000002000000000, MIGRATABLE",
        "0000004000000000, PKS",
        "0000008000000000, KL",
        "0000000000000040, TPA",
        "0000000000000080, PERFMON"
    })
    void eachNamedBitIsRecognisedAloneInItsByte(String hex, TdAttribute attribute) {
        TdAttributes attributes = attributes(hex);
        assertEquals(Set.of(attribute), attributes.named());
        assertTrue(attributes.has(attribute));
        assertEquals(attribute.mask(), attributes.bits());
        assertEquals(Long.numberOfTrailingZeros(attributes.bits()), attribute.bit());
        assertEquals(0, attributes.unknownBits());
        for (TdAttribute other : EnumSet.complementOf(EnumSet.of(attribute))) {
            assertFalse(attributes.has(other));
        }
        assertFalse(attribute.meaning().isBlank());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void anyBitOfTheLowestByteMeansUnderDebug(int bit) {
        assertTrue(attributes(String.format("%02x00001000000080", 1 << bit)).tud());
    }

    @Test
    void noBitAboveTheLowestByteMeansUnderDebug() {
        assertFalse(attributes("00ffffffffffffff").tud());
    }

    @Test
    void bitsWithoutANameStayVisible() {
        assertEquals(0x3FFFFFFF_07FC_FF8EL, attributes("ffffffffffffffff").unknownBits());
        assertEquals(0x8A, attributes("8b00001000000000").unknownBits());
    }

    @Test
    void valuesSeenInTheWildReadAsTheirNames() {
        assertEquals(List.of(), List.copyOf(attributes("0000000000000000").named()));
        assertEquals(
                List.of(TdAttribute.DEBUG, TdAttribute.SEPT_VE_DISABLE),
                List.copyOf(attributes("0100001000000000").named()));
        assertEquals(
                List.of(TdAttribute.SEPT_VE_DISABLE, TdAttribute.PERFMON),
                List.copyOf(attributes("0000001000000080").named()));
    }

    @Test
    void theListOfNamesCannotBeChanged() {
        Set<TdAttribute> named = attributes("0000000000000000").named();
        assertThrows(UnsupportedOperationException.class, () -> named.add(TdAttribute.DEBUG));
    }

    @Test
    void valuesWithTheSameBytesAreEqual() {
        assertEquals(attributes("0000001000000000"), attributes("0000001000000000"));
        assertEquals("0000001000000000", attributes("0000001000000000").toString());
    }

    private static TdAttributes attributes(String hex) {
        return new TdAttributes(Bytes.fromHex(hex));
    }
}
