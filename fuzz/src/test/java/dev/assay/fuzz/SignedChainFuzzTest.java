package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.pki.CertificateEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PCK certificates with other extensions and revocation lists with other contents, signed by the simulated vendor. The
 * input says what to do to them.
 */
class SignedChainFuzzTest {
    private static final IntelHierarchy INTEL = Minted.INTEL.hierarchy();
    private static final QuoteEncoder QUOTE =
            Minted.INTEL.quoteTemplate(5, Minted.INTEL.reportTemplate(TdReportEncoder.Kind.TD_1_5));
    private static final byte[] SGX =
            SgxExtension.of(PckCa.PLATFORM, Minted.INTEL.platform()).encode();

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0, 0},
                new byte[] {1, 60, 0, 0, 7, 0, 0},
                new byte[] {0, 2, 0, 1, 2, 1, 0},
                new byte[] {0, 0, 3, 1, 0, 5, 2, 1, 2, 3},
                new byte[] {0, 0, 2, 0, 0, 6, 1});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            byte[] sgx = choices.patch(SGX, choices.below(4));
            CertificateEncoder pck = INTEL.pckTemplate(
                            PckCa.PLATFORM, SgxExtension.of(PckCa.PLATFORM, Minted.INTEL.platform()))
                    .extensions(list -> list.with(SgxExtension.OID, sgx));
            for (int i = choices.below(4); i > 0; i--) {
                pck = pck.extensions(list -> ListChoices.changed(list, choices));
            }
            byte[] leaf = pck.sign(INTEL.caSigner(PckCa.PLATFORM));
            PemChain chain = Minted.INTEL.pckChain().with(0, leaf);
            QuoteEncoder quote =
                    Minted.INTEL.signed(QUOTE.signatureData(data -> data.certification(5, chain.encode())));
            ListChoices list = ListChoices.of(
                    choices,
                    INTEL.pckCrlTemplate(PckCa.PLATFORM),
                    INTEL.caSigner(PckCa.PLATFORM),
                    List.of(INTEL.pckSerial()));
            TdxEvidence evidence =
                    Minted.TD.withQuote(quote.encode()).withPckCrl(list.der().toArray());
            JudgedQuote judged = JudgedQuote.of(evidence);
            if (judged.verified()) {
                list.holdsWhereVerified();
            }
            return judged.text();
        });
    }
}
