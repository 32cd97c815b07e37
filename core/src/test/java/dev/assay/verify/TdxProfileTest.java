package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Finding;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.IntelNames;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.DerValue;
import dev.assay.testvectors.pki.DistinguishedName;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.NameAttribute;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import dev.assay.testvectors.pki.StringForm;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each certificate of the hierarchy must be and may be, one thing changed at a time. */
class TdxProfileTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final IntelHierarchy INTEL = MACHINE.hierarchy();
    private static final CertificateExtension STRANGE =
            CertificateExtension.of("1.2.3.4", false, DerValue.octets((byte) 1));

    private static Set<String> failing(IntelCertificate which, UnaryOperator<ExtensionList> change) {
        return failingCertificate(which, one -> one.extensions(change));
    }

    private static Set<String> failingCertificate(IntelCertificate which, UnaryOperator<CertificateEncoder> change) {
        return TdxMinted.of(MACHINE.certificate(which, change)).failing();
    }

    private static Set<String> profile(IntelCertificate which) {
        return Set.of(which == IntelCertificate.TCB_SIGNING ? "tdx.signer.profile" : "tdx.chain.profile");
    }

    private static UnaryOperator<ExtensionList> with(CertificateExtension other) {
        return list -> list.without(other.oid()).and(other);
    }

    @ParameterizedTest
    @EnumSource(IntelCertificate.class)
    void nothingElseMayBeCriticalAndTheseTwoMustBeThere(IntelCertificate which) {
        assertEquals(profile(which), failing(which, list -> list.and(STRANGE.critical(true))));
        assertEquals(Set.of(), failing(which, list -> list.and(STRANGE)));
        for (String oid : List.of(StandardExtensions.KEY_USAGE, StandardExtensions.BASIC_CONSTRAINTS)) {
            assertEquals(profile(which), failing(which, list -> list.without(oid)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = IntelCertificate.class,
            names = {"PCK", "TCB_SIGNING"})
    void whatSignsReportsOrDocumentsIssuesNothing(IntelCertificate which) {
        assertEquals(
                profile(which), failing(which, with(StandardExtensions.basicConstraints(true, OptionalInt.of(0)))));
        assertEquals(
                profile(which),
                failing(which, with(StandardExtensions.keyUsage(Usage.DIGITAL_SIGNATURE, Usage.CERTIFICATE_SIGN))));
        assertEquals(profile(which), failing(which, with(StandardExtensions.keyUsage(Usage.NON_REPUDIATION))));
        assertEquals(Set.of(), failing(which, with(StandardExtensions.keyUsage(Usage.DIGITAL_SIGNATURE))));
    }

    @ParameterizedTest
    @EnumSource(
            value = IntelCertificate.class,
            names = {"ROOT", "PCK_CA"})
    void anAuthorityIsOneInAllItsExtensions(IntelCertificate which) {
        assertEquals(
                profile(which), failing(which, with(StandardExtensions.basicConstraints(false, OptionalInt.empty()))));
        assertEquals(Set.of(), failing(which, with(StandardExtensions.basicConstraints(true, OptionalInt.empty()))));
        assertEquals(
                which == IntelCertificate.ROOT ? profile(which) : Set.of(),
                failing(which, with(StandardExtensions.basicConstraints(true, OptionalInt.of(0)))));
        for (Usage usage : List.of(Usage.CERTIFICATE_SIGN, Usage.CRL_SIGN, Usage.DIGITAL_SIGNATURE)) {
            assertEquals(profile(which), failing(which, with(StandardExtensions.keyUsage(usage))));
        }
    }

    @Test
    void theFindingSaysWhatAnAuthorityLacks() {
        assertEquals("path length 0", lacking(StandardExtensions.basicConstraints(true, OptionalInt.of(0))));
        assertEquals(
                "CA:FALSE, or nothing said", lacking(StandardExtensions.basicConstraints(false, OptionalInt.empty())));
    }

    private static String lacking(CertificateExtension constraints) {
        return TdxMinted.of(MACHINE.certificate(IntelCertificate.ROOT, one -> one.extensions(with(constraints))))
                .verify()
                .findings()
                .get(0)
                .actual();
    }

    @ParameterizedTest
    @EnumSource(
            value = IntelCertificate.class,
            names = {"ROOT", "PCK_CA", "TCB_SIGNING"})
    void certificatesOfVersionOneAreRefused(IntelCertificate which) {
        Outcome<VerifiedQuote> outcome = TdxMinted.of(MACHINE.certificate(
                        which, one -> one.extensions(ExtensionList.of()).version(1)))
                .verify();
        assertEquals(profile(which), TdxMinted.failing(outcome));
        assertTrue(outcome.findings().stream().anyMatch(one -> one.actual().equals("version 1")), "" + outcome);
    }

    @Test
    void aNamedAlgorithmThatIsNotTheOneIsRefusedEverywhere() {
        byte[] sha384 = new EcdsaSigner(INTEL.rootKey(), Hash.SHA384).algorithm();
        byte[] signing = INTEL.tcbSigningTemplate().sign(INTEL.rootSigner().claiming(sha384));
        assertEquals(
                Set.of("tdx.chain.algorithm"),
                TdxMinted.of(MACHINE)
                        .with(e -> e.withTcbSigningCertificate(signing))
                        .failing());
        byte[] ca = INTEL.caTemplate(PckCa.PLATFORM).sign(INTEL.rootSigner().claiming(sha384));
        assertEquals(
                Set.of("tdx.chain.algorithm"),
                TdxMinted.of(MACHINE.chain(chain -> chain.with(1, ca))).failing());
    }

    @Test
    void aKeyOnAnotherCurveIsRefusedEverywhere() {
        byte[] p384 = EcKey.derive(EcCurve.P384, 1, "not on P-256").publicKeyInfo();
        for (IntelCertificate which : List.of(IntelCertificate.PCK, IntelCertificate.PCK_CA)) {
            assertTrue(
                    failingCertificate(which, one -> one.publicKey(p384)).contains("tdx.chain.key"), which.toString());
        }
        assertEquals(
                Set.of("tdx.tcb-info.signature", "tdx.qe-identity.signature"),
                failingCertificate(IntelCertificate.TCB_SIGNING, one -> one.publicKey(p384)));
    }

    @Test
    void aCertificateNamesTheOneAboveItAsItsIssuer() {
        for (IntelCertificate which : List.of(IntelCertificate.ROOT, IntelCertificate.PCK_CA, IntelCertificate.PCK)) {
            assertEquals(
                    Set.of("tdx.chain.roles"),
                    failingCertificate(which, one -> one.issuer(IntelNames.of(IntelNames.TCB_SIGNING))),
                    which.toString());
        }
        Outcome<VerifiedQuote> outcome = TdxMinted.of(MACHINE.certificate(
                        IntelCertificate.TCB_SIGNING, one -> one.issuer(IntelNames.of(IntelNames.PCK))))
                .verify();
        assertEquals(Set.of("tdx.signer.untrusted"), TdxMinted.failing(outcome));
    }

    /** The same letters in another kind of string are another name, as Intel has it. */
    @Test
    void namesAreComparedByTheirBytes() {
        DistinguishedName printable = DistinguishedName.empty()
                .and(NameAttribute.COMMON_NAME, StringForm.PRINTABLE, "Intel SGX PCK Platform CA")
                .and(NameAttribute.ORGANIZATION, StringForm.UTF8, "Intel Corporation")
                .and(NameAttribute.LOCALITY, StringForm.UTF8, "Santa Clara")
                .and(NameAttribute.STATE, StringForm.UTF8, "CA")
                .and(NameAttribute.COUNTRY, StringForm.PRINTABLE, "US");
        assertEquals(Set.of("tdx.chain.roles"), failingCertificate(IntelCertificate.PCK, one -> one.issuer(printable)));
    }

    @ParameterizedTest
    @EnumSource(
            value = IntelCertificate.class,
            names = {"PCK", "PCK_CA", "ROOT"})
    void aCertificateIsSignedByTheOneAboveIt(IntelCertificate which) {
        int place = List.of(IntelCertificate.PCK, IntelCertificate.PCK_CA, IntelCertificate.ROOT)
                .indexOf(which);
        Outcome<VerifiedQuote> outcome = TdxMinted.of(MACHINE.chain(chain ->
                        chain.with(place, TdxMinted.flipped(chain.certificates().get(place), -1))))
                .verify();
        assertEquals(Set.of("tdx.chain.signature"), TdxMinted.failing(outcome));
        assertEquals(1, outcome.findings().size());
        String role =
                List.of("PCK certificate", "Intel SGX PCK Platform CA", "root").get(place);
        assertTrue(outcome.findings().get(0).expected().startsWith(role + " signed by "), "" + outcome);
    }

    /** Seven entries are for platforms of the Platform CA, five for those of the Processor CA. */
    @Test
    void theEntriesOfTheSgxExtensionFitTheIssuer() {
        SgxExtension five = SgxExtension.of(PckCa.PROCESSOR, MACHINE.platform());
        byte[] leaf = INTEL.pckTemplate(PckCa.PLATFORM, five).sign(INTEL.caSigner(PckCa.PLATFORM));
        VerificationOptions intels = VerificationOptions.defaults();
        VerificationOptions others = intels.withTrustAnchors(TrustAnchors.of(List.of(certificate(INTEL.root()))));
        assertEquals(List.of("tdx.pck.extension"), entries(intels, leaf));
        assertEquals(List.of("tdx.chain.reduced-profile"), entries(others, leaf));
        byte[] right = INTEL.pck(PckCa.PLATFORM, MACHINE.platform());
        assertEquals(List.of(), entries(intels, right));
    }

    /** Conformance suites leave out what no judgement needs; Intel's own library refuses that, and so does Intel's root here. */
    @Test
    void theFourEntriesThatAreJudgedSufficeBelowAnotherAnchorOnly() {
        SgxExtension four = SgxExtension.of(PckCa.PROCESSOR, MACHINE.platform()).without(SgxExtension.SGX_TYPE);
        byte[] leaf = INTEL.pckTemplate(PckCa.PLATFORM, four).sign(INTEL.caSigner(PckCa.PLATFORM));
        VerificationOptions intels = VerificationOptions.defaults();
        VerificationOptions others = intels.withTrustAnchors(TrustAnchors.of(List.of(certificate(INTEL.root()))));
        assertEquals(List.of("tdx.pck.extension"), entries(intels, leaf));
        assertEquals(List.of("tdx.chain.reduced-profile"), entries(others, leaf));
        Outcome<VerifiedQuote> outcome = TdxMinted.of(MACHINE.sgxExtension(sgx -> sgx.without(SgxExtension.SGX_TYPE)
                        .without(SgxExtension.PLATFORM_INSTANCE_ID)
                        .without(SgxExtension.CONFIGURATION)))
                .verify();
        VerifiedQuote verified = outcome.verified().orElseThrow(() -> new AssertionError(outcome.toString()));
        assertEquals(Optional.empty(), verified.sgxType());
        assertEquals(Optional.empty(), verified.platformInstanceId());
    }

    private static List<String> entries(VerificationOptions options, byte[] leaf) {
        FindingList findings = new FindingList();
        PckPath path = new TdxChain(
                        options,
                        new TdxTimeline(options, Instant.parse("2026-09-01T00:00:00Z")),
                        certificate(INTEL.root()))
                .check(
                        new PckCertificates(
                                certificate(leaf), certificate(INTEL.ca(PckCa.PLATFORM)), certificate(INTEL.root())),
                        findings);
        assertTrue(path.extensions().isPresent());
        return findings.asList().stream().map(Finding::code).toList();
    }

    private static X509Certificate certificate(byte[] der) {
        return Endorsements.of(der).certificates().get(0);
    }
}
