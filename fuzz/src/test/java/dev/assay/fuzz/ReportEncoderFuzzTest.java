package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decoding of reports beside the independent encoder, which has the layout from AMD's document by itself: the same bytes
 * are accepted that its fields allow, and every field has the same value. The input is what to overwrite in a report.
 */
class ReportEncoderFuzzTest {
    /** The bytes of r and s beyond 48 are padding. */
    private static final int COMPONENT = 48;

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0},
                new byte[] {1, (byte) 0x88, 1, 3, 0x19, 1, 1},
                new byte[] {3, (byte) 0xF8, 1, 0, 1, 8, 2, 0, 1},
                new byte[] {2, 0x4C, 0, 0, 1});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Choices choices = new Choices(input);
        byte[] template = SnpReportEncoder.valid(2 + choices.below(4)).encode();
        SnpReportEncoder expected = SnpReportEncoder.copyOf(choices.patch(template, 16));
        try {
            AttestationReport actual = AttestationReport.decode(expected.encode());
            assertEquals(true, isWellFormed(expected), "accepted");
            sameNumbers(expected, actual);
            sameBytes(expected, actual);
        } catch (MalformedEvidenceException e) {
            assertEquals(false, isWellFormed(expected), () -> "refused: " + e.getMessage());
        }
    }

    private static boolean isWellFormed(SnpReportEncoder report) {
        long version = report.number(SnpField.VERSION);
        if (version < 2 || version > 5) {
            return false;
        }
        for (SnpField field : SnpField.values()) {
            boolean mustBeZero = field.name().startsWith("RESERVED") || field.since() > version;
            if (mustBeZero && !isZero(report.bytes(field))) {
                return false;
            }
        }
        return isZero(beyond(report.bytes(SnpField.SIGNATURE_R))) && isZero(beyond(report.bytes(SnpField.SIGNATURE_S)));
    }

    private static byte[] beyond(byte[] component) {
        return Arrays.copyOfRange(component, COMPONENT, component.length);
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    private static void sameNumbers(SnpReportEncoder expected, AttestationReport actual) {
        assertEquals(expected.number(SnpField.VERSION), actual.version());
        assertEquals(expected.number(SnpField.GUEST_SVN), actual.guestSvn());
        assertEquals(expected.number(SnpField.VMPL), actual.vmpl());
        assertEquals(expected.number(SnpField.SIGNATURE_ALGO), actual.signatureAlgo());
        assertEquals(expected.number(SnpField.POLICY), actual.policy().value());
        assertEquals(
                expected.number(SnpField.PLATFORM_INFO), actual.platformInfo().value());
        assertEquals(
                expected.number(SnpField.SIGNER_INFO),
                Integer.toUnsignedLong(actual.signerInfo().value()));
        assertEquals(actual.version() >= 3, actual.cpuid().isPresent());
        actual.cpuid().ifPresent(cpu -> {
            assertEquals(expected.number(SnpField.CPUID_FAM_ID), cpu.family());
            assertEquals(expected.number(SnpField.CPUID_MOD_ID), cpu.model());
            assertEquals(expected.number(SnpField.CPUID_STEP), cpu.stepping());
        });
    }

    private static void sameBytes(SnpReportEncoder expected, AttestationReport actual) {
        assertArrayEquals(expected.signedPart(), actual.signedBytes().toArray());
        same(expected, SnpField.FAMILY_ID, actual.familyId());
        same(expected, SnpField.IMAGE_ID, actual.imageId());
        same(expected, SnpField.REPORT_DATA, actual.reportData());
        same(expected, SnpField.MEASUREMENT, actual.measurement());
        same(expected, SnpField.HOST_DATA, actual.hostData());
        same(expected, SnpField.ID_KEY_DIGEST, actual.idKeyDigest());
        same(expected, SnpField.AUTHOR_KEY_DIGEST, actual.authorKeyDigest());
        same(expected, SnpField.REPORT_ID, actual.reportId());
        same(expected, SnpField.REPORT_ID_MA, actual.reportIdMa());
        same(expected, SnpField.CHIP_ID, actual.chipId());
        same(expected, SnpField.CURRENT_TCB, actual.currentTcb());
        same(expected, SnpField.REPORTED_TCB, actual.reportedTcb());
        same(expected, SnpField.COMMITTED_TCB, actual.committedTcb());
        same(expected, SnpField.LAUNCH_TCB, actual.launchTcb());
    }

    private static void same(SnpReportEncoder expected, SnpField field, Bytes actual) {
        assertArrayEquals(expected.bytes(field), actual.toArray(), field::toString);
    }
}
