package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.TcbStatus;
import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.JsonLiteral;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxModule;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Defects that other verifiers shipped or their users ran into, each with the evidence that would get past them. */
class TdxDefectsTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final IntelHierarchy IMPOSTOR = IntelHierarchy.impostor(0);

    /** CVE-2026-22696: the identity's signature was never verified, so that any quoting enclave passed. */
    @Test
    void anIdentityThatSomebodyElseSignedDoesNotMakeAnotherEnclaveGood() {
        TdxSimulator enclave = MACHINE.qeReport(report -> report.set(QeField.MR_SIGNER, new byte[32]))
                .qeIdentity(identity -> identity.mrSigner("00".repeat(32)));
        byte[] forged = dev.assay.testvectors.intel.QeIdentityTemplate.valid()
                .mrSigner("00".repeat(32))
                .sign(IMPOSTOR.tcbSigningKey())
                .encode();
        assertEquals(
                Set.of("tdx.qe-identity.signature"),
                TdxMinted.of(enclave).with(e -> e.withQeIdentity(forged)).failing());
    }

    /** The same with the impostor's whole signing chain given. */
    @Test
    void aSigningCertificateUnderAnotherRootIsNotIntels() {
        byte[] forged = dev.assay.testvectors.intel.QeIdentityTemplate.valid()
                .sign(IMPOSTOR.tcbSigningKey())
                .encode();
        assertEquals(
                Set.of("tdx.signer.untrusted"),
                TdxMinted.genuine()
                        .with(e -> e.withQeIdentity(forged))
                        .and(IMPOSTOR.tcbSigning())
                        .failing());
    }

    @Test
    void collateralWithoutItsIssuerChainIsNotMerelyWarnedAbout() {
        assertInstanceOf(
                Indeterminate.class,
                TdxMinted.genuine()
                        .with(e -> e.withTcbSigningCertificate(new byte[0]))
                        .verify());
    }

    @Test
    void anIdentityForSgxIsNotTakenForTheQuotingEnclaveOfTdx() {
        assertEquals(
                Set.of("tdx.qe-identity.id"),
                TdxMinted.of(MACHINE.qeIdentity(identity -> identity.id("QE"))).failing());
    }

    @Test
    void aShorterListOfComponentsIsNotComparedAsFarAsItGoes() {
        assertEquals(
                Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                TdxMinted.of(MACHINE.tcbInfo(
                                info -> info.edited(json -> json.without("tcbLevels/0/tcb/tdxtcbcomponents/15"))))
                        .failing());
        assertEquals(
                Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                TdxMinted.of(MACHINE.tcbInfo(
                                info -> info.edited(json -> json.without("tcbLevels/0/tcb/sgxtcbcomponents/0"))))
                        .failing());
    }

    @Test
    void aLevelWithoutTdxComponentsDoesNotMatchEverything() {
        assertEquals(
                Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                TdxMinted.of(MACHINE.tcbInfo(
                                info -> info.edited(json -> json.without("tcbLevels/0/tcb/tdxtcbcomponents"))))
                        .failing());
    }

    @Test
    void aTcbSvnOfZerosIsComparedLikeAnyOther() {
        assertEquals(
                Set.of("tdx.tcb.not-supported"),
                TdxMinted.of(MACHINE.quote(
                                4, TdReportEncoder.Kind.TD_1_0, td -> td.set(TdField.TEE_TCB_SVN, new byte[16])))
                        .failing());
    }

    /** dcap-qvl and others compared the first two components although the module has its own levels. */
    @Test
    void theFirstTwoTdxComponentsDoNotCountForANewerModule() {
        TdxSimulator machine = MACHINE.tcbInfo(
                info -> info.level(0, level -> level.withTdx(0, 200).withTdx(1, 200)));
        assertEquals(TcbStatus.UP_TO_DATE, TdxMinted.of(machine).verified().tcbStatus());
        assertEquals(
                TcbStatus.OUT_OF_DATE,
                TdxMinted.of(machine.module(0)).verified().tcbStatus());
    }

    @Test
    void theRemainingTdxComponentsDoCount() {
        TdxSimulator machine = MACHINE.tcbInfo(info -> info.level(0, level -> level.withTdx(15, 1)));
        assertEquals(TcbStatus.OUT_OF_DATE, TdxMinted.of(machine).verified().tcbStatus());
    }

    @Test
    void componentsComeFromTheirOwnEntriesNotFromTheRawCpuSvn() {
        byte[] high = new byte[16];
        java.util.Arrays.fill(high, (byte) 0xFF);
        TdxSimulator machine =
                MACHINE.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE).platform(right -> right.cpuSvn(high));
        assertEquals(TcbStatus.OUT_OF_DATE, TdxMinted.of(machine).verified().tcbStatus());
    }

    @Test
    void aRevokedModuleIsNotOutvotedByTheRest() {
        assertEquals(
                Set.of("tdx.tcb.revoked"),
                TdxMinted.of(MACHINE.status(TcbPart.MODULE, TdxStatus.REVOKED)).failing());
    }

    @Test
    void theStatusOfTheModuleDoesNotReplaceThePlatforms() {
        assertEquals(
                TcbStatus.CONFIGURATION_NEEDED,
                TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, TdxStatus.CONFIGURATION_NEEDED))
                        .verified()
                        .tcbStatus());
    }

    @Test
    void aDebugAttributeOfTheModuleDoesNotPassByAMaskThatHidesIt() {
        TdxModule hidden = TdxModule.intel().withAttributes("00".repeat(8), "00".repeat(8));
        TdxSimulator machine = MACHINE.tcbInfo(info -> info.identity(1, identity -> identity.withModule(hidden)));
        assertEquals(
                Set.of("tdx.module.attributes"),
                TdxMinted.of(machine.quote(
                                5, TdReportEncoder.Kind.TD_1_5, td -> td.flipped(TdField.SEAM_ATTRIBUTES.offset(), 0)))
                        .failing());
    }

    @Test
    void aQuotingEnclaveInDebugModeIsRefused() {
        assertEquals(
                Set.of("tdx.qe.attributes"),
                TdxMinted.of(MACHINE.qeReport(report -> report.flipped(QeField.ATTRIBUTES.offset(), 1)))
                        .failing());
    }

    @Test
    void theSecondHalfOfTheQuotingEnclavesReportDataMustBeZero() {
        QuoteEncoder right =
                MACHINE.signed(MACHINE.quoteTemplate(5, MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5)));
        SignatureDataEncoder data = right.signatureData();
        SignatureDataEncoder tail = data.qeReport(data.qeReport().flipped(QeField.REPORT_DATA.offset() + 63, 0))
                .certified(MACHINE.hierarchy().pckKey()::signRaw);
        assertEquals(
                Set.of("tdx.qe.key-binding"),
                TdxMinted.of(MACHINE.evidence(right.signatureData(same -> tail).encode()))
                        .failing());
    }

    @Test
    void authenticationDataOfAnyLengthIsBound() {
        for (int length : List.of(0, 1, 32, 1000)) {
            QuoteEncoder quote = MACHINE.quoteTemplate(5, MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5))
                    .signatureData(data -> data.authData(new byte[length]));
            assertEquals(
                    Set.of(),
                    TdxMinted.of(MACHINE.evidence(MACHINE.signed(quote).encode()))
                            .failing());
        }
    }

    @Test
    void aVersionFiveQuoteIsNotSignedWithoutItsDescriptor() {
        QuoteEncoder quote =
                MACHINE.signed(MACHINE.quoteTemplate(5, MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5)));
        byte[] without = MACHINE.hierarchy()
                .attestationKey()
                .signRaw(quote.withoutDescriptor().signedPart());
        assertEquals(
                Set.of("tdx.signature.invalid"),
                TdxMinted.of(MACHINE.evidence(quote.signatureData(data -> data.signature(without))
                                .encode()))
                        .failing());
    }

    @Test
    void duplicateNamesInTheOuterObjectDoNotShowTheParserAnotherBodyThanTheVerifier() {
        String genuine = MACHINE.signedTcbInfo().text();
        String body = MACHINE.signedTcbInfo().body();
        String twice = "{\"tcbInfo\":" + body.replace("OutOfDate", "UpToDate") + "," + genuine.substring(1);
        assertEquals(
                Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                TdxMinted.genuine()
                        .with(e -> e.withTcbInfo(twice.getBytes(StandardCharsets.US_ASCII)))
                        .failing());
    }

    @Test
    void formattedCollateralVerifiesButReorderedDoesNot() {
        byte[] pretty = MACHINE.signedTcbInfo().spacedAround().encode();
        assertEquals(
                Set.of(), TdxMinted.genuine().with(e -> e.withTcbInfo(pretty)).failing());
        String text = MACHINE.signedTcbInfo().text();
        String reordered = text.replace("\"id\":\"TDX\",\"version\":3", "\"version\":3,\"id\":\"TDX\"");
        assertEquals(
                Set.of("tdx.tcb-info.signature"),
                TdxMinted.genuine()
                        .with(e -> e.withTcbInfo(reordered.getBytes(StandardCharsets.US_ASCII)))
                        .failing());
    }

    @Test
    void anUnknownStatusIsNotTakenForAGoodOne() {
        for (String status : List.of("Fine", "uptodate", "TDRelaunchAdvised", "")) {
            assertEquals(
                    Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                    TdxMinted.of(MACHINE.tcbInfo(info -> info.level(0, level -> level.withStatus(status))))
                            .failing());
        }
    }

    @Test
    void hugeNumbersInSvnsDoNotWrapAround() {
        for (String svn : List.of("256", "4294967296", "1.0", "1e0", "-1", "99999999999999999999999")) {
            UnaryOperator<dev.assay.testvectors.intel.JsonValue> edit =
                    json -> json.with("tcbLevels/0/tcb/sgxtcbcomponents/0/svn", new JsonLiteral(svn));
            assertEquals(
                    Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                    TdxMinted.of(MACHINE.tcbInfo(info -> info.edited(edit))).failing());
        }
    }

    @Test
    void levelsOutOfOrderAreJudgedFromTheHighest() {
        TdxSimulator machine = MACHINE.tcbInfo(info -> info.levels(List.of(
                info.levels().get(2), info.levels().get(1), info.levels().get(0))));
        assertEquals(TcbStatus.UP_TO_DATE, TdxMinted.of(machine).verified().tcbStatus());
    }

    @Test
    void bothCertificatesOfTheRootAreTheSameAnchor() {
        byte[] older = MACHINE.hierarchy().olderRoot();
        assertEquals(
                Set.of(),
                TdxMinted.of(MACHINE.chain(chain -> chain.with(2, older))).failing());
        assertEquals(Set.of(), TdxMinted.genuine().trusting(older).failing());
    }

    @Test
    void theOrderOfTheChainDoesNotMatter() {
        assertEquals(
                Set.of(), TdxMinted.of(MACHINE.chain(chain -> chain.reversed())).failing());
    }

    @Test
    void twoCertificatesOrFourAreNoChain() {
        for (TdxSimulator machine : List.of(
                MACHINE.chain(chain -> chain.without(2)),
                MACHINE.chain(chain -> chain.and(MACHINE.hierarchy().tcbSigning())))) {
            assertEquals(Set.of("tdx.chain.form"), TdxMinted.of(machine).failing());
        }
    }

    @Test
    void aNulBehindTheChainIsNoFaultAndTextIs() {
        assertEquals(
                Set.of(),
                TdxMinted.of(MACHINE.chain(chain -> chain.tail((byte) 0))).failing());
        assertEquals(
                Set.of("tdx.chain.form"),
                TdxMinted.of(MACHINE.chain(chain -> chain.tail((byte) 'x'))).failing());
    }

    @Test
    void theOldCertificateOfTheSigningKeyDoesNotOutliveItsEnd() {
        byte[] old = MACHINE.hierarchy().olderTcbSigning();
        assertEquals(
                Set.of("tdx.signer.validity"),
                TdxMinted.genuine().with(e -> e.withTcbSigningCertificate(old)).failing());
        assertEquals(Set.of(), TdxMinted.genuine().and(old).failing());
    }

    @Test
    void certificatesThatAreNotValidYetAreRefused() {
        Instant later = Instant.parse("2026-09-02T00:00:00Z");
        assertEquals(
                Set.of("tdx.chain.validity"),
                TdxMinted.of(MACHINE.certificate(
                                IntelCertificate.PCK, pck -> pck.validity(later, later.plus(Duration.ofDays(1)))))
                        .failing());
    }

    @Test
    void collateralFromTheFutureIsRefused() {
        Instant later = Instant.parse("2026-09-02T00:00:00Z");
        assertEquals(
                Set.of("tdx.tcb-info.validity"),
                TdxMinted.of(MACHINE.tcbInfo(info -> info.validity(later, later.plus(Duration.ofDays(30)))))
                        .failing());
        assertEquals(
                Set.of(),
                TdxMinted.of(MACHINE.tcbInfo(info -> info.validity(later, later.plus(Duration.ofDays(30)))))
                        .options(all -> all.withClockSkew(Duration.ofDays(1)))
                        .failing());
    }

    @Test
    void expiryOfEachItemIsReportedAndNoneIsDropped() {
        TdxMinted all = TdxMinted.genuine().with(e -> e.withAt(Instant.parse("2036-01-01T00:00:00Z")));
        assertEquals(
                Set.of(
                        "tdx.chain.validity",
                        "tdx.crl.validity",
                        "tdx.signer.validity",
                        "tdx.tcb-info.validity",
                        "tdx.qe-identity.validity"),
                all.failing());
        assertInstanceOf(Indeterminate.class, all.verify());
    }

    @Test
    void graceEndsWhereItWasSaidTo() {
        Instant end = Instant.parse("2026-08-31T00:00:00Z");
        TdxMinted expired = TdxMinted.of(MACHINE.tcbInfo(info -> info.validity(end.minus(Duration.ofDays(30)), end)));
        assertInstanceOf(
                Accepted.class,
                expired.tdx(options -> options.withCollateralGrace(Duration.ofDays(1)))
                        .verify());
        assertInstanceOf(
                Indeterminate.class,
                expired.tdx(options ->
                                options.withCollateralGrace(Duration.ofDays(1).minusSeconds(1)))
                        .verify());
    }

    @Test
    void whatIsRevokedStaysSoInAnExpiredList() {
        TdxMinted revoked = TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK)
                .pckCrl(crl -> crl.nextUpdate(Instant.parse("2026-08-31T00:00:00Z"))));
        assertInstanceOf(Rejected.class, revoked.verify());
        assertTrue(revoked.failing().contains("tdx.pck.revoked"));
    }

    @Test
    void theListOfTheOtherAuthorityIsNoListForThisPlatform() {
        assertEquals(
                Set.of("tdx.crl.missing"),
                TdxMinted.genuine()
                        .with(e -> e.withPckCrl(MACHINE.hierarchy().pckCrl(PckCa.PROCESSOR)))
                        .failing());
    }
}
