package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.arbitraries.SignedEvidence;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.VerificationOptions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the arbitraries of signed evidence promise, with this library as the judge. */
class GatePropertiesTest {
    private static final SnpSimulator MILAN = SnpSimulator.create(AmdProduct.MILAN);
    private static final TdxSimulator INTEL = TdxSimulator.create();

    private static boolean genuine(SnpEvidence evidence) {
        return genuine(evidence.rootCertificate(), evidence.report(), evidence.endorsements(), evidence.at());
    }

    private static boolean genuine(TdxEvidence evidence) {
        return genuine(evidence.rootCertificate(), evidence.quote(), evidence.endorsements(), evidence.at());
    }

    private static boolean genuine(X509Certificate root, byte[] evidence, byte[][] endorsements, Instant at) {
        VerificationOptions options = VerificationOptions.defaults().withTrustAnchors(TrustAnchors.of(List.of(root)));
        try {
            return Verifier.of(options)
                    .verify(Evidence.decode(evidence), Endorsements.of(endorsements), at)
                    .verified()
                    .isPresent();
        } catch (MalformedEvidenceException e) {
            return false;
        }
    }

    @Property(tries = 20)
    void reportsAreGenuine(@ForAll("reports") SnpEvidence evidence) {
        assertTrue(genuine(evidence));
    }

    @Property(tries = 20)
    void quotesAreGenuine(@ForAll("quotes") TdxEvidence evidence) {
        assertTrue(genuine(evidence));
    }

    @Property(tries = 50)
    void alteredQuotesAreNot(@ForAll("alteredQuotes") TdxEvidence evidence) {
        assertFalse(genuine(evidence));
    }

    @Property(tries = 50)
    void nothingAlteredIsAdmitted(@ForAll("altered") SnpEvidence altered) {
        assertFalse(GateTest.admits(altered));
    }

    @Provide
    Arbitrary<SnpEvidence> altered() {
        return SignedEvidence.alteredReports(SnpSimulator.create(AmdProduct.MILAN));
    }

    @Provide
    Arbitrary<SnpEvidence> reports() {
        return SignedEvidence.reports(MILAN);
    }

    @Provide
    Arbitrary<TdxEvidence> quotes() {
        return SignedEvidence.quotes(INTEL);
    }

    @Provide
    Arbitrary<TdxEvidence> alteredQuotes() {
        return SignedEvidence.alteredQuotes(INTEL);
    }
}
