package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QeReportEncoder;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Quotes whose header, body, quoting enclave report or authentication data was changed, and which then were signed by
 * the simulated machine. The input is the layout and what to overwrite.
 */
class SignedQuoteFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0},
                new byte[] {1, 1, 0x78, 0, 0, 1},
                new byte[] {2, 2, 0, 0, 0, 9, 2, 1, 1, 3},
                new byte[] {3, 0, 4, 1, 12, 0, 3, 1, 2, 3, 4},
                // TEE_TCB_SVN behind and in front of the levels, and another major version of the module.
                new byte[] {2, 1, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0},
                new byte[] {1, 1, 1, 0, 0, 3});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            int layout = choices.below(4);
            TdReportEncoder.Kind kind = Minted.BODIES.get(layout);
            TdReportEncoder template = Minted.INTEL.reportTemplate(kind);
            TdReportEncoder body = TdReportEncoder.copyOf(kind, choices.patch(template.encode(), choices.below(8)));
            QuoteEncoder quote = Minted.INTEL.quoteTemplate(layout == 0 ? 4 : 5, body);
            QeReportEncoder genuine = quote.signatureData().qeReport();
            QeReportEncoder enclave = QeReportEncoder.copyOf(choices.patch(genuine.encode(), choices.below(4)));
            byte[] user = choices.bytes(choices.flag() ? 20 : 0);
            byte[] authentication = choices.bytes(choices.u8());
            QuoteEncoder changed =
                    quote.signatureData(data -> data.qeReport(enclave).authData(authentication));
            QuoteEncoder signed =
                    Minted.INTEL.signed(user.length == 0 ? changed : changed.header(QuoteHeaderField.USER_DATA, user));
            return judged(signed, body, genuine);
        });
    }

    private static String judged(QuoteEncoder signed, TdReportEncoder body, QeReportEncoder genuine) throws Exception {
        JudgedQuote judged = JudgedQuote.of(signed.encode(), Minted.TD_ENDORSEMENTS);
        if (judged.verified()) {
            QeReportEncoder enclave = signed.signatureData().qeReport();
            assertEquals(0, body.number(TdField.SEAM_ATTRIBUTES), "SEAMATTRIBUTES");
            for (QeField bound : new QeField[] {QeField.MR_SIGNER, QeField.ISV_PROD_ID}) {
                assertEquals(hex(genuine.bytes(bound)), hex(enclave.bytes(bound)), bound + " is pinned");
            }
        }
        if (judged.passed()) {
            assertEquals(0, body.number(TdField.TD_ATTRIBUTES) & 0xFF, "a debuggable TD passed");
            assertTrue(judged.upToDate(), "passed and not UpToDate");
        }
        return judged.text();
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
