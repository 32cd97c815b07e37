package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements of DER (X.690, 8.1 and 10.1), each written out by hand, and what is none. */
class DerElementTest {
    @Test
    void elementsAreSplitWhereTheyEnd() throws Exception {
        assertEquals(
                List.of(
                        new DerElement(0x02, Bytes.fromHex("05")),
                        new DerElement(0x04, Bytes.empty()),
                        new DerElement(0x30, Bytes.fromHex("02010a05"))),
                DerElement.split(Bytes.fromHex("0201050400300402010a05"), 3));
        assertEquals(List.of(), DerElement.split(Bytes.empty(), 0));
    }

    @Test
    void thereAreNoMoreThanAllowed() throws Exception {
        Bytes three = Bytes.fromHex("050005000500");
        assertEquals(3, DerElement.split(three, 3).size());
        assertThrows(UnreadableException.class, () -> DerElement.split(three, 2));
        assertEquals(new DerElement(5, Bytes.empty()), DerElement.single(three.slice(0, 2)));
        assertThrows(UnreadableException.class, () -> DerElement.single(three));
        assertThrows(UnreadableException.class, () -> DerElement.single(Bytes.empty()));
    }

    @ParameterizedTest
    @CsvSource({"7f,127", "8180,128", "81ff,255", "820100,256", "821234,4660", "82ffff,65535"})
    void aLengthHasItsShortestForm(String length, int size) throws Exception {
        String content = "00".repeat(size);
        assertEquals(
                size,
                DerElement.single(Bytes.fromHex("04" + length + content))
                        .content()
                        .length());
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex("04" + length + content.substring(2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04",
                "0401",
                "0480",
                "04800000",
                "0481",
                "048100",
                "04817f",
                "0482",
                "048201",
                "0482007f",
                "048200ff",
                "0483000100",
                "048400000001",
                "04ff",
                "1f0100",
                "3f8100"
            })
    void otherLengthsAndLongTagsAreRefused(String start) {
        Bytes bytes = Bytes.fromHex(start + "00".repeat(start.length() > 4 ? 255 : 0));
        assertThrows(UnreadableException.class, () -> DerElement.split(bytes, 300));
        assertThrows(UnreadableException.class, () -> DerElement.single(Bytes.fromHex(start)));
    }

    @ParameterizedTest
    @CsvSource({
        "020100,0",
        "02017f,127",
        "02020080,128",
        "020200ff,255",
        "02020100,256",
        "02027fff,32767",
        "0203008000,32768",
        "02047fffffff,2147483647"
    })
    void numbersAreNotNegativeAndInTheirShortestForm(String der, int value) throws Exception {
        assertEquals(value, DerElement.single(Bytes.fromHex(der)).integer(value));
        assertEquals(
                value, DerElement.single(Bytes.fromHex("0a" + der.substring(2))).enumerated(value));
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex("0a" + der.substring(2))).integer(value));
        if (value > 0) {
            assertThrows(
                    UnreadableException.class,
                    () -> DerElement.single(Bytes.fromHex(der)).integer(value - 1));
        }
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex(der)).enumerated(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200",
                "020180",
                "0201ff",
                "02020000",
                "0202007f",
                "0204ffffffff",
                "02050080000000",
                "0205010000000000"
            })
    void otherNumbersAreRefused(String der) {
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex(der)
                                .slice(0, 2 + Bytes.fromHex(der).u8(1)))
                        .integer(Integer.MAX_VALUE));
    }

    @Test
    void truthIsZeroOrAllOnes() throws Exception {
        assertTrue(DerElement.single(Bytes.fromHex("0101ff")).truth());
        assertFalse(DerElement.single(Bytes.fromHex("010100")).truth());
        for (String other : List.of("010101", "0101fe", "0100", "0102ffff", "0201ff")) {
            assertThrows(
                    UnreadableException.class,
                    () -> DerElement.single(Bytes.fromHex(other)).truth());
        }
    }

    @Test
    void octetsHaveTheirSizeAndSequencesTheirNumber() throws Exception {
        assertEquals(
                Bytes.fromHex("0102"),
                DerElement.single(Bytes.fromHex("04020102")).octets(2));
        for (int size : new int[] {1, 3}) {
            assertThrows(
                    UnreadableException.class,
                    () -> DerElement.single(Bytes.fromHex("04020102")).octets(size));
        }
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex("05020102")).octets(2));
        assertEquals(
                2, DerElement.single(Bytes.fromHex("300405000500")).sequence(2).size());
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex("300405000500")).sequence(1));
        assertThrows(
                UnreadableException.class,
                () -> DerElement.single(Bytes.fromHex("310405000500")).sequence(2));
    }
}
