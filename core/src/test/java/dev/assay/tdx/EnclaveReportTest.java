package dev.assay.tdx;

import static dev.assay.tdx.QuoteBuilder.concat;
import static dev.assay.tdx.QuoteBuilder.filled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import org.junit.jupiter.api.Test;

class EnclaveReportTest {
    private static final byte[] FLAGS = {0x15, 0, 0, 0, 0, 0, 0, (byte) 0x80};

    @Test
    void fieldsAreWhereTheLayoutHasThem() {
        byte[] raw = concat(
                filled(16, 1),
                new byte[] {4, 3, 2, (byte) 0x81},
                filled(28, 2),
                FLAGS,
                filled(8, 3),
                filled(32, 4),
                filled(32, 5),
                filled(32, 6),
                filled(96, 7),
                new byte[] {2, (byte) 0xFF},
                new byte[] {6, 1},
                filled(60, 8),
                filled(64, 9));
        EnclaveReport report = new EnclaveReport(Bytes.copyOf(raw));
        assertArrayEquals(filled(16, 1), report.cpuSvn().toArray());
        assertEquals(0x81020304L, report.miscSelect());
        assertArrayEquals(concat(FLAGS, filled(8, 3)), report.attributes().toArray());
        assertEquals(0x8000000000000015L, report.attributeFlags());
        assertEquals(0x26211C17120D0803L, report.xfrm());
        assertFalse(report.debug());
        assertArrayEquals(filled(32, 4), report.mrEnclave().toArray());
        assertArrayEquals(filled(32, 6), report.mrSigner().toArray());
        assertEquals(0xFF02, report.isvProdId());
        assertEquals(0x0106, report.isvSvn());
        assertArrayEquals(filled(64, 9), report.reportData().toArray());
        assertArrayEquals(raw, report.raw().toArray());
    }

    @Test
    void theSecondFlagMeansDebug() {
        byte[] raw = new byte[384];
        raw[48] = 0x17;
        assertTrue(new EnclaveReport(Bytes.copyOf(raw)).debug());
    }
}
