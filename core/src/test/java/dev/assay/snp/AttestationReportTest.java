package dev.assay.snp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.Irregularity;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttestationReportTest {
    private static String hex(byte[] report, int offset, int size) {
        return HexFormat.of().formatHex(report, offset, offset + size);
    }

    private static long number(byte[] report, int offset, int size) {
        byte[] turned = new byte[size];
        for (int i = 0; i < size; i++) {
            turned[i] = report[offset + size - 1 - i];
        }
        return new BigInteger(1, turned).longValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void everyFieldIsReadFromItsPlaceInTheTable(int version) throws Exception {
        byte[] bytes = ReportBytes.filled(version, 56860);
        AttestationReport report = AttestationReport.decode(bytes);
        assertEquals(version, report.version());
        assertEquals(number(bytes, 0x004, 4), report.guestSvn());
        assertEquals(number(bytes, 0x008, 8), report.policy().value());
        assertEquals(hex(bytes, 0x010, 16), report.familyId().hex());
        assertEquals(hex(bytes, 0x020, 16), report.imageId().hex());
        assertEquals(number(bytes, 0x030, 4), report.vmpl());
        assertEquals(number(bytes, 0x034, 4), report.signatureAlgo());
        assertEquals(hex(bytes, 0x038, 8), report.currentTcb().hex());
        assertEquals(number(bytes, 0x040, 8), report.platformInfo().value());
        assertEquals((int) number(bytes, 0x048, 4), report.signerInfo().value());
        assertEquals(hex(bytes, 0x050, 64), report.reportData().hex());
        assertEquals(hex(bytes, 0x090, 48), report.measurement().hex());
        assertEquals(hex(bytes, 0x0C0, 32), report.hostData().hex());
        assertEquals(hex(bytes, 0x0E0, 48), report.idKeyDigest().hex());
        assertEquals(hex(bytes, 0x110, 48), report.authorKeyDigest().hex());
        assertEquals(hex(bytes, 0x140, 32), report.reportId().hex());
        assertEquals(hex(bytes, 0x160, 32), report.reportIdMa().hex());
        assertEquals(hex(bytes, 0x180, 8), report.reportedTcb().hex());
        assertEquals(hex(bytes, 0x1A0, 64), report.chipId().hex());
        assertEquals(hex(bytes, 0x1E0, 8), report.committedTcb().hex());
        assertEquals(
                new FirmwareVersion(bytes[0x1EA] & 0xFF, bytes[0x1E9] & 0xFF, bytes[0x1E8] & 0xFF),
                report.currentVersion());
        assertEquals(
                new FirmwareVersion(bytes[0x1EE] & 0xFF, bytes[0x1ED] & 0xFF, bytes[0x1EC] & 0xFF),
                report.committedVersion());
        assertEquals(hex(bytes, 0x1F0, 8), report.launchTcb().hex());
        assertEquals(hex(bytes, 0x2A0, 512), report.signature().bytes().hex());
        assertTrue(report.irregularities().isEmpty());
    }

    @Test
    void fieldsOfLaterVersionsAreAbsentFromEarlierOnes() throws Exception {
        for (int version = 2; version <= 5; version++) {
            byte[] bytes = ReportBytes.filled(version, version);
            AttestationReport report = AttestationReport.decode(bytes);
            assertEquals(
                    version < 3
                            ? Optional.empty()
                            : Optional.of(new Cpuid(bytes[0x188] & 0xFF, bytes[0x189] & 0xFF, bytes[0x18A] & 0xFF)),
                    report.cpuid());
            assertEquals(
                    version < 5 ? Optional.empty() : Optional.of(hex(bytes, 0x1F8, 8)),
                    report.launchMitVector().map(Bytes::hex));
            assertEquals(
                    version < 5 ? Optional.empty() : Optional.of(hex(bytes, 0x200, 8)),
                    report.currentMitVector().map(Bytes::hex));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void exactlyTheReservedBytesMustBeZero(int version) throws Exception {
        for (int offset = 4; offset < 1184; offset++) {
            byte[] bytes = ReportBytes.filled(version, 7);
            bytes[offset] = 1;
            int at = offset;
            if (Arrays.stream(ReportBytes.reserved(version)).anyMatch(range -> range[0] <= at && at < range[1])) {
                MalformedEvidenceException thrown =
                        assertThrows(MalformedEvidenceException.class, () -> AttestationReport.decode(bytes));
                assertEquals(Malformation.RESERVED_NOT_ZERO, thrown.reason());
                assertEquals(offset, thrown.offset());
                List<Irregularity> tolerated = AttestationReport.decode(Bytes.copyOf(bytes), Strictness.LENIENT)
                        .irregularities();
                assertEquals(List.of(thrown.irregularity()), tolerated);
            } else {
                AttestationReport.decode(bytes);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 6, 7, 255, 256, 0x02000000L, 0xFFFFFFFFL})
    void otherVersionsAreRefusedByName(long version) throws Exception {
        byte[] bytes = ReportBytes.filled(2, 1);
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (version >>> (8 * i));
        }
        MalformedEvidenceException thrown =
                assertThrows(MalformedEvidenceException.class, () -> AttestationReport.decode(bytes));
        assertEquals(Malformation.UNSUPPORTED_VERSION, thrown.reason());
        assertEquals(0, thrown.offset());
        assertEquals("version", thrown.field());
        assertEquals(version < 2, thrown.irregularity().detail().contains("pre-production"));
        AttestationReport lenient = AttestationReport.decode(Bytes.copyOf(bytes), Strictness.LENIENT);
        assertEquals(version, lenient.version());
        assertEquals(
                Malformation.UNSUPPORTED_VERSION,
                lenient.irregularities().get(0).reason());
    }

    @Test
    void lenientDecodingReportsEveryFault() throws Exception {
        byte[] bytes = ReportBytes.filled(9, 1);
        for (int[] range : ReportBytes.reserved(9)) {
            bytes[range[1] - 1] = 5;
        }
        List<Long> offsets = AttestationReport.decode(Bytes.copyOf(bytes), Strictness.LENIENT).irregularities().stream()
                .map(Irregularity::offset)
                .toList();
        assertEquals(List.of(0L, 0x4FL, 0x19FL, 0x1EBL, 0x1EFL, 0x29FL, 0x2E7L, 0x32FL, 0x49FL), offsets);
    }

    @Test
    void everyOtherLengthIsRefused() {
        for (int length : new int[] {0, 1, 671, 1183}) {
            MalformedEvidenceException thrown = assertThrows(
                    MalformedEvidenceException.class,
                    () -> AttestationReport.decode(Arrays.copyOf(ReportBytes.filled(2, 1), length)));
            assertEquals(Malformation.TRUNCATED, thrown.reason());
            assertEquals(length, thrown.offset());
        }
        MalformedEvidenceException thrown = assertThrows(
                MalformedEvidenceException.class,
                () -> AttestationReport.decode(Arrays.copyOf(ReportBytes.filled(2, 1), 1185)));
        assertEquals(Malformation.TRAILING_BYTES, thrown.reason());
        assertEquals(1184, thrown.offset());
    }

    @Test
    void rawAndSignedBytesAreThoseReceived() throws Exception {
        byte[] bytes = ReportBytes.filled(3, 3);
        AttestationReport report = AttestationReport.decode(bytes);
        assertArrayEquals(bytes, report.raw().toArray());
        assertArrayEquals(Arrays.copyOf(bytes, 672), report.signedBytes().toArray());
    }

    @Test
    void equalityIsByBytesAndByWhatWasLetPass() throws Exception {
        byte[] bytes = ReportBytes.filled(3, 3);
        AttestationReport report = AttestationReport.decode(bytes);
        assertEquals(report, AttestationReport.decode(Bytes.copyOf(bytes), Strictness.LENIENT));
        assertEquals(report.hashCode(), AttestationReport.decode(bytes).hashCode());
        bytes[0x50] ^= 1;
        assertNotEquals(report, AttestationReport.decode(bytes));
        assertNotEquals(report.hashCode(), AttestationReport.decode(bytes).hashCode());
        assertTrue(report.toString().contains(report.measurement().hex()), report.toString());
    }
}
