package dev.assay.testvectors.intel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever status is asked for is what the rules make of the evidence. */
class TcbStatusTest {
    @ParameterizedTest
    @EnumSource
    void everyStatusOfThePlatformCanBeHad(TdxStatus wanted) {
        TdxSimulator machine = TdxSimulator.create().status(TcbPart.PLATFORM, wanted);
        assertEquals(wanted.label(), status(machine, 5, Kind.TD_1_5));
        assertEquals(wanted.label(), status(machine, 5, Kind.TD_1_5_EX));
    }

    @ParameterizedTest
    @CsvSource({
        "TD_RELAUNCH_ADVISED, OutOfDate",
        "TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED, OutOfDateConfigurationNeeded",
        "REVOKED, Revoked",
        "CONFIGURATION_NEEDED, ConfigurationNeeded"
    })
    void aBodyWithoutASecondSvnShowsTheLaunchAlone(TdxStatus wanted, String shown) {
        TdxSimulator machine = TdxSimulator.create().status(TcbPart.PLATFORM, wanted);
        assertEquals(shown, status(machine, 4, Kind.TD_1_0));
        assertEquals(shown, status(machine, 5, Kind.TD_1_0));
    }

    @ParameterizedTest
    @CsvSource({
        "MODULE, OUT_OF_DATE, OutOfDate",
        "MODULE, REVOKED, Revoked",
        "QUOTING_ENCLAVE, OUT_OF_DATE, OutOfDate",
        "QUOTING_ENCLAVE, REVOKED, Revoked",
        "QUOTING_ENCLAVE, UP_TO_DATE, UpToDate"
    })
    void moduleAndQuotingEnclaveCanFallBehind(TcbPart part, TdxStatus wanted, String shown) {
        assertEquals(shown, status(TdxSimulator.create().status(part, wanted), 5, Kind.TD_1_5));
    }

    @Test
    void partsCanFallBehindTogether() {
        TdxSimulator machine = TdxSimulator.create()
                .status(TcbPart.PLATFORM, TdxStatus.CONFIGURATION_AND_SW_HARDENING_NEEDED)
                .status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE);
        assertEquals("OutOfDateConfigurationNeeded", status(machine, 5, Kind.TD_1_5));
        assertEquals("Revoked", status(machine.status(TcbPart.MODULE, TdxStatus.REVOKED), 4, Kind.TD_1_0));
    }

    @ParameterizedTest
    @EnumSource
    void everyPartCanBeBelowAllLevels(TcbPart part) {
        assertEquals("not supported", status(TdxSimulator.create().belowAllLevels(part), 5, Kind.TD_1_5));
        assertEquals("not supported", status(TdxSimulator.create().belowAllLevels(part), 4, Kind.TD_1_0));
    }

    @ParameterizedTest
    @CsvSource({"0, TDX_00, false", "1, TDX_01, true", "3, TDX_03, true", "10, TDX_0A, true", "16, TDX_10, true"})
    void anyMajorVersionOfTheModuleCanRun(int major, String id, boolean named) {
        TdxSimulator machine = TdxSimulator.create().module(major);
        assertEquals("UpToDate", status(machine, 5, Kind.TD_1_5));
        TdxEvidence evidence = machine.quote(5, Kind.TD_1_5, td -> td);
        assertEquals(major, evidence.quote()[55]);
        String info = new String(evidence.tcbInfo(), StandardCharsets.UTF_8);
        assertEquals(named ? 2 : 1, info.split("\"" + id + "\"", -1).length);
        String old = status(machine.status(TcbPart.MODULE, TdxStatus.REVOKED), 5, Kind.TD_1_5);
        // Without an identity the version is the first component of the levels, and 4 is below all of them.
        assertEquals(named ? "Revoked" : "not supported", old);
    }

    @Test
    void aModuleNeedsAnIdentity() {
        TdxSimulator machine = TdxSimulator.create().tcbInfo(TcbInfoTemplate::withoutIdentities);
        assertEquals("module mismatch", status(machine, 5, Kind.TD_1_5));
        assertEquals("UpToDate", status(machine.module(0), 5, Kind.TD_1_5));
    }

    /** The dates and advisories that the templates' documentation promises. */
    @Test
    void datesAndAdvisoriesAreAsDocumented() {
        TdxSimulator machine = TdxSimulator.create();
        assertEquals("UpToDate 2025-08-13 []", verdict(machine));
        assertEquals(
                "OutOfDate 2024-03-13 [INTEL-SA-01036, INTEL-SA-01245]",
                verdict(machine.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE)));
        assertEquals(
                "OutOfDate 2025-05-14 [INTEL-SA-01245]",
                verdict(machine.status(TcbPart.PLATFORM, TdxStatus.TD_RELAUNCH_ADVISED)));
        assertEquals(
                "OutOfDate 2023-08-09 [INTEL-SA-01192]",
                verdict(machine.status(TcbPart.MODULE, TdxStatus.OUT_OF_DATE)));
        assertEquals(
                "OutOfDate 2023-02-15 [INTEL-SA-00837]",
                verdict(machine.status(TcbPart.QUOTING_ENCLAVE, TdxStatus.OUT_OF_DATE)));
    }

    @Test
    void levelsAreInTheOrderThatIntelServes() {
        TcbInfoTemplate info = TcbInfoTemplate.valid();
        for (int i = 1; i < info.levels().size(); i++) {
            String before = sortKey(info.levels().get(i - 1));
            assertTrue(before.compareTo(sortKey(info.levels().get(i))) > 0, before);
        }
    }

    private static String sortKey(TcbLevel level) {
        StringBuilder key = new StringBuilder();
        level.sgx().forEach(one -> key.append((char) one.svn()));
        key.append((char) level.pceSvn());
        level.tdx().forEach(one -> key.append((char) one.svn()));
        return key.toString();
    }

    private static String status(TdxSimulator machine, int version, Kind kind) {
        return IntelJudge.status(machine.quote(version, kind, td -> td), machine.platform());
    }

    private static String verdict(TdxSimulator machine) {
        return IntelJudge.verdict(machine.quote(5, Kind.TD_1_5, td -> td), machine.platform());
    }
}
