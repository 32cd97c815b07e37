package dev.assay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Bytes ONE_SET = Bytes.fromHex("00000700ff");

    @Test
    void strictDecodingEndsAtTheFirstFault() {
        Faults faults = new Faults(Strictness.STRICT);
        MalformedEvidenceException thrown = assertThrows(
                MalformedEvidenceException.class, () -> faults.tolerable(Malformation.DUPLICATE, 7, "field", "twice"));
        assertEquals(Malformation.DUPLICATE, thrown.reason());
        assertEquals(7, thrown.offset());
        assertEquals("field", thrown.field());
        assertEquals("field at offset 0x7: twice [duplicate]", thrown.getMessage());
    }

    @Test
    void lenientDecodingListsFaultsInTheirOrder() throws Exception {
        Faults faults = new Faults(Strictness.LENIENT);
        Irregularity first = new Irregularity(Malformation.DUPLICATE, 7, "field", "twice");
        Irregularity second = new Irregularity(Malformation.OUT_OF_BOUNDS, 3, "other", "outside");
        faults.tolerable(first.reason(), first.offset(), first.field(), first.detail());
        faults.tolerable(second.reason(), second.offset(), second.field(), second.detail());
        assertEquals(java.util.List.of(first, second), faults.tolerated());
    }

    @Test
    void anAttackerCannotFillTheList() throws Exception {
        Faults faults = new Faults(Strictness.LENIENT);
        for (int i = 0; i < 1000; i++) {
            faults.tolerable(Malformation.DUPLICATE, i, "field", "again");
        }
        assertEquals(64, faults.tolerated().size());
    }

    @Test
    void aReservedByteIsNamedByItsOffsetInTheInput() {
        MalformedEvidenceException thrown = assertThrows(
                MalformedEvidenceException.class,
                () -> new Faults(Strictness.STRICT).reserved(ONE_SET, 1, 4, 100, "gap"));
        assertEquals(Malformation.RESERVED_NOT_ZERO, thrown.reason());
        assertEquals(102, thrown.offset());
        assertTrue(thrown.irregularity().detail().contains("0x07"), thrown.toString());
    }

    @Test
    void bytesOutsideTheReservedOnesMayBeAnything() throws Exception {
        Faults faults = new Faults(Strictness.STRICT);
        faults.reserved(ONE_SET, 0, 2, 0, "before");
        faults.reserved(ONE_SET, 3, 1, 0, "between");
        assertTrue(faults.tolerated().isEmpty());
    }

    @Test
    void everyRunOfReservedBytesThatAreSetIsAFaultOfItsOwn() throws Exception {
        Faults faults = new Faults(Strictness.LENIENT);
        faults.reserved(Bytes.fromHex("00000700ff0102000000"), 0, 10, 100, "gap");
        assertEquals(
                java.util.List.of(102L, 104L),
                faults.tolerated().stream().map(Irregularity::offset).toList());
        assertEquals(
                java.util.List.of(
                        "reserved byte is 0x07, expected 0",
                        "reserved byte is 0xff, expected 0; set too are the 2 behind it: 0102"),
                faults.tolerated().stream().map(Irregularity::detail).toList());
    }

    @Test
    void aRunThatEndsWithTheRangeIsReportedToo() throws Exception {
        Faults faults = new Faults(Strictness.LENIENT);
        faults.reserved(ONE_SET, 0, 5, 0, "gap");
        assertEquals(
                java.util.List.of(2L, 4L),
                faults.tolerated().stream().map(Irregularity::offset).toList());
    }
}
