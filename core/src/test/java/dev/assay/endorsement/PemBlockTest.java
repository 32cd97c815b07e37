package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemBlockTest {
    private static final String A = "-----BEGIN A-----\nAQID\n-----END A-----\n";

    @Test
    void blocksAreSplitInOrderAndTextAroundThemIsIgnored() throws Exception {
        List<PemBlock> blocks = split("before " + A
                + "between\u0000-----BEGIN B C-----\r\nB A\r\n\tUG\r\n-----END B C-----" + "\u0000 after");
        assertEquals(
                List.of(new PemBlock("A", Bytes.fromHex("010203")), new PemBlock("B C", Bytes.fromHex("040506"))),
                blocks);
    }

    @Test
    void textWithoutABeginningHasNoBlocks() throws Exception {
        assertEquals(List.of(), split("-----BEGIN"));
        assertEquals(List.of(), split("-----END A-----"));
        assertEquals(List.of(), split(""));
        assertThrows(UnreadableException.class, () -> split("x-----BEGIN "));
    }

    @Test
    void noOtherControlCharactersStandInABlock() {
        for (char c : "\u0000\u000b\u000c\u001f\u00a0".toCharArray()) {
            assertThrows(UnreadableException.class, () -> split("-----BEGIN A-----\nAQ" + c + "ID\n-----END A-----"));
        }
    }

    @Test
    void anEmptyBlockHasNoContent() throws Exception {
        assertEquals(List.of(new PemBlock("A", Bytes.empty())), split("-----BEGIN A-----\n-----END A-----"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN A",
                "-----BEGIN A-----\nAQID",
                "-----BEGIN A-----\nAQID\n-----END B-----",
                "-----BEGIN A-----\nAQI\u00e9\n-----END A-----",
                "-----BEGIN A-----\nAQ!D\n-----END A-----",
                "-----BEGIN A-----\nAQI==\n-----END A-----",
                "-----BEGIN A-----\nA\n-----END A-----",
                "-----BEGIN A-----\nProc-Type: 4\n\nAQID\n-----END A-----",
                "-----BEGIN A-----\n-----BEGIN A-----\nAQID\n-----END A-----"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(UnreadableException.class, () -> split(text));
        assertThrows(UnreadableException.class, () -> split(A + text));
    }

    @Test
    void labelsHaveAtMost64Characters() throws Exception {
        String longest = "L".repeat(64);
        assertEquals(
                longest,
                split("-----BEGIN " + longest + "-----\n-----END " + longest + "-----")
                        .get(0)
                        .label());
        String longer = longest + "L";
        assertThrows(
                UnreadableException.class, () -> split("-----BEGIN " + longer + "-----\n-----END " + longer + "-----"));
    }

    @Test
    void thereAreAtMost256Blocks() throws Exception {
        assertEquals(256, split(A.repeat(256)).size());
        assertThrows(UnreadableException.class, () -> split(A.repeat(257)));
    }

    private static List<PemBlock> split(String text) throws UnreadableException {
        return PemBlock.split(bytes(text));
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
