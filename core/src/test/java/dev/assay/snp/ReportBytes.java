package dev.assay.snp;

import java.util.Random;

/** Reports made byte by byte from the table of document 56860, for tests of the decoder. */
final class ReportBytes {
    private ReportBytes() {}

    /** A report of a version, with every byte that a field may fill set to something, and reserved ones zero. */
    static byte[] filled(int version, long seed) {
        byte[] report = new byte[1184];
        new Random(seed).nextBytes(report);
        report[0] = (byte) version;
        clear(report, 1, 3);
        for (int[] range : reserved(version)) {
            clear(report, range[0], range[1] - range[0]);
        }
        return report;
    }

    /** The reserved bytes of a version, as first and last plus one. */
    static int[][] reserved(int version) {
        return new int[][] {
            {0x4C, 0x50},
            {version >= 3 ? 0x18B : 0x188, 0x1A0},
            {0x1EB, 0x1EC},
            {0x1EF, 0x1F0},
            {version >= 5 ? 0x208 : 0x1F8, 0x2A0},
            {0x2D0, 0x2E8},
            {0x318, 0x330},
            {0x330, 0x4A0},
        };
    }

    private static void clear(byte[] report, int start, int count) {
        for (int i = start; i < start + count; i++) {
            report[i] = 0;
        }
    }
}
