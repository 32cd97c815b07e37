package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.bundle.Bundle;
import dev.assay.bundle.MintedBundles;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every way in leads to the procedure for the kind of evidence. */
class VerifierTest {
    private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

    private final Verifier verifier = MintedBundles.verifier();

    @Test
    void theStandardVerifierTrustsTheVendors() throws Exception {
        Evidence evidence = Evidence.decode(RealEvidence.report());
        Endorsements vcek = Endorsements.of(RealEvidence.vcek());
        assertTrue(Verifier.standard().verify(evidence, vcek, AT).verified().isPresent());
        assertEquals(
                Product.MILAN,
                Verifier.standard()
                        .verify(((dev.assay.SnpEvidence) evidence).report(), vcek, AT)
                        .orElseThrow()
                        .product());
    }

    @Test
    void otherOptionsAreObeyed() throws Exception {
        Verifier trustsNobodyReal = Verifier.of(VerificationOptions.defaults()
                .withTrustAnchors(TrustAnchors.of(
                        Endorsements.of(MintedBundles.snpEvidence().root()).certificates())));
        assertTrue(trustsNobodyReal
                .verify(Evidence.decode(RealEvidence.report()), Endorsements.of(RealEvidence.vcek()), AT)
                .verified()
                .isEmpty());
    }

    @Test
    void aReportIsVerifiedByEachWayIn() throws Exception {
        Bundle bundle = MintedBundles.snp();
        dev.assay.SnpEvidence evidence =
                (dev.assay.SnpEvidence) bundle.decoded().orElseThrow();
        Endorsements given = bundle.endorsements();
        assertTrue(verifier.verify(evidence.report(), given, bundle.at())
                .verified()
                .isPresent());
        assertTrue(verifier.verify(evidence, given, bundle.at()).verified().isPresent());
        assertInstanceOf(
                VerifiedReport.class,
                verifier.verify((Evidence) evidence, given, bundle.at()).orElseThrow());
    }

    @Test
    void certificatesThatCameAlongCount() throws Exception {
        SnpEvidence minted = MintedBundles.snpEvidence();
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, minted.leaf())
                .add(TableGuid.ASK, minted.intermediate())
                .add(TableGuid.CRL, minted.crl())
                .encode();
        byte[] both = Arrays.copyOf(minted.report(), minted.report().length + table.length);
        System.arraycopy(table, 0, both, minted.report().length, table.length);
        dev.assay.SnpEvidence evidence = (dev.assay.SnpEvidence) Evidence.decode(both);
        assertEquals(Bytes.copyOf(both), evidence.raw());
        assertTrue(verifier.verify(evidence, Endorsements.none(), MintedBundles.AT)
                .verified()
                .isPresent());
    }

    @Test
    void aQuoteIsVerifiedByEachWayIn() throws Exception {
        Bundle bundle = MintedBundles.tdx();
        TdxEvidence evidence = (TdxEvidence) bundle.decoded().orElseThrow();
        Endorsements given = bundle.endorsements();
        assertEquals(bundle.evidence().orElseThrow(), evidence.raw());
        assertTrue(
                verifier.verify(evidence.quote(), given, bundle.at()).verified().isPresent());
        assertTrue(verifier.verify(evidence, given, bundle.at()).verified().isPresent());
        assertInstanceOf(
                VerifiedQuote.class,
                verifier.verify((Evidence) evidence, given, bundle.at()).orElseThrow());
    }
}
