package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.model.TcbStatus;
import dev.assay.tdx.Quote;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.TdReportSince15;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxModule;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people who verify quotes stumbled over, each with the evidence that shows it. What others got wrong in a way that
 * an attacker can use is in {@link TdxDefectsTest}.
 */
class TdxPitfallsTest {
    private static final TdxSimulator MACHINE = TdxCases.MACHINE;

    private static QuoteEncoder quote(int version, TdReportEncoder.Kind kind) {
        return MACHINE.signed(MACHINE.quoteTemplate(version, MACHINE.reportTemplate(kind)));
    }

    private static TdxMinted td(TdField field, byte[] value) {
        return TdxMinted.of(MACHINE.quote(5, TdReportEncoder.Kind.TD_1_5, td -> td.set(field, value)));
    }

    /** Producers hand out fixed buffers with zeros behind the quote. */
    @Test
    void zerosBehindTheQuoteAreNoFaultAndOtherBytesAre() throws MalformedEvidenceException {
        byte[] quote = MACHINE.quote(4, TdReportEncoder.Kind.TD_1_0, td -> td).quote();
        TdxMinted minted = TdxMinted.of(MACHINE);
        assertEquals(
                List.of(),
                minted.with(e -> e.withQuote(Arrays.copyOf(quote, 8000)))
                        .verified()
                        .findings());
        byte[] text = Arrays.copyOf(quote, quote.length + 39);
        text[quote.length + 38] = 'x';
        assertThrows(MalformedEvidenceException.class, () -> Quote.decode(text));
        Quote lenient = Quote.decode(Bytes.copyOf(text), Strictness.LENIENT);
        assertEquals(
                Set.of("tdx.quote.irregular"),
                TdxMinted.failing(
                        new TdxVerification(minted.allOptions()).verify(lenient, minted.endorsements(), minted.at())));
    }

    /** The six bytes that tell type and size are signed with the rest. */
    @ParameterizedTest
    @EnumSource(
            value = TdReportEncoder.Kind.class,
            names = {"TD_1_5", "TD_1_5_EX"})
    void aQuoteSignedWithoutItsDescriptorIsRefused(TdReportEncoder.Kind kind) {
        QuoteEncoder right = quote(5, kind);
        byte[] other = MACHINE.hierarchy()
                .attestationKey()
                .signRaw(right.withoutDescriptor().signedPart());
        assertEquals(
                Set.of("tdx.signature.invalid"),
                TdxMinted.of(MACHINE.evidence(right.signatureData(data -> data.signature(other))
                                .encode()))
                        .failing());
    }

    /** Version 4 read as version 5 or the other way round has nothing where it is looked for. */
    @Test
    void theVersionCannotBeExchanged() {
        byte[] four = quote(4, TdReportEncoder.Kind.TD_1_0).encode();
        four[QuoteHeaderField.VERSION.offset()] = 5;
        assertThrows(MalformedEvidenceException.class, () -> Quote.decode(four));
        byte[] five = quote(5, TdReportEncoder.Kind.TD_1_0).encode();
        five[QuoteHeaderField.VERSION.offset()] = 4;
        assertThrows(MalformedEvidenceException.class, () -> Quote.decode(five));
    }

    /** The QE report stands inside of certification data of type 6; an attack on a parser that skips it, and its twin. */
    @Test
    void theCertificationDataAroundTheEnclavesReportIsNotSkipped() {
        QuoteEncoder right = quote(5, TdReportEncoder.Kind.TD_1_5);
        for (int type : new int[] {0, 5, 7}) {
            byte[] other = right.signatureData(data -> data.outerType(type)).encode();
            assertThrows(MalformedEvidenceException.class, () -> Quote.decode(other));
        }
        assertEquals(Set.of(), TdxMinted.of(MACHINE.evidence(right.encode())).failing());
    }

    /** A length of authentication data that the attacker chose crashed a verifier, and shortened the data of another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 1000, 0x7FFF, 0x8000, 0xFFFF})
    void aLieAboutTheLengthOfAuthenticationDataIsMalformed(int length) {
        byte[] lie = quote(5, TdReportEncoder.Kind.TD_1_5)
                .signatureData(data -> data.authLength(length))
                .encode();
        assertThrows(MalformedEvidenceException.class, () -> Quote.decode(lie));
    }

    /** Every real quote has zeros there, and a verifier must not take them for security versions. */
    @Test
    void theOldFieldsForSecurityVersionsInTheHeaderAreNotedAndNotJudged() {
        for (QuoteHeaderField field : List.of(QuoteHeaderField.QE_SVN, QuoteHeaderField.PCE_SVN)) {
            VerifiedQuote verified =
                    TdxCases.signed(quote -> quote.header(field, 0xFFFF)).verified();
            assertEquals(TcbStatus.UP_TO_DATE, verified.tcbStatus());
            assertEquals(
                    List.of("tdx.quote.reserved"),
                    verified.findings().stream().map(Finding::code).toList());
        }
    }

    @Test
    void aQuoteOfAnotherVendorsEnclaveIsRefused() {
        byte[] vendor = HexFormat.of().parseHex("939a7233f79c4ca9940a0db3957f0608");
        assertEquals(
                Set.of("tdx.quote.vendor-id"),
                TdxCases.signed(quote -> quote.header(QuoteHeaderField.QE_VENDOR_ID, vendor))
                        .failing());
    }

    /** TCB infos of early 2023 know no module of TDX 1.5. */
    @Test
    void aNewerModuleCannotBeJudgedByATcbInfoWithoutIdentities() {
        TdxMinted minted = TdxMinted.of(MACHINE.tcbInfo(info -> info.withoutIdentities()));
        assertEquals(Set.of("tdx.module.unknown"), minted.failing());
        assertEquals("no module identities", minted.verify().findings().get(0).actual());
        TdxMinted others = TdxMinted.of(MACHINE.tcbInfo(
                info -> info.identities(List.of(info.identities().get(0)))));
        assertEquals(Set.of("tdx.module.unknown"), others.failing());
        assertEquals("only [TDX_03]", others.verify().findings().get(0).actual());
    }

    /** In lower case hexadecimal, or in decimal, modules from 10 on would not be found. */
    @Test
    void theNumberOfAModuleIsTwoHexadecimalDigits() {
        for (String wrong : List.of("TDX_10", "TDX_A", "TDX_00A", "TDX0A", "TDX_01")) {
            TdxSimulator machine = MACHINE.module(10)
                    .tcbInfo(info -> info.identities(List.of(info.identities().stream()
                            .filter(one -> one.id().equals("TDX_0A"))
                            .findFirst()
                            .orElseThrow()
                            .withId(wrong))));
            assertEquals(Set.of("tdx.module.unknown"), TdxMinted.of(machine).failing(), wrong);
        }
    }

    /** Today all of Intel's are zero; a TCB info that demands otherwise cannot be met by a module in production mode. */
    @Test
    void attributesOfTheModuleMustAlsoBeWhatTheTcbInfoDemands() {
        TdxModule other = TdxModule.intel().withAttributes("01" + "00".repeat(7), "FF".repeat(8));
        assertEquals(
                Set.of("tdx.module.attributes"),
                TdxMinted.of(MACHINE.tcbInfo(info -> info.identity(1, identity -> identity.withModule(other))))
                        .failing());
    }

    /** Served in either case by one and the same service. */
    @Test
    void fmspcAndPceidAreComparedAsBytes() {
        TdxSimulator machine = MACHINE.platform(right -> right.pceId(new byte[] {(byte) 0xAB, 1}));
        for (String pceId : List.of("AB01", "ab01")) {
            assertEquals(
                    Set.of(),
                    TdxMinted.of(machine.tcbInfo(
                                    info -> info.fmspc("b0C06f000000").pceId(pceId)))
                            .failing());
        }
        assertEquals(
                Set.of("tdx.tcb-info.pceid"),
                TdxMinted.of(machine.tcbInfo(info -> info.pceId("01AB"))).failing());
    }

    /** A TD in debug mode verifies like any other, and is for appraisal to refuse. */
    @Test
    void debugModeShowsInTheVerifiedQuote() {
        VerifiedQuote verified = td(TdField.TD_ATTRIBUTES, new byte[] {1, 0, 0, 0x10, 0, 0, 0, 0})
                .verified();
        assertTrue(verified.evidence().body().tdAttributes().has(TdAttribute.DEBUG));
        assertEquals(List.of(), verified.findings());
    }

    @Test
    void aBoundServiceTdShowsInTheVerifiedQuote() {
        byte[] hash = new byte[48];
        hash[47] = 1;
        VerifiedQuote verified = td(TdField.MR_SERVICE_TD, hash).verified();
        TdReportSince15 body =
                assertInstanceOf(TdReportSince15.class, verified.evidence().body());
        assertEquals(Bytes.copyOf(hash), body.mrServiceTd());
    }

    /** With physical access, keys of genuine machines were taken; only a list of known machines helps. */
    @Test
    void quotesOfOneMachineHaveTheSameIdsAndThoseOfOthersDoNot() {
        VerifiedQuote one = TdxMinted.of(MACHINE).verified();
        VerifiedQuote again = td(TdField.REPORT_DATA, new byte[64]).verified();
        VerifiedQuote other = TdxMinted.of(TdxSimulator.create(IntelHierarchy.create(5), PckCa.PLATFORM))
                .verified();
        assertEquals(one.ppid(), again.ppid());
        assertEquals(one.platformInstanceId(), again.platformInstanceId());
        assertNotEquals(one.ppid(), other.ppid());
        assertNotEquals(one.platformInstanceId(), other.platformInstanceId());
        assertNotEquals(Optional.empty(), other.platformInstanceId());
    }

    /** Up to date by one evaluation and out of date by the next: each verdict says by which. */
    @Test
    void theEvaluationAndTheDateComeWithEveryStatus() {
        TdxSimulator next = MACHINE.tcbInfo(info -> info.evaluationNumber(21).level(0, level -> level.withSgx(0, 5)));
        VerifiedQuote verified = TdxMinted.of(next).verified();
        assertEquals(TcbStatus.OUT_OF_DATE, verified.tcbStatus());
        assertEquals(21, verified.tcbEvaluationDataNumber());
        assertEquals(20, verified.qeEvaluationDataNumber());
        assertEquals(Instant.parse("2025-05-14T00:00:00Z"), verified.tcbDate());
        assertEquals(
                "OutOfDate as of 2025-05-14T00:00:00Z by TDX TCB info for FMSPC b0c06f000000, evaluation 21 of"
                        + " 2026-08-13T10:45:38Z, [INTEL-SA-01245]",
                verified.findings().get(0).actual());
    }

    /** The worse of two in some order of badness would lose one of them. */
    @Test
    void relaunchAndConfigurationAreBothKept() {
        for (TdxStatus status :
                List.of(TdxStatus.CONFIGURATION_NEEDED, TdxStatus.CONFIGURATION_AND_SW_HARDENING_NEEDED)) {
            TdxSimulator machine = MACHINE.status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED)
                    .tcbInfo(info -> info.level(0, level -> level.withStatus(status.label())));
            assertEquals(
                    TcbStatus.TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED,
                    TdxMinted.of(machine).verified().tcbStatus());
        }
    }

    /** One document in the place of another, or the like, with everything else right. */
    @Test
    void malformedCollateralHasAnOutcomeWhateverIsCutOff() {
        TdxMinted minted = TdxMinted.of(MACHINE);
        Quote quote = minted.quote();
        TdxVerification verification = new TdxVerification(minted.allOptions());
        Endorsements rest = minted.with(e -> e.withTcbInfo(new byte[0])).endorsements();
        byte[] info = minted.evidence().tcbInfo();
        for (int cut = 1; cut < info.length; cut += 7) {
            Endorsements given = Endorsements.builder()
                    .add(rest)
                    .add("cut", Bytes.copyOf(Arrays.copyOf(info, cut)))
                    .build();
            assertEquals(
                    Set.of("tdx.endorsement.unreadable", "tdx.tcb-info.missing"),
                    TdxMinted.failing(verification.verify(quote, given, minted.at())));
        }
    }

    /** Nothing is concluded from levels that nobody signed, be it good or bad. */
    @Test
    void aStatusIsNotReadFromATcbInfoWhoseSignatureIsWrong() {
        String forged = MACHINE.signedTcbInfo().text().replace("UpToDate", "Revoked");
        assertEquals(
                Set.of("tdx.tcb-info.signature"),
                TdxMinted.of(MACHINE)
                        .with(e -> e.withTcbInfo(forged.getBytes(StandardCharsets.US_ASCII)))
                        .failing());
    }

    /** Some versions of Java took zeros for a signature of anything by anybody. */
    @Test
    void signaturesOfZerosVerifyNowhere() {
        for (Signatures backend : SignaturesBackends.all()) {
            TdxMinted genuine = TdxMinted.of(MACHINE).options(options -> options.withSignatures(backend));
            String zeros = "00".repeat(64);
            byte[] info = MACHINE.signedTcbInfo().signature(zeros).encode();
            byte[] identity = MACHINE.signedQeIdentity().signature(zeros).encode();
            assertEquals(
                    Set.of("tdx.tcb-info.signature", "tdx.qe-identity.signature"),
                    genuine.with(e -> e.withTcbInfo(info).withQeIdentity(identity))
                            .failing());
            for (String code : List.of("tdx.qe.report-signature", "tdx.signature.range")) {
                TdxMinted quote = TdxCases.tampered(data -> code.equals("tdx.signature.range")
                        ? data.signature(new byte[64])
                        : data.qeReportSignature(new byte[64]));
                assertEquals(
                        Set.of(code),
                        quote.options(options -> options.withSignatures(backend))
                                .failing());
            }
        }
    }

    /** Some implementations take any two numbers for a point. */
    @Test
    void anAttestationKeyOffTheCurveIsRefused() {
        byte[] off = MACHINE.hierarchy().attestationKey().coordinates();
        off[63] ^= 1;
        byte[] high = new byte[64];
        Arrays.fill(high, (byte) 0xFF);
        for (byte[] key : List.of(off, high, new byte[64])) {
            TdxMinted minted = TdxCases.tampered(data -> data.attestationKey(key)
                    .bound()
                    .certified(MACHINE.hierarchy().pckKey()::signRaw));
            assertEquals(Set.of("tdx.signature.key"), minted.failing());
        }
    }

    /** (r, n - s) is as good a signature as (r, s), so that a digest of a quote identifies nothing. */
    @Test
    void theTwinOfASignatureVerifiesToo() {
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        TdxMinted twin = TdxCases.tampered(data -> {
            byte[] signature = data.signature();
            BigInteger s = order.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
            byte[] other = HexFormat.of().parseHex(String.format("%064x", s));
            System.arraycopy(other, 0, signature, 32, 32);
            return data.signature(signature);
        });
        assertEquals(Set.of(), twin.failing());
        TdxMinted high = TdxCases.tampered(data -> {
            byte[] signature = data.signature();
            System.arraycopy(HexFormat.of().parseHex(String.format("%064x", order)), 0, signature, 32, 32);
            return data.signature(signature);
        });
        assertEquals(Set.of("tdx.signature.range"), high.failing());
    }

    /** The pre-production hierarchy has Intel's names and other keys. */
    @Test
    void aHierarchyWithIntelsNamesIsUntrustedUnlessItsRootIsGiven() {
        TdxMinted minted = TdxMinted.of(MACHINE);
        Outcome<VerifiedQuote> production =
                new TdxVerification(minted.options()).verify(minted.quote(), minted.endorsements(), minted.at());
        assertInstanceOf(Rejected.class, production);
        assertTrue(TdxMinted.failing(production).contains("tdx.chain.untrusted"));
        assertEquals(Set.of(), minted.failing());
    }

    @Test
    void withoutAnAnchorOfIntelsNameEverythingIsUntrusted() {
        TdxMinted minted = TdxMinted.genuine()
                .trusting(AmdHierarchy.create(AmdProduct.MILAN, 1).root());
        assertEquals(Set.of("tdx.chain.untrusted"), minted.failing());
    }
}
