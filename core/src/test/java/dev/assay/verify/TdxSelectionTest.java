package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TcbInfoTemplate;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.EcKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Of several documents and signing certificates, which are used, and what is said if none can be. */
class TdxSelectionTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final IntelHierarchy INTEL = MACHINE.hierarchy();
    private static final IntelHierarchy IMPOSTOR = IntelHierarchy.impostor(0);
    private static final Instant AT = TdxSimulator.AT;
    private static final Duration DAY = Duration.ofDays(1);

    private static byte[] info(UnaryOperator<TcbInfoTemplate> change) {
        return MACHINE.tcbInfo(change).signedTcbInfo().encode();
    }

    private static byte[] identity(int number, Instant from, Instant to) {
        return MACHINE.qeIdentity(one -> one.evaluationNumber(number).validity(from, to))
                .signedQeIdentity()
                .encode();
    }

    private static Outcome<VerifiedQuote> verify(TdxMinted minted, byte[]... more) {
        Endorsements.Builder all = Endorsements.builder();
        for (byte[] item : more) {
            all.add("more", Bytes.copyOf(item));
        }
        return new TdxVerification(minted.allOptions())
                .verify(minted.quote(), all.add(minted.endorsements()).build(), minted.at());
    }

    private static TdxMinted without() {
        return TdxMinted.genuine()
                .with(e ->
                        e.withTcbInfo(new byte[0]).withQeIdentity(new byte[0]).withTcbSigningCertificate(new byte[0]));
    }

    private static VerifiedQuote verified(TdxMinted minted, byte[]... more) {
        Outcome<VerifiedQuote> outcome = verify(minted, more);
        return outcome.verified().orElseThrow(() -> new AssertionError(outcome.findings()));
    }

    @Test
    void ofDocumentsThatAreCurrentTheHighestEvaluationIsUsedThenTheLatestDate() {
        byte[] higher = info(info -> info.evaluationNumber(21).validity(AT.minus(DAY), AT.plus(DAY)));
        byte[] later = info(info -> info.evaluationNumber(21).validity(AT.minusSeconds(1), AT.plus(DAY)));
        for (byte[][] order : List.of(new byte[][] {higher, later}, new byte[][] {later, higher})) {
            VerifiedQuote verified = verified(TdxMinted.genuine(), order);
            assertEquals(21, verified.tcbEvaluationDataNumber());
            assertEquals(AT.minusSeconds(1), verified.tcbInfo().issueDate());
        }
    }

    @Test
    void anOlderEvaluationThatIsCurrentIsBetterThanANewerOneThatIsNot() {
        byte[] expired = info(info -> info.evaluationNumber(21).validity(AT.minus(DAY), AT.minusSeconds(1)));
        byte[] expiredIdentity = identity(21, AT.minus(DAY), AT.minusSeconds(1));
        TdxMinted graceful = TdxMinted.genuine().tdx(options -> options.withCollateralGrace(DAY));
        VerifiedQuote verified = verified(graceful, expired, expiredIdentity);
        assertEquals(20, verified.tcbEvaluationDataNumber());
        assertEquals(20, verified.qeEvaluationDataNumber());
        assertEquals(List.of(), verified.findings());
    }

    @Test
    void identitiesAreChosenLikeTcbInfos() {
        byte[] higher = identity(21, AT.minus(DAY), AT.plus(DAY));
        assertEquals(21, verified(TdxMinted.genuine(), higher).qeEvaluationDataNumber());
        byte[] lower = identity(19, AT.minus(DAY), AT.plus(DAY));
        assertEquals(20, verified(TdxMinted.genuine(), lower).qeEvaluationDataNumber());
    }

    @Test
    void documentsForOthersDoNoHarmBesideTheRightOne() {
        byte[] fmspc = info(info -> info.fmspc("00806F050000").evaluationNumber(30));
        byte[] pceId = info(info -> info.pceId("0001").evaluationNumber(30));
        byte[] enclave = MACHINE.qeIdentity(one -> one.forSgx().evaluationNumber(30))
                .signedQeIdentity()
                .encode();
        VerifiedQuote verified = verified(TdxMinted.genuine(), fmspc, pceId, enclave);
        assertEquals(List.of(), verified.findings());
        assertEquals(20, verified.tcbEvaluationDataNumber());
    }

    @Test
    void aForgedDocumentBesideAGenuineOneIsPassedOver() {
        byte[] forged = MACHINE.tcbInfo(info -> info.evaluationNumber(99))
                .signedTcbInfo()
                .signature("11".repeat(64))
                .encode();
        VerifiedQuote verified = verified(TdxMinted.genuine(), forged);
        assertEquals(20, verified.tcbEvaluationDataNumber());
        assertEquals(List.of(), verified.findings());
    }

    @Test
    void ifNoneWillDoTheBestIsReportedAlone() {
        byte[] expired = info(info -> info.evaluationNumber(22).validity(AT.minus(DAY), AT.minusSeconds(1)));
        byte[] older = info(info -> info.evaluationNumber(21).validity(AT.minus(DAY), AT.minusSeconds(1)));
        Outcome<VerifiedQuote> outcome = verify(TdxMinted.genuine().with(e -> e.withTcbInfo(older)), expired);
        assertInstanceOf(Indeterminate.class, outcome);
        assertEquals(
                List.of("tdx.tcb-info.validity"),
                outcome.findings().stream().map(Finding::code).toList());
        assertEquals(
                "Get it from https://api.trustedservices.intel.com/tdx/certification/v4/tcb?fmspc=b0c06f000000",
                outcome.findings().get(0).nextStep());
    }

    @Test
    void aMissingDocumentSaysWhereItIsServed() {
        Outcome<VerifiedQuote> outcome = TdxMinted.genuine()
                .with(e -> e.withTcbInfo(new byte[0]).withQeIdentity(new byte[0]))
                .verify();
        assertEquals(
                List.of(
                        "Get it from https://api.trustedservices.intel.com/tdx/certification/v4/tcb?fmspc=b0c06f000000",
                        "Get it from https://api.trustedservices.intel.com/tdx/certification/v4/qe/identity"),
                outcome.findings().stream().map(Finding::nextStep).toList());
    }

    /** Intel has issued three certificates for one key, with one serial number. */
    @Test
    void ofTheTwinsOfTheSigningCertificateTheOneThatIsValidIsUsed() {
        byte[] ended = INTEL.olderTcbSigning();
        byte[] longest = INTEL.tcbSigningTemplate()
                .validity(Instant.parse("2018-05-21T10:50:10Z"), Instant.parse("2033-05-21T10:50:10Z"))
                .sign(INTEL.rootSigner());
        byte[] present = INTEL.tcbSigning();
        for (byte[][] order :
                List.of(new byte[][] {ended, longest, present}, new byte[][] {present, ended, longest}, new byte[][] {
                    longest, present, ended
                })) {
            TdxMinted minted = TdxMinted.genuine().with(e -> e.withTcbSigningCertificate(new byte[0]));
            assertEquals(List.of(), verified(minted, order).findings());
        }
        assertEquals(
                Set.of("tdx.signer.validity"),
                TdxMinted.genuine()
                        .with(e -> e.withTcbSigningCertificate(ended))
                        .failing());
    }

    @Test
    void anImpostorsCertificateForIntelsKeyDoesNotHideIntelsOwn() {
        byte[] other = INTEL.tcbSigningTemplate().sign(IMPOSTOR.rootSigner());
        assertEquals(List.of(), verified(TdxMinted.genuine(), other).findings());
        assertEquals(
                Set.of("tdx.signer.untrusted"),
                TdxMinted.genuine()
                        .with(e -> e.withTcbSigningCertificate(other))
                        .failing());
    }

    @Test
    void aCompleteSetOfAnImpostorsIsUntrustedOnce() {
        TdxSimulator impostor = TdxSimulator.create(IMPOSTOR, PckCa.PLATFORM);
        Outcome<VerifiedQuote> outcome = verify(
                without(),
                impostor.signedTcbInfo().encode(),
                impostor.signedQeIdentity().encode(),
                IMPOSTOR.tcbSigning());
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(
                List.of("tdx.signer.untrusted"),
                outcome.findings().stream().map(Finding::code).toList());
    }

    @Test
    void theFindingSaysHowManyCertificatesWereTried() {
        Outcome<VerifiedQuote> outcome = TdxMinted.genuine()
                .with(e -> e.withTcbSigningCertificate(IMPOSTOR.tcbSigning()))
                .verify();
        assertEquals(Set.of("tdx.tcb-info.signature", "tdx.qe-identity.signature"), TdxMinted.failing(outcome));
        assertTrue(
                outcome.findings().get(0).actual().endsWith("verifies with none of 1"),
                outcome.findings().toString());
    }

    @Test
    void withoutAReadablePckTheTcbInfoIsStillJudgedByItself() {
        TdxSimulator machine = MACHINE.sgxExtension(sgx -> sgx.without(dev.assay.testvectors.intel.SgxExtension.PPID));
        assertEquals(
                Set.of("tdx.pck.extension", "tdx.tcb-info.signature"),
                TdxMinted.of(machine)
                        .with(e -> e.withTcbInfo(MACHINE.signedTcbInfo()
                                .signature("11".repeat(64))
                                .encode()))
                        .failing());
        Outcome<VerifiedQuote> missing =
                TdxMinted.of(machine).with(e -> e.withTcbInfo(new byte[0])).verify();
        assertEquals(Set.of("tdx.pck.extension", "tdx.tcb-info.missing"), TdxMinted.failing(missing));
        assertTrue(
                missing.findings().stream()
                        .anyMatch(one -> one.nextStep().equals(TdxCheck.TCB_INFO_MISSING.nextStep())),
                missing.findings().toString());
    }

    /** Intel's other keys sign certificates and reports; what they say of a TCB does not count. */
    @Test
    void aDocumentSignedByAnotherKeyOfIntelsIsNotCollateral() {
        for (EcKey key : List.of(INTEL.caKey(PckCa.PLATFORM), INTEL.rootKey(), INTEL.pckKey())) {
            byte[] document = TcbInfoTemplate.valid().sign(key).encode();
            Outcome<VerifiedQuote> outcome = verify(
                    TdxMinted.genuine().with(e -> e.withTcbInfo(document)),
                    INTEL.ca(PckCa.PLATFORM),
                    INTEL.root(),
                    INTEL.pck(PckCa.PLATFORM, MACHINE.platform()));
            assertEquals(Set.of("tdx.tcb-info.signature"), TdxMinted.failing(outcome));
        }
    }

    @Test
    void whatAnExpiredTcbInfoSaysIsReportedToo() {
        TdxSimulator machine =
                MACHINE.tcbInfo(info -> info.withoutIdentities().validity(AT.minus(DAY), AT.minusSeconds(1)));
        assertEquals(
                Set.of("tdx.tcb-info.validity", "tdx.module.unknown"),
                TdxMinted.of(machine).failing());
    }

    @Test
    void whiteSpaceInsideOfADocumentMayHaveBeenAdded() {
        String body = MACHINE.signedTcbInfo().body();
        byte[] loose = MACHINE.signedTcbInfo().body(body.replace(",", ",\n  ")).encode();
        assertEquals(
                List.of(),
                TdxMinted.genuine().with(e -> e.withTcbInfo(loose)).verified().findings());
        byte[] changed = MACHINE.signedTcbInfo()
                .body(body.replace(",", ",\n  ").replace("OutOfDate", "UpToDate"))
                .encode();
        assertEquals(
                Set.of("tdx.tcb-info.signature"),
                TdxMinted.genuine().with(e -> e.withTcbInfo(changed)).failing());
    }

    @Test
    void ofSeveralAnchorsTheOneWhoseKeyTheChainEndsAtCounts() {
        List<X509Certificate> genuineLast = certificates(IMPOSTOR.root(), INTEL.root());
        List<X509Certificate> genuineFirst = certificates(INTEL.root(), IMPOSTOR.root());
        for (List<X509Certificate> anchors : List.of(genuineLast, genuineFirst)) {
            TdxMinted minted = TdxMinted.genuine();
            VerificationOptions options = minted.options().withTrustAnchors(TrustAnchors.of(anchors));
            assertInstanceOf(
                    Accepted.class,
                    new TdxVerification(options).verify(minted.quote(), minted.endorsements(), minted.at()));
        }
    }

    private static List<X509Certificate> certificates(byte[]... all) {
        return Endorsements.of(all).certificates();
    }

    @Test
    void anEarlierIdentityOfTheSameEvaluationIsOlderThanTheFloor() {
        RollbackFloor floor = TdxMinted.genuine().verified().floor();
        Instant issued = floor.qeIdentity().orElseThrow().issueDate();
        TdxMinted older = TdxMinted.genuine()
                .with(e -> e.withQeIdentity(identity(20, issued.minusSeconds(1), issued.plus(Duration.ofDays(30)))))
                .tdx(options -> options.withFloor(floor));
        assertEquals(Set.of("tdx.qe-identity.rolled-back"), older.failing());
        Finding finding = older.verify().findings().get(0);
        assertEquals("nothing older than evaluation 20 of " + issued, finding.expected());
        assertEquals("evaluation 20 of " + issued.minusSeconds(1), finding.actual());
    }
}
