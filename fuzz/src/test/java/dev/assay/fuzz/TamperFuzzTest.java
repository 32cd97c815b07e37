package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.verify.VerifiedQuote;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Evidence or one of its endorsements changed after it was signed. Nothing that anybody signed may be another and still
 * verify. The input is which part, and what to overwrite.
 */
class TamperFuzzTest {
    private static final int PARTS = 10;
    private static final VerifiedQuote GENUINE = Minted.verifiedQuote();

    static Stream<byte[]> seeds() {
        return IntStream.range(0, PARTS).mapToObj(part -> new byte[] {(byte) part, 50, 0, 0, 1, 0, 1, 0, 7});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            int part = choices.below(PARTS);
            return part < 4 ? report(part, choices) : quote(part - 4, choices);
        });
    }

    private static String report(int part, Choices choices) throws MalformedEvidenceException {
        SnpEvidence genuine = Minted.snp(AmdProduct.MILAN, VekKind.VCEK);
        byte[][] items = {genuine.report(), genuine.leaf(), genuine.intermediate(), genuine.crl()};
        byte[] before = items[part];
        items[part] = choices.patch(before, 4);
        var outcome = Minted.CRL_VERIFIER.verify(
                AttestationReport.decode(items[0]), Endorsements.of(items[1], items[2], items[3]), SnpSimulator.AT);
        assertTrue(
                outcome.verified().isEmpty() || Arrays.equals(before, items[part]),
                () -> "verified with another " + part);
        return outcome.findings().toString();
    }

    private static String quote(int part, Choices choices) throws MalformedEvidenceException {
        byte[][] items = {
            Minted.TD.quote(),
            Minted.TD.tcbInfo(),
            Minted.TD.qeIdentity(),
            Minted.TD.tcbSigningCertificate(),
            Minted.TD.pckCrl(),
            Minted.TD.rootCrl()
        };
        byte[] before = items[part];
        items[part] = choices.patch(before, 4);
        Quote quote = Quote.decode(items[0]);
        Endorsements endorsements = Endorsements.of(items[1], items[2], items[3], items[4], items[5]);
        var outcome = Minted.CRL_VERIFIER.verify(quote, endorsements, Minted.TD.at());
        if (outcome.verified().isPresent()) {
            assertArrayEquals(
                    GENUINE.evidence().signedBytes().toArray(),
                    quote.signedBytes().toArray());
            same(outcome.verified().get());
            // Text around what is signed may vary: PEM in the quote, and the documents' outer objects.
            assertTrue(part <= 2 || Arrays.equals(before, items[part]), () -> "verified with another " + part);
        }
        return outcome.findings().toString();
    }

    private static void same(VerifiedQuote actual) {
        assertEquals(
                GENUINE.tcbInfo().signed().compact(), actual.tcbInfo().signed().compact());
        assertEquals(
                GENUINE.qeIdentity().signed().compact(),
                actual.qeIdentity().signed().compact());
        assertEquals(GENUINE.chain(), actual.chain());
        assertEquals(GENUINE.pck(), actual.pck());
        assertEquals(GENUINE.tcbStatus(), actual.tcbStatus());
        assertEquals(GENUINE.window(), actual.window());
    }
}
