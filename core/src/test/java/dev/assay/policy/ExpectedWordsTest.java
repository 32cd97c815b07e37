package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.PlatformConfiguration;
import dev.assay.model.Bytes;
import dev.assay.result.RuleResult;
import dev.assay.result.TcbRow;
import dev.assay.verify.Verified;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every form of demand says it expects, and what the evidence has in the same words. */
class ExpectedWordsTest {
    private static final String ANYTHING =
            "{'id': '%s', 'version': '%s', 'reportData': 'any', 'snp': {'measurement': 'any'}}";
    private static final String HEX = "[0-9a-f]{24,}";

    /** What stands in a result for each rule that was asked, with long values cut. */
    private static String said(String json, Verified<?> evidence) {
        return Policy.fromJson(json.replace('\'', '"')).appraise(evidence).rules().stream()
                .filter(rule -> !rule.expected().equals("anything"))
                .map(ExpectedWordsTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(RuleResult rule) {
        return (rule.code() + ": " + rule.expected() + " / " + rule.actual()).replaceAll("(" + HEX + ")", "HEX");
    }

    @Test
    void ofAReport() {
        String hex = "11".repeat(48);
        String members = """
                'measurement': ['%1$s', '%2$s'], 'idBlock': 'forbidden',
                'vmpl': {'atMost': 1}, 'signingKey': ['VLEK'], 'cspId': ['Azure', 'GCP'],
                'guestPolicy': {'minAbi': '1.55', 'smt': 'required', 'pageSwapDisable': 'forbidden'},
                'platformInfo': {'tsmeEn': 'required', 'unknownBits': 'forbidden'}, 'products': ['Milan', 'Turin'],
                'minReportVersion': 5, 'minFirmware': '1.55.29', 'minTcb': {'Milan': {'snp': 24, 'microcode': 219}},
                'launchMitVector': [0, 3], 'currentMitVector': [63], 'maxCertificateAgeDays': 1
                """.formatted(hex, "22".repeat(48));
        assertEquals(
                """
                policy.report-data: HEX / HEX
                policy.trust-anchors: the vendor's own root / a root with the key HEX
                policy.revocation: checked / not checked
                policy.tee: sev-snp / sev-snp
                policy.measurement: one of HEX, HEX / HEX
                policy.id-block: none / none
                policy.vmpl: at most 1 / 0
                policy.smt: set / set
                policy.migrate-ma: clear / clear
                policy.debug: clear / clear
                policy.page-swap-disable: clear / clear
                policy.guest-abi: at least 1.55 / 0.0
                policy.guest-policy-reserved: as they must be / as they must be
                policy.platform-tsme-en: set / clear
                policy.platform-unknown-bits: clear / clear
                policy.signing-key: VLEK / VCEK
                policy.csp-id: one of Azure, GCP / no VLEK, so no provider
                policy.masked-chip-id: CHIP_ID is shown / CHIP_ID is shown
                policy.products: one of Milan, Turin / Milan
                policy.min-report-version: at least 5 / 5
                policy.min-tcb: at least Milan: snp 24, microcode 219 / Milan: bootLoader 4, tee 0, snp 24, microcode 219
                policy.min-firmware: at least 1.55.29 / 1.55.35
                policy.launch-mitigations: bits [0, 3] set / bits [0, 1, 2, 3] set
                policy.current-mitigations: bits [63] set / bits [0, 1, 2, 3] set
                policy.max-certificate-age: at most 1 / 299 days""",
                said(
                        "{'id': 'a', 'version': '1', 'reportData': {'exact': '" + "44".repeat(64)
                                + "'}, 'revocationCheck': 'required', 'snp': {" + members + "}}",
                        Minted.milan()));
    }

    @Test
    void ofAQuote() {
        String members = """
                'mrTd': ['%1$s'], 'registers': [{'rtmr0': '%1$s', 'mrTd': '%1$s'}, {'rtmr1': '%1$s', 'mrTd': '%1$s'}],
                'debug': 'required', 'attributes': {'masked': {'mask': 'ff00000000000000', 'value': '0100000000000000'}},
                'xfam': {'avx': 'required'}, 'minTeeTcbSvn': '05010200000000000000000000000000',
                'tcbStatus': ['UpToDate', {'status': 'OutOfDate', 'advisories': ['INTEL-SA-00615'], 'until': '2030-01-01T00:00:00Z'}],
                'rejectedAdvisories': ['INTEL-SA-00828'], 'minEvaluationNumber': 17, 'minTcbDate': '2024-03-13T00:00:00Z',
                'maxTcbAgeDays': 1, 'maxCollateralAgeDays': 30, 'minQeSvn': 4, 'dynamicPlatform': 'required',
                'fmspc': ['00906ed50000', '00a06d080000', '00906ed50001', '00906ed50002', '00906ed50003', '00906ed50004']
                """.formatted("11".repeat(48));
        assertEquals(
                """
                policy.report-data: HEX and zeros after it (sha384 of 2 parts) / HEX
                policy.trust-anchors: the vendor's own root, or HEX / a root with the key HEX
                policy.tee: tdx / tdx
                policy.mr-td: HEX / HEX
                policy.registers: one of mrTd HEX with rtmr0 HEX, mrTd HEX with rtmr1 HEX / mrTd HEX, mrConfigId HEX, rtmr0 HEX, rtmr1 HEX, rtmr2 HEX, rtmr3 HEX
                policy.service-td: none bound / none bound
                policy.td-debug: under debug / not under debug
                policy.td-attributes: 0100000000000000 under the mask ff00000000000000 / 0000001000000000
                policy.xfam-avx: set / set
                policy.min-tee-tcb-svn: at least HEX, byte by byte / HEX
                policy.tcb-status: one of UpToDate, OutOfDate with no advisory but INTEL-SA-00615 until 2030-01-01T00:00:00Z / UpToDate
                policy.rejected-advisories: none of INTEL-SA-00828 / none
                policy.min-evaluation-number: at least 17 / 20
                policy.min-tcb-date: 2024-03-13T00:00:00Z or later / 2025-08-13T00:00:00Z
                policy.max-tcb-age: at most 1 / 0 days
                policy.max-collateral-age: at most 30 / 20 days
                policy.min-qe-svn: at least 4 / 8
                policy.fmspc: one of 00906ed50000, 00a06d080000, 00906ed50001, 00906ed50002 and 2 more / b0c06f000000
                policy.dynamic-platform: set / set""",
                said(
                        "{'id': 'a', 'version': '1', 'reportData': {'sha384': ['61', '62']}, 'trustAnchors': ['vendor', '"
                                + "55".repeat(32) + "'], 'tdx': {" + members + "}}",
                        Minted.td()));
    }

    @Test
    void ofAPrefix() {
        assertEquals(
                """
                policy.report-data: 4455 and zeros after it / HEX
                policy.trust-anchors: the vendor's own root / a root with the key HEX
                policy.tee: sev-snp / sev-snp
                policy.vmpl: 0 / 0
                policy.migrate-ma: clear / clear
                policy.debug: clear / clear
                policy.guest-policy-reserved: as they must be / as they must be
                policy.masked-chip-id: CHIP_ID is shown / CHIP_ID is shown
                policy.min-report-version: at least 2 / 5""",
                said(
                        "{'id': 'a', 'version': '1', 'reportData': {'prefix': '4455'}, 'snp': {'measurement': 'any'}}",
                        Minted.milan()));
    }

    @Test
    void ofDemandsThatAreMadeInJava() {
        assertEquals("bits [0, 2] set", BitsSet.of(5).words());
        assertEquals("bits [63] set", BitsSet.of(Long.MIN_VALUE).words());
        assertEquals("at most 3", new AtMost(3).words());
        assertEquals("at least 1.55.29", VersionFloor.of(1, 55, 29).words());
        assertEquals("7", Numbers.of(7).words());
        assertEquals("one of 1, 2, 3, 0", Numbers.of(1, 2, 3, 0).words());
        assertEquals("the vendor's own root", TrustedRoots.vendorsOnly().words());
    }

    @Test
    void versionsAreComparedAsOneNumber() {
        VersionFloor floor = VersionFloor.of(1, 55, 29);
        assertTrue(floor.accepts(List.of(1, 55, 29)));
        assertTrue(floor.accepts(List.of(1, 55, 30)));
        assertTrue(floor.accepts(List.of(2, 0, 0)));
        assertTrue(floor.accepts(List.of(1, 55, 29, 1)));
        assertFalse(floor.accepts(List.of(1, 55, 28)));
        assertFalse(floor.accepts(List.of(0, 255, 255)));
        assertFalse(floor.accepts(List.of(1, 55)));
    }

    @Test
    void namesOfBitsAreSpelt() {
        assertEquals("sept-ve-disable", Names.code("SEPT_VE_DISABLE"));
        assertEquals("debug", Names.code("DEBUG"));
        assertEquals("single-socket", Names.code("singleSocket"));
        assertEquals("septVeDisable", Names.member("SEPT_VE_DISABLE"));
        assertEquals("kl", Names.member("KL"));
    }

    @Test
    void whatIsRefusedWhenReadIsRefusedWhenBuilt() {
        Policy part = Policy.fromJson(ANYTHING.formatted("a", "1").replace('\'', '"'));
        assertEquals("id", refused(() -> Policy.allOf("", "1", part)));
        assertEquals("version", refused(() -> Policy.anyOf("a", "", part)));
        PolicyBuilder nameless = Policy.builder("", "1")
                .reportData(Demand.any())
                .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any()));
        assertEquals("id", refused(nameless::build));
        PolicyBuilder versionless = Policy.builder("a", "")
                .reportData(Demand.any())
                .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any()));
        assertEquals("version", refused(versionless::build));
    }

    private static String refused(Executable building) {
        return assertThrows(PolicyException.class, building).path();
    }

    @Test
    void familyAndModelHaveEightBits() {
        assertEquals(255, new TcbScope.Model(255, 255).model());
        assertThrows(IllegalArgumentException.class, () -> new TcbScope.Model(256, 0));
        assertThrows(IllegalArgumentException.class, () -> new TcbScope.Model(0, 256));
        assertThrows(IllegalArgumentException.class, () -> new TcbScope.Model(-1, 0));
    }

    @Test
    void aFlagOfThePlatformIsReadFromItsOwnPlace() {
        assertEquals(List.of(true, false, false), flags(new PlatformConfiguration(true, false, false)));
        assertEquals(List.of(false, true, false), flags(new PlatformConfiguration(false, true, false)));
        assertEquals(List.of(false, false, true), flags(new PlatformConfiguration(false, false, true)));
    }

    private static List<Boolean> flags(PlatformConfiguration configuration) {
        return Arrays.stream(PlatformFlag.values())
                .map(flag -> flag.of(configuration))
                .toList();
    }

    @Test
    void everyFloorOfAReportStandsInTheTable() {
        List<String> versions = Minted.snp(snp -> snp).appraise(Minted.milan()).tcb().stream()
                .map(TcbRow::version)
                .distinct()
                .toList();
        assertEquals(List.of("reported", "committed", "current", "launch"), versions);
    }

    @Test
    void registersAreNamedByAllSetsOrNot() {
        Map<TdxRegister, Bytes> one = Map.of(TdxRegister.RTMR0, Bytes.copyOf(new byte[48]));
        Map<TdxRegister, Bytes> both =
                Map.of(TdxRegister.RTMR0, Bytes.copyOf(new byte[48]), TdxRegister.RTMR1, Bytes.copyOf(new byte[48]));
        RegisterSets sets = new RegisterSets(List.of(one, both));
        assertTrue(sets.allName(TdxRegister.RTMR0));
        assertFalse(sets.allName(TdxRegister.RTMR1));
    }

    @Test
    void aPolicyIsDescribedSectionBySection() {
        String json = ANYTHING.formatted("a", "1")
                .replace("}}", "}, 'tdx': {'mrTd': 'any'}}")
                .replace('\'', '"');
        List<String> codes = PolicyDescription.of(Policy.fromJson(json)).lines().stream()
                .map(PolicyDescription.Line::code)
                .toList();
        assertTrue(codes.contains("policy.vmpl") && codes.contains("policy.td-debug"), codes::toString);
    }
}
