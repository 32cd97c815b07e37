package dev.assay.snp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.Irregularity;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificateTableTest {
    private static final String VCEK = "63da758de6644564adc5f4b93be8accd";
    private static final String ASK = "4ab7b379bbac4fe4a02f05aef327c782";
    private static final String UNKNOWN = "00112233445566778899aabbccddeeff";

    /** Entries as GUID, offset, length; then a terminator; then bytes counting from 1. */
    private static byte[] table(boolean terminated, int contents, Object... entries) {
        int count = entries.length / 3;
        ByteBuffer table = ByteBuffer.allocate(24 * (terminated ? count + 1 : count) + contents)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            table.put(Bytes.fromHex((String) entries[3 * i]).toArray());
            table.putInt((Integer) entries[3 * i + 1]).putInt((Integer) entries[3 * i + 2]);
        }
        table.position(table.capacity() - contents);
        for (int i = 1; i <= contents; i++) {
            table.put((byte) i);
        }
        return table.array();
    }

    private static void refused(Malformation reason, long offset, byte[] table) throws Exception {
        MalformedEvidenceException thrown =
                assertThrows(MalformedEvidenceException.class, () -> CertificateTable.decode(table));
        assertEquals(reason, thrown.reason());
        assertEquals(offset, thrown.offset());
        MalformedEvidenceException behindReport = assertThrows(
                MalformedEvidenceException.class,
                () -> CertificateTable.decode(Bytes.copyOf(table), Strictness.STRICT, 1184));
        assertEquals(offset + 1184, behindReport.offset());
    }

    @Test
    void entriesAreCutOutByOffsetAndLength() throws Exception {
        CertificateTable table = CertificateTable.decode(table(true, 10, VCEK, 72, 4, ASK, 76, 6));
        assertEquals(2, table.entries().size());
        assertEquals(
                new CertificateTableEntry(CertificateGuid.VCEK.guid(), 72, Bytes.fromHex("01020304")),
                table.entries().get(0));
        assertEquals(
                new CertificateTableEntry(CertificateGuid.ASK.guid(), 76, Bytes.fromHex("05060708090a")),
                table.entries().get(1));
        assertEquals(Optional.of(table.entries().get(1)), table.entry(CertificateGuid.ASK));
        assertEquals(Optional.empty(), table.entry(CertificateGuid.VLEK));
        assertEquals(Optional.of(CertificateGuid.ASK), table.entries().get(1).kind());
    }

    @Test
    void guidsStandInTheOrderOfTheirText() throws Exception {
        CertificateTable table = CertificateTable.decode(table(true, 1, UNKNOWN, 48, 1));
        assertEquals(
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                table.entries().get(0).guid());
        assertEquals(Optional.empty(), table.entries().get(0).kind());
    }

    @Test
    void noBytesAndOnlyZerosAreEmptyTables() throws Exception {
        assertTrue(CertificateTable.decode(new byte[0]).entries().isEmpty());
        assertTrue(CertificateTable.decode(new byte[24]).entries().isEmpty());
        assertTrue(CertificateTable.decode(new byte[4096]).entries().isEmpty());
    }

    @Test
    void aTableWithoutAnEndIsRefused() throws Exception {
        refused(Malformation.MISSING_TERMINATOR, 0, new byte[23]);
        refused(Malformation.MISSING_TERMINATOR, 24, table(false, 0, VCEK, 24, 0));
        refused(Malformation.MISSING_TERMINATOR, 24, table(false, 23, VCEK, 24, 23));
    }

    @Test
    void contentMayNotReachBehindTheEnd() throws Exception {
        CertificateTable.decode(table(true, 4, VCEK, 48, 4));
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, 48, 5));
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, 49, 4));
    }

    @Test
    void aFaultSaysWhichBytesAnEntryClaims() {
        MalformedEvidenceException thrown = assertThrows(
                MalformedEvidenceException.class, () -> CertificateTable.decode(table(true, 4, VCEK, 48, 5)));
        assertEquals(
                "bytes 48 to 53 are not between the entries, which end at 48, and the end of the table at 52",
                thrown.irregularity().detail());
    }

    @Test
    void offsetPlusLengthDoesNotWrapAround() throws Exception {
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, 48, -40));
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, -4, 8));
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, -1, -1));
    }

    @Test
    void contentMayNotLieInTheEntries() throws Exception {
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, 47, 4));
        refused(Malformation.OUT_OF_BOUNDS, 16, table(true, 4, VCEK, 0, 4));
    }

    @Test
    void aSecondEntryOfAGuidIsRefused() throws Exception {
        refused(Malformation.DUPLICATE, 24, table(true, 4, VCEK, 72, 2, VCEK, 74, 2));
        refused(Malformation.DUPLICATE, 24, table(true, 4, UNKNOWN, 72, 2, UNKNOWN, 74, 2));
    }

    @Test
    void theNumberOfEntriesIsBounded() throws Exception {
        assertEquals(64, CertificateTable.decode(manyEntries(64)).entries().size());
        refused(Malformation.TOO_MANY, 64 * 24, manyEntries(65));
    }

    private static byte[] manyEntries(int count) {
        Object[] entries = new Object[3 * count];
        for (int i = 0; i < count; i++) {
            entries[3 * i] = String.format("%032x", i + 1);
            entries[3 * i + 1] = 24 * (count + 1);
            entries[3 * i + 2] = 1;
        }
        return table(true, 1, entries);
    }

    @Test
    void theSizeIsBounded() throws Exception {
        CertificateTable.decode(new byte[1 << 20]);
        refused(Malformation.TOO_LARGE, 1 << 20, new byte[(1 << 20) + 1]);
    }

    @Test
    void lenientDecodingKeepsWhatCanBeReadAndListsTheRest() throws Exception {
        CertificateTable table = CertificateTable.decode(
                Bytes.copyOf(table(true, 4, VCEK, 96, 2, ASK, 200, 2, VCEK, 98, 2)), Strictness.LENIENT, 1184);
        assertEquals(2, table.entries().size());
        assertEquals(
                List.of(Malformation.OUT_OF_BOUNDS, Malformation.DUPLICATE),
                table.irregularities().stream().map(Irregularity::reason).toList());
        assertEquals(
                List.of(1184L + 24 + 16, 1184L + 48),
                table.irregularities().stream().map(Irregularity::offset).toList());
        assertEquals(
                "0102",
                table.entry(CertificateGuid.VCEK).orElseThrow().content().hex());
    }

    @Test
    void bytesThatBelongToNoEntryAreFound() throws Exception {
        byte[] bytes = CertificateTableEncoder.empty()
                .gap((byte) 0, (byte) 7, (byte) 0, (byte) 9, (byte) 0)
                .add(TableGuid.VCEK, new byte[] {1, 2})
                .padding((byte) 0, (byte) 5)
                .encode();
        CertificateTable table = CertificateTable.decode(bytes);
        assertEquals(
                List.of(
                        new UnclaimedBytes(49, Bytes.fromHex("070009")),
                        new UnclaimedBytes(bytes.length - 1, Bytes.fromHex("05"))),
                table.unclaimed());
    }

    @Test
    void zerosAndContentsAreNotUnclaimed() throws Exception {
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[100],
                table(true, 10, VCEK, 72, 4, ASK, 76, 6),
                CertificateTableEncoder.empty()
                        .add(TableGuid.ASK, new byte[] {1})
                        .encodePages(4096))) {
            assertEquals(List.of(), CertificateTable.decode(bytes).unclaimed());
        }
    }

    @Test
    void whatAnEntryThatWasLeftOutPointsAtIsUnclaimed() throws Exception {
        byte[] table = table(true, 10, VCEK, 72, 4, ASK, 76, 7);
        CertificateTable lenient = CertificateTable.decode(Bytes.copyOf(table), Strictness.LENIENT, 0);
        assertEquals(1, lenient.entries().size());
        assertEquals(List.of(new UnclaimedBytes(76, Bytes.fromHex("05060708090a"))), lenient.unclaimed());
    }
}
