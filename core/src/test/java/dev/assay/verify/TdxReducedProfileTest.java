package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Finding;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.StandardExtensions;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Below Intel's own root the whole profile is demanded; below anchors of the caller's, identifiers are only noted. */
class TdxReducedProfileTest {
    private static final IntelHierarchy INTEL = TdxSimulator.create().hierarchy();

    private static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509Certificate pckWithout(String oid) throws CertificateException {
        SgxExtension sgx = SgxExtension.of(PckCa.PLATFORM, TdxSimulator.create().platform());
        return parse(INTEL.pckTemplate(PckCa.PLATFORM, sgx)
                .extensions(list -> list.without(oid))
                .sign(INTEL.caSigner(PckCa.PLATFORM)));
    }

    private static List<String> findings(VerificationOptions options, X509Certificate certificate) {
        FindingList findings = new FindingList();
        new TdxProfile(options).endEntity(certificate, "PCK certificate", TdxCheck.CHAIN_PROFILE, findings);
        return findings.asList().stream().map(Finding::code).distinct().toList();
    }

    @Test
    void identifiersAreDemandedOfIntelAndNotedOfOthers() throws Exception {
        VerificationOptions intels = VerificationOptions.defaults();
        VerificationOptions others = intels.withTrustAnchors(TrustAnchors.of(List.of(parse(INTEL.root()))));
        for (String oid : List.of(
                StandardExtensions.SUBJECT_KEY_IDENTIFIER,
                StandardExtensions.AUTHORITY_KEY_IDENTIFIER,
                StandardExtensions.CRL_DISTRIBUTION_POINTS)) {
            assertEquals(List.of("tdx.chain.profile"), findings(intels, pckWithout(oid)), oid);
            assertEquals(List.of("tdx.chain.reduced-profile"), findings(others, pckWithout(oid)), oid);
        }
        for (String oid : List.of(StandardExtensions.KEY_USAGE, StandardExtensions.BASIC_CONSTRAINTS)) {
            assertEquals(List.of("tdx.chain.profile"), findings(intels, pckWithout(oid)), oid);
            assertEquals(List.of("tdx.chain.profile"), findings(others, pckWithout(oid)), oid);
        }
    }

    /** Whoever understands an extension obeys it, critical or not, so that the mark decides nothing. */
    @Test
    void marksAsCriticalAreDemandedOfIntelAndNotedOfOthers() throws Exception {
        VerificationOptions intels = VerificationOptions.defaults();
        VerificationOptions others = intels.withTrustAnchors(TrustAnchors.of(List.of(parse(INTEL.root()))));
        for (String oid : List.of(StandardExtensions.KEY_USAGE, StandardExtensions.BASIC_CONSTRAINTS)) {
            X509Certificate unmarked = parse(INTEL.pckTemplate(
                            PckCa.PLATFORM,
                            SgxExtension.of(
                                    PckCa.PLATFORM, TdxSimulator.create().platform()))
                    .extensions(list -> list.marked(oid, false))
                    .sign(INTEL.caSigner(PckCa.PLATFORM)));
            assertEquals(List.of("tdx.chain.profile"), findings(intels, unmarked), oid);
            assertEquals(List.of("tdx.chain.reduced-profile"), findings(others, unmarked), oid);
        }
    }
}
