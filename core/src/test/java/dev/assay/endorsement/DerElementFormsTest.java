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

/** Elements of DER, in the only encoding that each has. */
class DerElementFormsTest {
    private static DerElement element(String hex) throws UnreadableException {
        return DerElement.single(Bytes.fromHex(hex));
    }

    private static String fault(String hex) {
        return String.valueOf(
                assertThrows(UnreadableException.class, () -> element(hex)).getMessage());
    }

    @Test
    void elementsFillWhatContainsThem() throws UnreadableException {
        assertEquals(List.of(), DerElement.split(Bytes.empty(), 0));
        assertEquals(
                List.of(new DerElement(5, Bytes.empty()), new DerElement(4, Bytes.fromHex("aa"))),
                DerElement.split(Bytes.fromHex("05000401aa"), 2));
        assertThrows(UnreadableException.class, () -> DerElement.split(Bytes.fromHex("05000401aa"), 1));
        assertEquals("no element", fault(""));
        assertEquals("more than 1 elements", fault("05000500"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7F, 0x80, 0xFF, 0x100, 0x1234, 0xFFFF})
    void aLengthIsReadInItsShortestForm(int length) throws UnreadableException {
        String size = length < 0x80
                ? String.format("%02x", length)
                : length < 0x100 ? String.format("81%02x", length) : String.format("82%04x", length);
        String content = "5a".repeat(length);
        assertEquals(Bytes.fromHex(content), element("04" + size + content).content());
        assertEquals(
                "an element that ends behind what contains it",
                fault("04" + size.substring(0, size.length() - 1) + "f" + (length % 16 == 15 ? "" : content)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04817f", "0482007f", "048200ff", "048100"})
    void aLengthInALongerFormIsRefused(String start) {
        assertEquals("a DER length that is not in its shortest form", fault(start + "00".repeat(300)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0480", "0483000001", "0484", "0481", "04820", "048201"})
    void anIndefiniteAHugeOrACutLengthIsRefused(String hex) {
        assertEquals("not a DER length", fault(hex.length() % 2 == 0 ? hex : hex + "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04", "1f00", "3f00", "ff00"})
    void aCutElementOrALongTagIsRefused(String hex) {
        assertEquals("not a DER element", fault(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0401", "040200", "0403aabb", "048180", "30020500ff"})
    void anElementMustEndWithinWhatContainsIt(String hex) {
        assertThrows(UnreadableException.class, () -> element(hex));
    }

    @ParameterizedTest
    @CsvSource({"020100, 0", "020101, 1", "02017f, 127", "02020080, 128", "0202ffff, -", "020300ffff, 65535"})
    void aNumberIsReadFromItsShortestForm(String hex, String value) throws UnreadableException {
        DerElement element = element(hex);
        if (value.equals("-")) {
            assertThrows(UnreadableException.class, () -> element.integer(0xFFFF));
        } else {
            assertEquals(Integer.parseInt(value), element.integer(0xFFFF));
        }
    }

    @Test
    void aNumberIsBoundedByWhatIsAsked() throws UnreadableException {
        assertEquals(Integer.MAX_VALUE, element("02047fffffff").integer(Integer.MAX_VALUE));
        assertEquals(7, element("020107").integer(7));
        assertEquals(7, element("0a0107").enumerated(7));
        DerElement eight = element("020108");
        assertEquals(
                "8 is above 7",
                assertThrows(UnreadableException.class, () -> eight.integer(7)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0200", "020180", "0201ff", "02020000", "0202007f", "02050000000001", "02050100000000"})
    void aNumberThatIsNegativeLongerOrHugeIsRefused(String hex) throws UnreadableException {
        DerElement element = element(hex);
        assertThrows(UnreadableException.class, () -> element.integer(Integer.MAX_VALUE));
    }

    @Test
    void aTruthHasOneEncodingOfEach() throws UnreadableException {
        assertTrue(element("0101ff").truth());
        assertFalse(element("010100").truth());
        for (String hex : List.of("0100", "010101", "0102ffff", "0101fe")) {
            DerElement element = element(hex);
            assertThrows(UnreadableException.class, element::truth);
        }
    }

    @Test
    void octetsHaveTheSizeThatIsAsked() throws UnreadableException {
        DerElement element = element("0402abcd");
        assertEquals(Bytes.fromHex("abcd"), element.octets(2));
        assertThrows(UnreadableException.class, () -> element.octets(1));
        assertThrows(UnreadableException.class, () -> element.octets(3));
    }

    @Test
    void whatHasAnotherTagIsNotTakenForWhatIsAsked() throws UnreadableException {
        DerElement sequence = element("30020500");
        assertEquals(1, sequence.sequence(1).size());
        DerElement octets = element("04020500");
        DerElement number = element("020100");
        DerElement enumerated = element("0a0100");
        DerElement truth = element("010100");
        String message = String.valueOf(assertThrows(UnreadableException.class, () -> octets.sequence(1))
                .getMessage());
        assertEquals("tag 0x04 where SEQUENCE is expected", message);
        assertThrows(UnreadableException.class, () -> sequence.octets(2));
        assertThrows(UnreadableException.class, () -> enumerated.integer(1));
        assertThrows(UnreadableException.class, () -> number.enumerated(1));
        assertThrows(UnreadableException.class, () -> number.truth());
        assertThrows(UnreadableException.class, () -> truth.integer(1));
    }
}
