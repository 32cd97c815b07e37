package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.model.Finding;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.IntelNames;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.DerValue;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.StandardExtensions;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Revocation lists: which count, what they say, and what happens without them. */
class TdxRevocationTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final IntelHierarchy INTEL = MACHINE.hierarchy();
    private static final Instant AT = TdxSimulator.AT;
    private static final Duration DAY = Duration.ofDays(1);

    private static final CertificateExtension STRANGE =
            CertificateExtension.of("1.2.3.4", true, DerValue.octets((byte) 1));

    static Stream<UnaryOperator<CrlEncoder>> formsThatIntelDoesNotIssue() {
        CertificateExtension scope =
                CertificateExtension.of(StandardExtensions.ISSUING_DISTRIBUTION_POINT, false, DerValue.sequence());
        return Stream.of(
                crl -> crl.extensions(ExtensionList.of()).version(1),
                crl -> crl.extensions(
                        list -> list.and(StandardExtensions.deltaCrlIndicator(1).critical(false))),
                crl -> crl.extensions(list -> list.and(scope)),
                crl -> crl.extensions(list -> list.and(STRANGE)),
                CrlEncoder::withoutNextUpdate,
                crl -> crl.revoke(BigInteger.TEN, AT, ExtensionList.of(STRANGE)),
                crl -> crl.revoke(BigInteger.TEN, AT, ExtensionList.of(otherIssuer())));
    }

    private static CertificateExtension otherIssuer() {
        byte[] name = IntelNames.of(IntelNames.TCB_SIGNING).encode();
        byte[] names = DerValue.sequence(DerValue.octets(name));
        names[2] = (byte) 0xA4; // directoryName [4]
        return CertificateExtension.of("2.5.29.29", false, names);
    }

    @ParameterizedTest
    @MethodSource("formsThatIntelDoesNotIssue")
    void aListOfAnotherFormIsRefused(UnaryOperator<CrlEncoder> form) {
        assertEquals(
                Set.of("tdx.crl.profile"), TdxMinted.of(MACHINE.pckCrl(form)).failing());
        assertEquals(
                Set.of("tdx.crl.profile"), TdxMinted.of(MACHINE.rootCrl(form)).failing());
    }

    @Test
    void numberAndAuthorityKeyAreDemandedOfIntelAndNotedOfOthers() {
        VerificationOptions intels = VerificationOptions.defaults();
        VerificationOptions others = TdxMinted.genuine().allOptions();
        for (String oid : List.of(StandardExtensions.CRL_NUMBER, StandardExtensions.AUTHORITY_KEY_IDENTIFIER)) {
            byte[] list =
                    INTEL.rootCrlTemplate().extensions(all -> all.without(oid)).sign(INTEL.rootSigner());
            assertEquals(List.of("tdx.crl.profile"), codes(intels, list));
            assertEquals(List.of("tdx.chain.reduced-profile"), codes(others, list));
            assertEquals(List.of(), codes(intels, INTEL.rootCrl()));
        }
    }

    private static List<String> codes(VerificationOptions options, byte[] list) {
        FindingList findings = new FindingList();
        Endorsements given = Endorsements.of(list, INTEL.root());
        TdxCrl.of(
                IntelAuthority.ROOT,
                given.certificates().get(0),
                given.crls(),
                options,
                new TdxTimeline(options, AT),
                findings);
        return findings.asList().stream().map(Finding::code).toList();
    }

    @Test
    void aListThatSomebodyElseSignedIsRefused() {
        byte[] impostors = IntelHierarchy.impostor(0).pckCrl(PckCa.PLATFORM);
        assertEquals(
                Set.of("tdx.crl.signature"),
                TdxMinted.genuine().with(e -> e.withPckCrl(impostors)).failing());
        byte[] sha384 = INTEL.rootCrlTemplate().sign(new EcdsaSigner(INTEL.rootKey(), Hash.SHA384));
        assertEquals(
                Set.of("tdx.crl.signature"),
                TdxMinted.genuine().with(e -> e.withRootCrl(sha384)).failing());
    }

    /** A list that nobody vouches for revokes nothing either: it is itself what is wrong. */
    @Test
    void whatAForgedListNamesIsNotRevoked() {
        TdxMinted revoked = TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK));
        assertEquals(
                Set.of("tdx.crl.signature"),
                revoked.with(e -> e.withPckCrl(TdxMinted.flipped(e.pckCrl(), -1)))
                        .failing());
    }

    /** A bad list beside a good one is a sign that somebody meddles. */
    @Test
    void aBadListIsNotOutvotedByAGoodOne() {
        byte[] bad = TdxMinted.flipped(INTEL.pckCrl(PckCa.PLATFORM), -1);
        assertEquals(Set.of("tdx.crl.signature"), TdxMinted.genuine().and(bad).failing());
    }

    @ParameterizedTest
    @EnumSource(
            value = IntelCertificate.class,
            names = {"PCK", "PCK_CA", "TCB_SIGNING"})
    void theFindingSaysWhatIsRevokedSinceWhen(IntelCertificate what) {
        Outcome<VerifiedQuote> outcome = TdxMinted.of(MACHINE.revoking(what)).verify();
        assertInstanceOf(Rejected.class, outcome);
        String name = switch (what) {
            case PCK -> IntelNames.PCK;
            case PCK_CA -> "Intel SGX PCK Platform CA";
            default -> IntelNames.TCB_SIGNING;
        };
        BigInteger serial = switch (what) {
            case PCK -> INTEL.pckSerial();
            case PCK_CA -> INTEL.caSerial(PckCa.PLATFORM);
            default -> INTEL.tcbSigningSerial();
        };
        assertEquals(1, outcome.findings().size());
        Finding finding = outcome.findings().get(0);
        assertTrue(finding.expected().endsWith("CN=" + name + " not revoked"), finding.expected());
        assertEquals(
                "serial number 0x" + serial.toString(16) + " revoked since 2026-08-12T23:57:11Z", finding.actual());
    }

    /** The number of one authority's certificate means nothing on the list of another. */
    @Test
    void aSerialNumberCountsOnItsIssuersListOnly() {
        assertEquals(
                Set.of(),
                TdxMinted.of(MACHINE.pckCrl(crl -> IntelHierarchy.revoked(crl, INTEL.caSerial(PckCa.PLATFORM)))
                                .rootCrl(crl -> IntelHierarchy.revoked(crl, INTEL.pckSerial())))
                        .failing());
    }

    @Test
    void theListsOfTheProcessorCaAreForItsCertificates() {
        TdxSimulator machine = TdxSimulator.create(IntelHierarchy.create(7), PckCa.PROCESSOR);
        assertEquals(
                Set.of("tdx.pck.revoked"),
                TdxMinted.of(machine.revoking(IntelCertificate.PCK)).failing());
        assertEquals(
                Set.of("tdx.chain.revoked"),
                TdxMinted.of(machine.revoking(IntelCertificate.PCK_CA)).failing());
        Outcome<VerifiedQuote> missing = TdxMinted.of(machine)
                .with(e -> e.withPckCrl(INTEL.pckCrl(PckCa.PLATFORM)))
                .verify();
        assertInstanceOf(Indeterminate.class, missing);
        assertEquals("only lists by others", missing.findings().get(0).actual());
        assertEquals(
                "Get it from https://api.trustedservices.intel.com/sgx/certification/v4/pckcrl?ca=processor&encoding=der",
                missing.findings().get(0).nextStep());
    }

    @Test
    void withoutAnyListTheOutcomeIsIndeterminateAndSaysWhereListsAre() {
        Outcome<VerifiedQuote> outcome = TdxMinted.genuine()
                .with(e -> e.withPckCrl(new byte[0]).withRootCrl(new byte[0]))
                .verify();
        assertInstanceOf(Indeterminate.class, outcome);
        assertEquals(
                List.of(
                        "Get it from https://certificates.trustedservices.intel.com/IntelSGXRootCA.der",
                        "Get it from https://api.trustedservices.intel.com/sgx/certification/v4/"
                                + "pckcrl?ca=platform&encoding=der"),
                outcome.findings().stream().map(Finding::nextStep).toList());
        assertEquals(
                List.of("none given", "none given"),
                outcome.findings().stream().map(Finding::actual).toList());
    }

    @Test
    void listsThatAreNotRequiredAreJudgedIfTheyAreThere() {
        UnaryOperator<TdxOptions> ifGiven = options -> options.withCrlMode(CrlMode.IF_GIVEN);
        assertEquals(
                Set.of("tdx.pck.revoked"),
                TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK))
                        .tdx(ifGiven)
                        .failing());
        VerifiedQuote both = TdxMinted.genuine().tdx(ifGiven).verified();
        assertEquals(CrlState.CHECKED, both.crlState());
        assertEquals(List.of(), both.findings());
        for (TdxMinted one : List.of(
                TdxMinted.genuine().with(e -> e.withPckCrl(new byte[0])),
                TdxMinted.genuine().with(e -> e.withRootCrl(new byte[0])))) {
            VerifiedQuote verified = one.tdx(ifGiven).verified();
            assertEquals(CrlState.NOT_GIVEN, verified.crlState());
            assertEquals(
                    List.of("tdx.crl.not-checked"),
                    verified.findings().stream().map(Finding::code).toList());
        }
    }

    @Test
    void aCheckThatIsSwitchedOffShowsInTheResult() {
        VerifiedQuote verified = TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK))
                .tdx(options -> options.withCrlMode(CrlMode.OFF))
                .verified();
        assertEquals(CrlState.OFF, verified.crlState());
        assertEquals(
                List.of("tdx.crl.not-checked", "tdx.crl.not-checked"),
                verified.findings().stream().map(Finding::code).toList());
        assertTrue(verified.items().stream().noneMatch(item -> item.item().startsWith("revocation list")));
    }

    @Test
    void theDefaultRequiresLists() {
        assertEquals(CrlMode.REQUIRED, TdxOptions.defaults().crlMode());
    }

    private static byte[] list(Instant from, Instant to, UnaryOperator<CrlEncoder> change) {
        return change.apply(INTEL.pckCrlTemplate(PckCa.PLATFORM))
                .thisUpdate(from)
                .nextUpdate(to)
                .sign(INTEL.caSigner(PckCa.PLATFORM));
    }

    @Test
    void ofSeveralListsTheCurrentOneThatLastsLongestIsTheBasis() {
        byte[] old = list(AT.minus(DAY), AT.minusSeconds(1), crl -> crl);
        byte[] shorter = list(AT.minus(DAY), AT.plusSeconds(1), crl -> crl);
        byte[] longer = list(AT.minus(DAY), AT.plusSeconds(2), crl -> crl);
        byte[] future = list(AT.plusSeconds(3), AT.plus(DAY), crl -> crl);
        for (byte[][] two : List.of(
                new byte[][] {longer, shorter},
                new byte[][] {shorter, longer},
                new byte[][] {old, longer},
                new byte[][] {future, longer})) {
            VerifiedQuote verified = TdxMinted.genuine()
                    .tdx(options -> options.withCollateralGrace(DAY))
                    .with(e -> e.withPckCrl(two[0]))
                    .and(two[1])
                    .verified();
            assertEquals(List.of(), verified.findings());
            assertEquals(AT.plusSeconds(2), verified.window().notAfter());
        }
    }

    @Test
    void aListInGraceIsBetterThanOneThatIsNotValidYet() {
        byte[] old = list(AT.minus(DAY), AT.minusSeconds(1), crl -> crl);
        byte[] future = list(AT.plusSeconds(3), AT.plus(DAY), crl -> crl);
        TdxMinted both = TdxMinted.genuine().with(e -> e.withPckCrl(future)).and(old);
        assertEquals(Set.of("tdx.crl.validity"), both.failing());
        assertEquals(
                Set.of(), both.tdx(options -> options.withCollateralGrace(DAY)).failing());
    }

    @Test
    void whatAnyOfSeveralListsNamesIsRevoked() {
        UnaryOperator<CrlEncoder> revoking = crl -> IntelHierarchy.revoked(crl, INTEL.pckSerial());
        byte[] old = list(AT.minus(DAY), AT.minusSeconds(1), revoking);
        assertEquals(Set.of("tdx.pck.revoked"), TdxMinted.genuine().and(old).failing());
    }
}
