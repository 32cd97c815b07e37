package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.PlatformConfiguration;
import dev.assay.endorsement.SgxType;
import dev.assay.model.TcbStatus;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines in every state, and what is concluded about them. */
class TdxStatusTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    @ParameterizedTest
    @EnumSource(value = TdxStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "REVOKED")
    void aPlatformHasTheStatusOfItsLevel(TdxStatus status) {
        VerifiedQuote verified =
                TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, status)).verified();
        assertEquals(status.label(), verified.tcbStatus().label());
        assertEquals(status == TdxStatus.UP_TO_DATE, verified.findings().isEmpty());
    }

    @Test
    void dateAndAdvisoriesAreThoseOfAllParts() {
        VerifiedQuote verified = TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)
                        .status(TcbPart.MODULE, TdxStatus.OUT_OF_DATE)
                        .status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE))
                .verified();
        assertEquals(Instant.parse("2023-02-15T00:00:00Z"), verified.tcbDate());
        assertEquals(
                List.of("INTEL-SA-00837", "INTEL-SA-01036", "INTEL-SA-01192", "INTEL-SA-01245"), verified.advisories());
        assertEquals(TcbStatus.OUT_OF_DATE, verified.qeStatus());
    }

    @ParameterizedTest
    @EnumSource(
            value = TcbPart.class,
            names = {"MODULE", "QUOTING_ENCLAVE"})
    void aPartThatIsOutOfDateMakesThePlatformSo(TcbPart part) {
        assertEquals(
                TcbStatus.OUT_OF_DATE,
                TdxMinted.of(MACHINE.status(part, TdxStatus.OUT_OF_DATE))
                        .verified()
                        .tcbStatus());
        assertEquals(
                TcbStatus.OUT_OF_DATE_CONFIGURATION_NEEDED,
                TdxMinted.of(MACHINE.status(part, TdxStatus.OUT_OF_DATE)
                                .status(TcbPart.PLATFORM, TdxStatus.CONFIGURATION_NEEDED))
                        .verified()
                        .tcbStatus());
        assertEquals(
                Set.of("tdx.tcb.revoked"),
                TdxMinted.of(MACHINE.status(part, TdxStatus.REVOKED)).failing());
    }

    @Test
    void relaunchIsNotAdvisedIfTheQuotingEnclaveIsOutOfDateToo() {
        assertEquals(
                TcbStatus.OUT_OF_DATE,
                TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED)
                                .status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE))
                        .verified()
                        .tcbStatus());
    }

    @Test
    void withoutThePresentTcbRelaunchCannotBeAdvised() {
        TdxSimulator behind = MACHINE.status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED);
        VerifiedQuote verified = TdxMinted.of(behind.quote(4, TdReportEncoder.Kind.TD_1_0, td -> td))
                .verified();
        assertEquals(TcbStatus.OUT_OF_DATE, verified.tcbStatus());
        assertTrue(verified.current().isEmpty());
    }

    @Test
    void relaunchReportsBothTheLaunchAndThePresentTcb() {
        VerifiedQuote verified = TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED))
                .verified();
        assertEquals(TcbStatus.OUT_OF_DATE, verified.launch().status());
        assertEquals(Instant.parse("2025-05-14T00:00:00Z"), verified.tcbDate());
        assertEquals(TcbStatus.UP_TO_DATE, verified.current().orElseThrow().status());
        assertEquals(
                Instant.parse("2025-08-13T00:00:00Z"),
                verified.current().orElseThrow().tcbDate());
    }

    /** A verifier left the module's date out and reported a later one. */
    @Test
    void theDateOfEachPartCounts() {
        assertEquals(
                Instant.parse("2023-08-09T00:00:00Z"),
                TdxMinted.of(MACHINE.status(TcbPart.MODULE, TdxStatus.OUT_OF_DATE))
                        .verified()
                        .tcbDate());
        assertEquals(
                Instant.parse("2023-02-15T00:00:00Z"),
                TdxMinted.of(MACHINE.status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE))
                        .verified()
                        .tcbDate());
        assertEquals(
                Instant.parse("2024-03-13T00:00:00Z"),
                TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE))
                        .verified()
                        .tcbDate());
        assertEquals(
                Instant.parse("2025-08-13T00:00:00Z"),
                TdxMinted.genuine().verified().tcbDate());
    }

    @ParameterizedTest
    @EnumSource(
            value = TdReportEncoder.Kind.class,
            names = {"TD_1_5", "TD_1_5_EX"})
    void relaunchIsJudgedForEveryLayoutWithThePresentTcb(TdReportEncoder.Kind kind) {
        for (TdxStatus status :
                List.of(TdxStatus.TD_RELAUNCH_ADVISED, TdxStatus.TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED)) {
            VerifiedQuote verified = TdxMinted.of(
                            MACHINE.status(TcbPart.PLATFORM, status).quote(5, kind, td -> td))
                    .verified();
            assertEquals(status.label(), verified.tcbStatus().label());
            assertEquals(List.of("INTEL-SA-01245"), verified.advisories());
            assertEquals(List.of(), verified.current().orElseThrow().advisories());
        }
    }

    /** The second evaluation fails like the first, and says which of the two it is. */
    @Test
    void aPresentModuleThatIsUnknownOrTooOldFailsTheWhole() {
        byte[] unknown = MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5).bytes(TdField.TEE_TCB_SVN);
        unknown[1] = 2;
        Outcome<VerifiedQuote> first = TdxMinted.of(
                        MACHINE.quote(5, TdReportEncoder.Kind.TD_1_5, td -> td.set(TdField.TEE_TCB_SVN_2, unknown)))
                .verify();
        assertEquals(Set.of("tdx.module.unknown"), TdxMinted.failing(first));
        assertTrue(first.findings().get(0).expected().endsWith("TDX_02 (at present)"), "" + first);
        unknown[1] = 3;
        unknown[0] = 3;
        Outcome<VerifiedQuote> second = TdxMinted.of(
                        MACHINE.quote(5, TdReportEncoder.Kind.TD_1_5, td -> td.set(TdField.TEE_TCB_SVN_2, unknown)))
                .verify();
        assertEquals(Set.of("tdx.tcb.module-not-supported"), TdxMinted.failing(second));
        assertEquals(
                "a security version of at least 4", second.findings().get(0).expected());
        assertEquals("security version 3 at present", second.findings().get(0).actual());
    }

    @Test
    void aPresentTcbBelowAllLevelsFailsTheWhole() {
        byte[] none = new byte[16];
        none[1] = 1;
        none[0] = 6;
        assertEquals(
                Set.of("tdx.tcb.not-supported"),
                TdxMinted.of(MACHINE.tcbInfo(info -> info.level(2, level -> level.withTdx(2, 3)))
                                .quote(5, TdReportEncoder.Kind.TD_1_5, td -> td.set(TdField.TEE_TCB_SVN_2, none)))
                        .failing());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 10, 16, 255})
    void modulesOfAnyMajorVersionAreJudgedByTheirIdentity(int major) {
        TdxSimulator machine = MACHINE.module(major);
        assertEquals(TcbStatus.UP_TO_DATE, TdxMinted.of(machine).verified().tcbStatus());
        Outcome<VerifiedQuote> unknown =
                TdxMinted.of(machine.tcbInfo(info -> info.withoutIdentities())).verify();
        assertEquals(major == 0, unknown.verified().isPresent());
    }

    @Test
    void moduleIdsAreComparedWithoutRegardToCase() {
        TdxSimulator lower = MACHINE.module(10)
                .tcbInfo(info -> info.identities(info.identities().stream()
                        .map(identity -> identity.withId(identity.id().toLowerCase(java.util.Locale.ROOT)))
                        .toList()));
        assertEquals(TcbStatus.UP_TO_DATE, TdxMinted.of(lower).verified().tcbStatus());
    }

    @ParameterizedTest
    @CsvSource({"4, TD_1_0", "5, TD_1_0", "5, TD_1_5", "5, TD_1_5_EX"})
    void everyLayoutIsVerified(int version, TdReportEncoder.Kind kind) {
        VerifiedQuote verified =
                TdxMinted.of(MACHINE.quote(version, kind, td -> td)).verified();
        assertEquals(TcbStatus.UP_TO_DATE, verified.tcbStatus());
        assertEquals(kind != TdReportEncoder.Kind.TD_1_0, verified.current().isPresent());
    }

    @Test
    void aPlatformOfTheProcessorCaIsVerified() {
        TdxSimulator machine = TdxSimulator.create(IntelHierarchy.create(7), PckCa.PROCESSOR);
        VerifiedQuote verified = TdxMinted.of(machine).verified();
        assertEquals(Optional.empty(), verified.platformInstanceId());
        assertEquals(Optional.empty(), verified.configuration());
        assertEquals(Optional.of(SgxType.STANDARD), verified.sgxType());
        assertInstanceOf(Accepted.class, TdxMinted.of(machine).verify());
    }

    @Test
    void whatTheCertificateSaysOfThePlatformIsReported() {
        VerifiedQuote verified = TdxMinted.of(MACHINE.platform(right -> right.configuration(true, false, true)))
                .verified();
        assertEquals(MACHINE.platform().fmspc().length, verified.fmspc().length());
        assertEquals(
                java.util.HexFormat.of().formatHex(MACHINE.platform().ppid()),
                verified.ppid().hex());
        assertEquals(
                java.util.HexFormat.of().formatHex(MACHINE.platform().instanceId()),
                verified.platformInstanceId().orElseThrow().hex());
        assertEquals(Optional.of(new PlatformConfiguration(true, false, true)), verified.configuration());
        assertEquals(20, verified.tcbEvaluationDataNumber());
        assertEquals(20, verified.qeEvaluationDataNumber());
        assertEquals(CrlState.CHECKED, verified.crlState());
        assertEquals(4, verified.chain().size());
    }

    @Test
    void theConclusionHoldsAsLongAsAllThatItRestsOn() {
        VerifiedQuote verified = TdxMinted.genuine().verified();
        assertEquals(Instant.parse("2026-08-13T10:45:38Z"), verified.tcbInfo().issueDate());
        assertTrue(verified.window().contains(verified.at(), java.time.Duration.ZERO));
        assertEquals(
                verified.items().stream()
                        .map(item -> item.window().notAfter())
                        .min(Instant::compareTo)
                        .orElseThrow(),
                verified.window().notAfter());
        assertEquals(
                Set.of(
                        "PCK certificate",
                        "Intel SGX PCK Platform CA",
                        "Intel SGX Root CA",
                        "revocation list of Intel SGX Root CA",
                        "revocation list of Intel SGX PCK Platform CA",
                        "TCB signing certificate",
                        "trust anchor",
                        "TCB info",
                        "QE identity"),
                verified.items().stream().map(DatedItem::item).collect(java.util.stream.Collectors.toSet()));
    }
}
