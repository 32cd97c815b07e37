package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Finding;
import dev.assay.snp.Product;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * AMD's authorities name their key usage. Below anchors of the caller's own, one that says nothing of it is noted, as RFC
 * 5280 restricts only those that say something: published suites of conformance have such hierarchies.
 */
class SnpReducedProfileTest {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final SnpTrial SILENT_INTERMEDIATE =
            MILAN.intermediate(ask -> ask.extensions(list -> list.without(StandardExtensions.KEY_USAGE)));
    private static final SnpTrial SILENT_ROOT =
            MILAN.root(ark -> ark.extensions(list -> list.without(StandardExtensions.KEY_USAGE)));

    @Test
    void authoritiesWithoutKeyUsageAreNotedBelowAnAnchorOfTheCallers() {
        for (SnpTrial trial : List.of(SILENT_INTERMEDIATE, SILENT_ROOT)) {
            Outcome<VerifiedReport> outcome = trial.outcome();
            assertInstanceOf(Accepted.class, outcome, () -> "" + outcome);
            assertEquals(Set.of("snp.chain.reduced-profile"), SnpTrial.notes(outcome));
            assertEquals("no key usage", outcome.findings().get(0).actual());
        }
    }

    @Test
    void aRootWithoutKeyUsageMaySignListsBelowItself() {
        Outcome<VerifiedReport> outcome = SILENT_ROOT
                .options(options -> options.withCrlMode(CrlMode.REQUIRED))
                .outcome();
        assertEquals(CrlState.CHECKED, outcome.verified().orElseThrow().crlState());
    }

    @Test
    void keyUsageIsDemandedOfAmdsOwn() {
        X509Certificate intermediate = only(MILAN.evidence().intermediate());
        X509Certificate root = only(MILAN.amd().root());
        X509Certificate silentIntermediate =
                SILENT_INTERMEDIATE.endorsements().certificates().get(1);
        X509Certificate silentRoot = only(SILENT_ROOT.anchors().get(0).toArray());
        assertEquals(List.of("snp.chain.key-usage"), underAmdsOwn(silentIntermediate, root));
        assertEquals(List.of("snp.chain.key-usage"), underAmdsOwn(intermediate, silentRoot));
        assertEquals(List.of(), underAmdsOwn(intermediate, root));
    }

    private static List<String> underAmdsOwn(X509Certificate intermediate, X509Certificate root) {
        FindingList findings = new FindingList();
        SnpAuthorityProfile.check(
                new AmdAuthority(AmdAuthority.Role.ASK, Product.MILAN), intermediate, root, false, findings);
        return codes(findings);
    }

    @Test
    void aListOfAmdsIsNotSignedByARootWithoutKeyUsage() {
        X509Certificate silent = only(SILENT_ROOT.anchors().get(0).toArray());
        List<X509CRL> lists = Endorsements.of(MILAN.evidence().crl()).crls();
        FindingList findings = new FindingList();
        new SnpRevocation(
                        VerificationOptions.defaults(), lists, MILAN.evidence().at())
                .check(
                        new AmdAuthority(AmdAuthority.Role.ASK, Product.MILAN),
                        only(MILAN.evidence().intermediate()),
                        silent,
                        findings);
        assertEquals(List.of("snp.crl.signature"), codes(findings));
    }

    @Test
    void aUsageThatIsNamedCountsBelowEveryAnchor() {
        SnpTrial listsOnly = MILAN.intermediate(ask -> ask.extensions(list -> list.with(
                StandardExtensions.KEY_USAGE,
                StandardExtensions.keyUsage(Usage.CRL_SIGN).value())));
        assertEquals(Set.of("snp.chain.key-usage"), SnpTrial.refusals(listsOnly.outcome()));
    }

    private static X509Certificate only(byte[] der) {
        return Endorsements.of(der).certificates().get(0);
    }

    private static List<String> codes(FindingList findings) {
        return findings.asList().stream().map(Finding::code).toList();
    }
}
