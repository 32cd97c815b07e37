package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.Quote;
import dev.assay.tdx.TdReport;
import dev.assay.tdx.TdReportSince15;
import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QeReportEncoder;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decoding of quotes beside the independent encoder. The input is layout, one lie about the framing at most, the sizes
 * of what varies, and what to overwrite; a lie that happens to be the truth is none.
 */
class QuoteEncoderFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0, 5},
                new byte[] {1, 0, 4, 0, 0, 9, 0, 9, 1},
                new byte[] {2, 3, 0, 6, 3, 0, 36},
                new byte[] {3, 8, 0, 0, 1, 0, 3, 0, 36});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Choices choices = new Choices(input);
        int layout = choices.below(4);
        TdReportEncoder.Kind kind = Minted.BODIES.get(layout);
        QuoteLie lie = new QuoteLie(choices);
        SignatureDataEncoder data = data(choices);
        byte[] bytes = choices.patch(TdReportEncoder.valid(kind).encode(), 8);
        TdReportEncoder body = TdReportEncoder.copyOf(kind, bytes);
        QuoteEncoder truth = layout == 0 ? QuoteEncoder.version4(body) : QuoteEncoder.version5(body);
        QuoteEncoder whole = truth.signatureData(old -> data);
        try {
            Quote quote = Quote.decode(lie.told(whole).encode());
            assertEquals(true, lie.mayPass(whole), () -> "accepted " + lie);
            if (!lie.changes(whole)) {
                same(body, quote.body());
                same(data, quote);
                assertArrayEquals(whole.signedPart(), quote.signedBytes().toArray());
            }
        } catch (MalformedEvidenceException e) {
            assertEquals(true, lie.changes(whole) || !isCertificationKnown(data), () -> lie + ": " + e.getMessage());
        }
    }

    private static SignatureDataEncoder data(Choices choices) {
        QeReportEncoder report =
                QeReportEncoder.copyOf(choices.patch(QeReportEncoder.valid().encode(), 2));
        return SignatureDataEncoder.valid()
                .qeReport(report)
                .authData(choices.bytes(choices.u8()))
                .certification(choices.below(9), choices.bytes(choices.below(512)));
    }

    /** The sizes are those of DCAP's structures: an encrypted PPID, CPUSVN (16), PCESVN (2) and PCEID (2). */
    private static boolean isCertificationKnown(SignatureDataEncoder data) {
        int size = data.certification().length;
        return switch (data.certificationType()) {
            case 1 -> size == 16 + 20;
            case 2 -> size == 256 + 20;
            case 3 -> size == 384 + 20;
            case 4, 5, 7 -> true;
            default -> false;
        };
    }

    private static void same(TdReportEncoder expected, TdReport actual) {
        assertArrayEquals(expected.encode(), actual.raw().toArray());
        same(expected, TdField.TEE_TCB_SVN, actual.teeTcbSvn().raw());
        same(expected, TdField.MR_SEAM, actual.mrSeam());
        same(expected, TdField.MR_SIGNER_SEAM, actual.mrSignerSeam());
        same(expected, TdField.SEAM_ATTRIBUTES, actual.seamAttributes());
        same(expected, TdField.TD_ATTRIBUTES, actual.tdAttributes().raw());
        same(expected, TdField.XFAM, actual.xfam().raw());
        same(expected, TdField.MR_TD, actual.mrTd());
        same(expected, TdField.MR_CONFIG_ID, actual.mrConfigId());
        same(expected, TdField.MR_OWNER, actual.mrOwner());
        same(expected, TdField.MR_OWNER_CONFIG, actual.mrOwnerConfig());
        same(expected, TdField.RTMR0, actual.rtmr0());
        same(expected, TdField.RTMR1, actual.rtmr1());
        same(expected, TdField.RTMR2, actual.rtmr2());
        same(expected, TdField.RTMR3, actual.rtmr3());
        same(expected, TdField.REPORT_DATA, actual.reportData());
        assertEquals(expected.kind().has(TdField.MR_SERVICE_TD), actual instanceof TdReportSince15);
        if (actual instanceof TdReportSince15 newer) {
            same(expected, TdField.TEE_TCB_SVN_2, newer.teeTcbSvn2().raw());
            same(expected, TdField.MR_SERVICE_TD, newer.mrServiceTd());
        }
    }

    private static void same(SignatureDataEncoder expected, Quote actual) {
        var data = actual.signatureData();
        assertArrayEquals(expected.authData(), data.qeAuthenticationData().toArray());
        assertArrayEquals(
                expected.certification(), data.certificationData().content().toArray());
        assertEquals(expected.certificationType(), data.certificationData().type());
        assertEquals(
                expected.qeReport().number(QeField.ISV_SVN), data.qeReport().isvSvn());
        assertEquals(
                expected.qeReport().number(QeField.ISV_PROD_ID), data.qeReport().isvProdId());
        assertArrayEquals(
                expected.qeReport().bytes(QeField.MR_SIGNER),
                data.qeReport().mrSigner().toArray());
    }

    private static void same(TdReportEncoder expected, TdField field, Bytes actual) {
        assertArrayEquals(expected.bytes(field), actual.toArray(), field::toString);
    }
}
