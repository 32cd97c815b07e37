package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedReport;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Revocation lists of roots, AMD's and Intel's, with other contents, and signed by the simulated vendor: nothing that a list
 * revokes verifies, and nothing by a list of another time. The input says what to do to them.
 */
class SignedListFuzzTest {
    private static final IntelHierarchy INTEL = Minted.INTEL.hierarchy();

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0},
                new byte[] {0, 1, 0, 0, 1, 0},
                new byte[] {1, 2, 1, 0, 0, 1, 0, 1},
                new byte[] {1, 0, 0, 2, 0, 0, 5, 1, 2, 0, 3},
                new byte[] {0, 2, 0, 0, 6, 0, 3, 1, 0, 4});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            return choices.flag() ? amd(choices) : intel(choices);
        });
    }

    private static String amd(Choices choices) throws Exception {
        AmdProduct product = choices.of(AmdProduct.values());
        VekKind kind = choices.of(VekKind.values());
        AmdHierarchy amd = Minted.machine(product, kind).hierarchy();
        SnpEvidence genuine = Minted.snp(product, kind);
        List<BigInteger> chain = Endorsements.of(genuine.intermediate(), amd.root()).certificates().stream()
                .map(X509Certificate::getSerialNumber)
                .toList();
        ListChoices list = ListChoices.of(choices, amd.crlTemplate(), amd.crlSigner(), chain);
        SnpEvidence evidence = genuine.withCrl(list.der().toArray());
        Outcome<VerifiedReport> outcome = Minted.CRL_VERIFIER.verify(
                AttestationReport.decode(evidence.report()), Minted.endorsements(evidence), evidence.at());
        if (outcome.verified().isPresent()) {
            list.holdsWhereVerified();
        }
        return outcome.findings().toString();
    }

    private static String intel(Choices choices) throws Exception {
        ListChoices list = ListChoices.of(
                choices,
                INTEL.rootCrlTemplate(),
                INTEL.rootSigner(),
                List.of(INTEL.caSerial(PckCa.PLATFORM), INTEL.tcbSigningSerial()));
        JudgedQuote judged = JudgedQuote.of(Minted.TD.withRootCrl(list.der().toArray()));
        if (judged.verified()) {
            list.holdsWhereVerified();
        }
        return judged.text();
    }
}
