package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DER, its hexadecimal and its base64 are one item. */
class DerTextTest {
    private static final Bytes DER = Bytes.fromHex("300602010a020114");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300602010a020114",
                "300602010A020114",
                "3006\r\n02010a\t020114\n",
                " 300602010a020114 ",
                "MAYCAQoCARQ=",
                "MAYC\nAQoC\r\nARQ=\n",
                "\tMAYCAQoCARQ=",
                "300602010a020114\u0000",
                "MAYCAQoCARQ=\u0000\u0000"
            })
    void textIsDecoded(String text) throws Exception {
        assertEquals(DER, DerText.decode(bytes(text)));
    }

    @Test
    void whatIsNoTextIsLeftAsItIs() throws Exception {
        for (Bytes binary : List.of(
                DER,
                Bytes.empty(),
                bytes("M"),
                Bytes.fromHex("0000"),
                bytes("MAYCAQoCARQ=\u007f"),
                bytes("MAYC\u0000AQoCARQ="),
                bytes("MAYC\u000bAQoCARQ="),
                bytes("MAYC\u0001AQoCARQ="),
                bytes("MAYCAQoCARQ=\u00ff"))) {
            assertSame(binary, DerText.decode(binary));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"30060", "30xx", "M", "MAYC~", "MAY=C", "hello, world", "~~"})
    void otherTextIsRefused(String text) {
        Bytes item = bytes(text.length() < 2 ? text + "!" : text);
        assertThrows(UnreadableException.class, () -> DerText.decode(item));
    }

    @Test
    void theLargestListInHexadecimalIsRead() throws Exception {
        int largest = 2 * X509Reader.LARGEST_CRL + 2;
        Bytes zeros = bytes("30" + "0".repeat(largest - 2));
        assertEquals(largest / 2, DerText.decode(zeros).length());
        Bytes more = bytes("30" + "0".repeat(largest - 1));
        assertThrows(UnreadableException.class, () -> DerText.decode(more));
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
