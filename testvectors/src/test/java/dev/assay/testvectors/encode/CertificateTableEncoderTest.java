package dev.assay.testvectors.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificateTableEncoderTest {
    private static final UUID GUID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    /** Written out by hand from the description of the table. */
    @Test
    void aTableIsEntriesThenZerosThenContents() {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, ascii("abc"))
                .add(TableGuid.ARK, ascii("de"))
                .encode();
        assertEquals(
                "63da758de6644564adc5f4b93be8accd" + "48000000" + "03000000"
                        + "c0b406a4a803495297433fb6014cd0ae" + "4b000000" + "02000000"
                        + "00".repeat(24) + "6162636465",
                HexFormat.of().formatHex(table));
    }

    @Test
    void offsetsAndLengthsCanLie() {
        byte[] table = CertificateTableEncoder.empty()
                .add(GUID, ascii("x"), 0xFFFFFFF0L, 0x20)
                .terminator()
                .encode();
        assertEquals(
                "00112233445566778899aabbccddeeff" + "f0ffffff" + "20000000" + "78",
                HexFormat.of().formatHex(table));
    }

    @Test
    void gapAndPaddingMoveContentsAndEnd() {
        CertificateTableEncoder table = CertificateTableEncoder.empty()
                .add(GUID, ascii("x"))
                .gap(new byte[2])
                .padding((byte) 1);
        byte[] bytes = table.encode();
        assertEquals(50, bytes[16]);
        assertEquals('x', bytes[50]);
        assertEquals(1, bytes[51]);
        assertEquals(52, bytes.length);
        assertEquals(4096, table.encodePages(4096).length);
        assertEquals(52, Arrays.mismatch(table.encodePages(4096), bytes));
    }

    @Test
    void aTableWithoutEntriesIsATerminator() {
        assertEquals(
                "00".repeat(24),
                HexFormat.of().formatHex(CertificateTableEncoder.empty().encode()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
