package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of unknown senders, character by character and member by member. */
class StrictJsonTest {
    private static final String ALLOWED = "\t\n\r !~az09";

    private static String text(byte... bytes) throws UnreadableException {
        return StrictJson.text(Bytes.copyOf(bytes));
    }

    private static JsonMembers members(String text) throws UnreadableException {
        return JsonMembers.of("it", StrictJson.parse(text));
    }

    @Test
    void onlyPrintableAsciiAndWhiteSpaceAreText() throws UnreadableException {
        assertEquals(ALLOWED, text(ALLOWED.getBytes(StandardCharsets.US_ASCII)));
        for (int c : new int[] {0, 1, 8, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x80, 0xFF}) {
            assertThrows(UnreadableException.class, () -> text((byte) 'a', (byte) c, (byte) 'a'), "" + c);
            assertThrows(UnreadableException.class, () -> text((byte) c, (byte) 'a'), "" + c);
        }
    }

    @Test
    void theFaultSaysWhichByteAndWhere() {
        assertEquals(
                "JSON with the byte 0x7f at offset 2",
                assertThrows(UnreadableException.class, () -> text((byte) 'a', (byte) 'a', (byte) 0x7F))
                        .getMessage());
    }

    @Test
    void nulsBehindTheTextAreCutOff() throws UnreadableException {
        assertEquals("a", text((byte) 'a', (byte) 0, (byte) 0));
        assertEquals("", text((byte) 0, (byte) 0));
        assertEquals("", text());
    }

    @Test
    void textOfTheLargestSizeIsRead() throws UnreadableException {
        byte[] spaces = new byte[StrictJson.LARGEST];
        Arrays.fill(spaces, (byte) ' ');
        assertEquals(StrictJson.LARGEST, text(spaces).length());
        assertThrows(UnreadableException.class, () -> text(new byte[StrictJson.LARGEST + 1]));
    }

    /** Read, it would take forty times the room; a document of Intel's has a thousand tokens. */
    @Test
    void aDocumentOfMoreTokensThanHundredOfIntelsIsRefused() throws UnreadableException {
        StrictJson.parse("{\"a\":[" + "1,".repeat(150_000) + "1]}");
        assertThrows(UnreadableException.class, () -> StrictJson.parse("{\"a\":[" + "1,".repeat(250_000) + "1]}"));
        assertThrows(UnreadableException.class, () -> StrictJson.parse("{\"a\":[" + "{},".repeat(150_000) + "1]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":null,\"a\":null}",
                "{\"a\":1,\"b\":2,\"\\u0061\":1}",
                "{\"x\":[{\"a\":{},\"a\":{}}]}"
            })
    void noNameStandsTwiceInOneObject(String text) {
        assertEquals(
                "JSON with the name \"a\" twice in one object",
                assertThrows(UnreadableException.class, () -> StrictJson.parse(text))
                        .getMessage());
    }

    @Test
    void anObjectKnowsWhereItStands() throws UnreadableException {
        String text = " { \"a\" : {\"b\":[1, {}]} , \"c\":\"}\" } ";
        JsonObject outer = StrictJson.parse(text);
        assertEquals(text.strip(), text.substring(outer.start(), outer.end()));
        JsonObject inner = members(text).inner("a").object();
        assertEquals("{\"b\":[1, {}]}", text.substring(inner.start(), inner.end()));
    }

    @Test
    void thirtyTwoLevelsAreReadAndNoMore() throws UnreadableException {
        assertTrue(StrictJson.parse(nested(31)).has("a"));
        assertThrows(UnreadableException.class, () -> StrictJson.parse(nested(32)));
    }

    private static String nested(int lists) {
        return "{\"a\":" + "[".repeat(lists) + "]".repeat(lists) + "}";
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "9, 9", "65535, 65535", "2147483647, 2147483647"})
    void aWholeNumberUpToTheLargestIsRead(String digits, int largest) throws UnreadableException {
        assertEquals(Integer.parseInt(digits), members("{\"n\":" + digits + "}").integer("n", largest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-0", "1.0", "1e1", "\"1\"", "null", "[1]", "99999999999999999999"})
    void anythingElseIsNoNumberUpToNine(String value) {
        UnreadableException e = assertThrows(
                UnreadableException.class,
                () -> members("{\"n\":" + value + "}").integer("n", 9));
        assertEquals("it.n is not a whole number from 0 to 9", e.getMessage());
    }

    @Test
    void advisoriesAreShortTextsAndNotTooMany() throws UnreadableException {
        assertEquals(List.of(), members("{}").advisories("a"));
        assertEquals(List.of(), members("{\"a\":[]}").advisories("a"));
        String longest = "x".repeat(64);
        assertEquals(
                List.of("x", longest),
                members("{\"a\":[\"x\",\"" + longest + "\"]}").advisories("a"));
        assertEquals(256, members(texts(256)).advisories("a").size());
        for (String other : List.of(
                "{\"a\":[\"\"]}", "{\"a\":[\"x" + longest + "\"]}", "{\"a\":[1]}", "{\"a\":\"x\"}", texts(257))) {
            assertThrows(UnreadableException.class, () -> members(other).advisories("a"));
        }
    }

    private static String texts(int count) {
        return "{\"a\":[" + "\"x\",".repeat(count - 1) + "\"x\"]}";
    }

    @Test
    void theFaultNamesThePlace() {
        UnreadableException missing = assertThrows(
                UnreadableException.class,
                () -> members("{\"a\":[{},{\"b\":{}}]}")
                        .inners("a", 2)
                        .get(1)
                        .inner("b")
                        .text("c"));
        assertEquals("it.a[1].b.c is missing", missing.getMessage());
        for (String value : List.of("1", "[1]", "{}")) {
            assertThrows(
                    UnreadableException.class,
                    () -> members("{\"a\":" + value + "}").inners("a", 1));
        }
        assertThrows(UnreadableException.class, () -> members("{\"a\":[{},{}]}").inners("a", 1));
        assertThrows(UnreadableException.class, () -> members("{\"a\":1}").inner("a"));
        assertThrows(UnreadableException.class, () -> members("{\"a\":1}").text("a"));
    }
}
