package dev.assay.testvectors.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.RealEvidence;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SnpReportEncoderTest {
    /** The values were read off a hex dump of the file with the table of AMD 56860 at hand. */
    @Test
    void fieldsReadByHandGiveTheBytesOfARealReport() {
        long tcb = SnpTcb.classic(3, 0, 8, 0x73).value();
        byte[] encoded = SnpReportEncoder.valid(2)
                .policy(0x30000)
                .vmpl(0)
                .tcb(tcb)
                .platformInfo(1)
                .signerInfo(0)
                .reportData(hex("d447b55d197491bfe15cf298f9de9986b7a7c4be2468b4f6e2d53b71d7c64581"
                        + "0b0f2cdfca0040433be063fc1a8293f0f3f8dae7b79fecb3d1cd82bd6a93ebfd"))
                .measurement(hex("7a1e5c266c0108dbc9bb94fa9269513209"
                        + "40915d0aafb42464bd88b579ea158d3e1a0dc39b2c60bd95b9c480cd81841f"))
                .set(SnpField.REPORT_ID, hex("92b3b47d59f0a2a10a74c5678868a80238cf593c01a82f3cffb878e904c28d5b"))
                .chipId(hex("d49554ec717f4e5b0fe6b143bcf0405bd7ae304727edf46603f2a76aef6a3abc"
                        + "15d7af38db757039029f0efacfd08e244324884738c72b082e2f87a44d541eb6"))
                .currentFirmware(1, 52, 4)
                .committedFirmware(1, 52, 4)
                .signature(
                        reversed("61ab4f11aa661997625f233df42a4ad54440eeb7a96ea63de170cbc29c37c005"
                                + "cb54054881ec7d2bee569b02d07f8272"),
                        reversed("209d7eb9be919a1d0baf1d57fe6ebfeabbc53b778c6e977e40b15ca931bb6d44"
                                + "c5ab9e30cfdc7346cb41ac083b90bf49"))
                .encode();
        assertArrayEquals(RealEvidence.vector("snp/real/milan-v2.report.bin"), encoded);
    }

    @Test
    void theSignedPartIsWhatStandsBeforeTheSignature() {
        SnpReportEncoder report = SnpReportEncoder.valid(5);
        assertEquals(1184, report.encode().length);
        assertArrayEquals(Arrays.copyOf(report.encode(), 672), report.signedPart());
        byte[] other = new byte[512];
        Arrays.fill(other, (byte) 0xAA);
        assertArrayEquals(report.signedPart(), report.signature(other).signedPart());
        assertArrayEquals(other, Arrays.copyOfRange(report.signature(other).encode(), 672, 1184));
    }

    @Test
    void fieldsThatAVersionDoesNotHaveAreZeroInIt() {
        for (int version = 1; version <= 5; version++) {
            SnpReportEncoder report = SnpReportEncoder.valid(version);
            assertEquals(version, report.number(SnpField.VERSION));
            assertEquals(version >= 2, report.number(SnpField.LAUNCH_TCB) != 0);
            assertEquals(version >= 3, report.number(SnpField.CPUID_FAM_ID) != 0);
            assertEquals(version >= 5, report.number(SnpField.CURRENT_MIT_VECTOR) != 0);
        }
    }

    @Test
    void everyFieldIsReadBackWhereItWasPutAndNowhereElse() {
        for (SnpField field : SnpField.values()) {
            byte[] ones = new byte[field.size()];
            Arrays.fill(ones, (byte) 0xFF);
            SnpReportEncoder before = SnpReportEncoder.copyOf(new byte[SnpReportEncoder.SIZE]);
            SnpReportEncoder after = before.set(field, ones);
            byte[] expected = new byte[SnpReportEncoder.SIZE];
            Arrays.fill(expected, field.offset(), field.offset() + field.size(), (byte) 0xFF);
            assertArrayEquals(expected, after.encode(), field.name());
            assertArrayEquals(ones, after.bytes(field));
            assertArrayEquals(new byte[SnpReportEncoder.SIZE], before.encode(), "the original is unchanged");
        }
    }

    @Test
    void valuesThatCannotBeEncodedAreRefused() {
        SnpReportEncoder report = SnpReportEncoder.valid(2);
        assertThrows(IllegalArgumentException.class, () -> report.vmpl(1L << 32));
        assertThrows(IllegalArgumentException.class, () -> report.reportData(new byte[63]));
        assertThrows(IllegalArgumentException.class, () -> report.set(SnpField.MEASUREMENT, 1));
        assertThrows(IllegalArgumentException.class, () -> report.signature(new byte[511]));
        assertThrows(IllegalArgumentException.class, () -> report.signature(BigInteger.TWO.pow(576), BigInteger.ONE));
        assertEquals(0xFFFFFFFFL, report.vmpl(0xFFFFFFFFL).number(SnpField.VMPL));
    }

    /** The packed values stand in two real reports, of Milan and of Turin; see the table of TCBs in the documents. */
    @Test
    void tcbsArePackedInBothLayouts() {
        assertEquals(0x7308000000000003L, SnpTcb.classic(3, 0, 8, 0x73).value());
        assertEquals(0x5100000004010101L, SnpTcb.turin(1, 1, 1, 4, 0x51).value());
        for (SnpTcb tcb : new SnpTcb[] {SnpTcb.classic(1, 2, 3, 255), SnpTcb.turin(255, 2, 3, 4, 5)}) {
            assertEquals(tcb, SnpTcb.of(tcb.layout(), tcb.value()));
        }
        assertThrows(IllegalArgumentException.class, () -> SnpTcb.classic(256, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SnpTcb(SnpTcb.Layout.CLASSIC, 1, 0, 0, 0, 0));
    }

    @Test
    void aFlippedBitIsTheOnlyDifference() {
        byte[] before = SnpReportEncoder.valid(3).encode();
        byte[] after = SnpReportEncoder.valid(3).flipped(0x0A, 3).encode();
        assertEquals(0x0A, Arrays.mismatch(before, after));
        assertEquals(8, before[0x0A] ^ after[0x0A]);
        assertTrue(Arrays.equals(before, 0x0B, 1184, after, 0x0B, 1184));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static BigInteger reversed(String littleEndian) {
        byte[] bytes = hex(littleEndian);
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }
}
