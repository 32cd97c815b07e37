package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.AttestationResult;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import dev.assay.verify.VerifiedReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and forms of policies that other programs write: each is read, and means what it must. */
class DesignNamesTest {
    private static final String A48 = "a1".repeat(48);
    private static final String B48 = "b2".repeat(48);
    private static final Bytes A = Bytes.fromHex(A48);
    private static final Bytes B = Bytes.fromHex(B48);

    private static PlainPolicy read(String members) {
        String json = ("{'id': 'names', 'version': '1', " + members + "}")
                .replace('\'', '"')
                .replace("A48", A48)
                .replace("B48", B48);
        PlainPolicy policy = (PlainPolicy) Policy.fromJson(json);
        assertEquals(policy, Policy.fromJson(policy.toJson()));
        return policy;
    }

    private static <F> Demand<F> snp(String members, PolicyRule<VerifiedReport, F> rule) {
        return read("'reportData': 'any', 'snp': {'measurement': 'any', " + members + "}")
                .snp()
                .orElseThrow()
                .demand(rule);
    }

    private static <F> Demand<F> tdx(String members, PolicyRule<dev.assay.verify.VerifiedQuote, F> rule) {
        return read("'reportData': 'any', 'tdx': {'mrTd': 'any', " + members + "}")
                .tdx()
                .orElseThrow()
                .demand(rule);
    }

    private static Demand<Bytes> reportData(String value) {
        return read("'reportData': " + value + ", 'snp': {'measurement': 'any'}")
                .common()
                .demand(CommonRules.REPORT_DATA);
    }

    @Test
    void reportDataHasTheseForms() {
        String all = "5d".repeat(64);
        assertTrue(reportData("'any'").open());
        assertEquals(ReportData.exact(Bytes.fromHex(all)), reportData("{'exact': '" + all + "'}"));
        assertEquals(ReportData.prefix(Bytes.fromHex("5d")), reportData("{'prefix': '5D'}"));
        assertEquals(ReportData.prefix(Bytes.fromHex(all)), reportData("{'prefix': '" + all + "'}"));
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            assertEquals(
                    ReportData.hashOf(hash, Bytes.fromHex("61"), Bytes.fromHex("6263")),
                    reportData("{'" + hash.label() + "': ['61', '6263']}"));
        }
        assertEquals(List.of("sha256", "sha384", "sha512"), labels());
    }

    private static List<String> labels() {
        return Arrays.stream(HashAlgorithm.values()).map(HashAlgorithm::label).toList();
    }

    @Test
    void aPrefixDemandsZerosAfterIt() {
        byte[] data = new byte[64];
        data[0] = 0x5D;
        Demand<Bytes> prefix = reportData("{'prefix': '5d'}");
        assertTrue(prefix.accepts(Bytes.copyOf(data)));
        data[63] = 1;
        assertEquals(false, prefix.accepts(Bytes.copyOf(data)));
    }

    @Test
    void listsAreAlternatives() {
        Demand<Bytes> measurement = read("'reportData': 'any', 'snp': {'measurement': ['A48', 'B48']}")
                .snp()
                .orElseThrow()
                .demand(SnpRules.MEASUREMENT);
        assertTrue(measurement.accepts(A) && measurement.accepts(B));
        assertEquals(Values.of(A, B), measurement);
        assertEquals(
                Values.of(A),
                read("'reportData': 'any', 'snp': {'measurement': ['" + A48.toUpperCase(java.util.Locale.ROOT) + "']}")
                        .snp()
                        .orElseThrow()
                        .demand(SnpRules.MEASUREMENT));
        assertEquals(Numbers.of(0), snp("'vmpl': [0]", SnpRules.VMPL));
        assertEquals(Numbers.of(0, 1, 2, 3), snp("'vmpl': [0, 1, 2, 3]", SnpRules.VMPL));
        String zero32 = "00".repeat(32);
        assertEquals(
                Values.of(Bytes.fromHex(zero32), Bytes.fromHex("11".repeat(32))),
                snp("'hostData': ['" + zero32 + "', '" + "11".repeat(32) + "']", SnpRules.HOST_DATA));
        assertEquals(
                Values.of(Bytes.fromHex("22".repeat(64)), Bytes.fromHex("33".repeat(64))),
                snp("'chipId': ['" + "22".repeat(64) + "', '" + "33".repeat(64) + "']", SnpRules.CHIP_ID));
        assertEquals(new AtLeast(0), snp("'minGuestSvn': 0", SnpRules.MIN_GUEST_SVN));
        assertEquals(new AtLeast(4_294_967_295L), snp("'minGuestSvn': 4294967295", SnpRules.MIN_GUEST_SVN));
    }

    @Test
    void floorsNameProductsAndTheirComponents() {
        Map<TcbComponent, Integer> milan = Map.of(
                TcbComponent.BOOT_LOADER, 4, TcbComponent.TEE, 0, TcbComponent.SNP, 24, TcbComponent.MICROCODE, 219);
        assertEquals(
                TcbFloors.of(TcbScope.of(Product.MILAN), milan),
                snp("'minTcb': {'Milan': {'bootLoader': 4, 'tee': 0, 'snp': 24, 'microcode': 219}}", SnpRules.MIN_TCB));
        assertEquals(
                new TcbFloors(Map.of(
                        TcbScope.of(Product.MILAN), Map.of(TcbComponent.SNP, 24),
                        TcbScope.of(Product.GENOA), Map.of(TcbComponent.BOOT_LOADER, 255),
                        TcbScope.of(Product.TURIN), Map.of(TcbComponent.FMC, 1, TcbComponent.MICROCODE, 0))),
                snp(
                        "'minTcb': {'Milan': {'snp': 24}, 'Genoa': {'bootLoader': 255}, 'Turin': {'microcode': 0, 'fmc': 1}}",
                        SnpRules.MIN_TCB));
    }

    @ParameterizedTest
    @EnumSource(GuestPolicyBit.class)
    void bitsOfTheGuestPolicyAreForbiddenRequiredOrAny(GuestPolicyBit bit) {
        String member = "'guestPolicy': {'" + bit.label() + "': '%s'}";
        assertEquals(BitState.FORBIDDEN, snp(member.formatted("forbidden"), SnpRules.guestPolicy(bit)));
        assertEquals(BitState.REQUIRED, snp(member.formatted("required"), SnpRules.guestPolicy(bit)));
        assertTrue(snp(member.formatted("any"), SnpRules.guestPolicy(bit)).open());
    }

    @Test
    void aQuotesMembersAreNamedLikeThis() {
        assertEquals(Values.of(A, B), tdx("'rtmr0': ['A48', 'B48']", TdxRules.RTMR0));
        assertEquals(Values.of(A), tdx("'rtmr1': ['A48']", TdxRules.RTMR1));
        assertEquals(Values.of(A), tdx("'rtmr2': ['A48']", TdxRules.RTMR2));
        assertEquals(Values.of(A), tdx("'rtmr3': ['A48']", TdxRules.RTMR3));
        assertEquals(Values.of(A), tdx("'mrSeam': ['A48']", TdxRules.MR_SEAM));
        assertEquals(BitState.FORBIDDEN, tdx("'debug': 'forbidden'", TdxRules.DEBUG));
        assertEquals(BitState.REQUIRED, tdx("'debug': 'required'", TdxRules.DEBUG));
        assertTrue(tdx("'debug': 'any'", TdxRules.DEBUG).open());
        assertEquals(
                Values.of(A, B),
                read("'reportData': 'any', 'tdx': {'mrTd': ['A48', 'B48']}")
                        .tdx()
                        .orElseThrow()
                        .demand(TdxRules.MR_TD));
    }

    @ParameterizedTest
    @CsvSource({
        "UpToDate, UP_TO_DATE",
        "SWHardeningNeeded, SW_HARDENING_NEEDED",
        "ConfigurationNeeded, CONFIGURATION_NEEDED",
        "ConfigurationAndSWHardeningNeeded, CONFIGURATION_AND_SW_HARDENING_NEEDED",
        "OutOfDate, OUT_OF_DATE",
        "OutOfDateConfigurationNeeded, OUT_OF_DATE_CONFIGURATION_NEEDED"
    })
    void statusesHaveIntelsNames(String name, TcbStatus status) {
        assertEquals(AcceptedStatuses.of(status), tdx("'tcbStatus': ['" + name + "']", TdxRules.TCB_STATUS));
        assertEquals(
                AcceptedStatuses.of(TcbStatus.UP_TO_DATE, status),
                tdx("'tcbStatus': ['UpToDate', '" + name + "']", TdxRules.TCB_STATUS));
    }

    /** Every member of a section but the one that must be said may be left open in so many words. */
    @ParameterizedTest
    @ValueSource(strings = {"vmpl", "minTcb", "chipId", "hostData", "minGuestSvn", "measurement"})
    void everyRuleOfAReportCanBeLeftOpen(String member) {
        PolicySection<VerifiedReport> section = read("'reportData': 'any', 'snp': {"
                        + (member.equals("measurement") ? "" : "'measurement': 'any', ") + "'" + member + "': 'any'}")
                .snp()
                .orElseThrow();
        PolicyRule<VerifiedReport, ?> rule = section.rules().stream()
                .filter(it -> it.member().equals(member))
                .findFirst()
                .orElseThrow();
        assertTrue(section.mentions(rule) && section.demand(rule).open());
    }

    @Test
    void aSectionThatIsAbsentRefusesThatKind() {
        AttestationResult result =
                read("'reportData': 'any', 'tdx': {'mrTd': 'any'}").appraise(Minted.milan());
        assertTrue(RuleCase.failed(result).contains("policy.tee"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "reportData | 'snp': {'measurement': 'any'}",
                "snp.measurement | 'reportData': 'any', 'snp': {'vmpl': [0]}",
                "tdx.mrTd | 'reportData': 'any', 'tdx': {'mrSeam': ['A48']}",
                "tdx.mrTd | 'reportData': 'any', 'snp': {'measurement': 'any'}, 'tdx': {}"
            })
    void whatIsForgottenIsRefusedWithItsPath(String path, String members) {
        assertEquals(
                path, assertThrows(PolicyException.class, () -> read(members)).path());
    }

    @Test
    void aTrustedSignerCanStandForTheMeasurement() {
        assertEquals(
                Values.of(A),
                read("'reportData': 'any', 'snp': {'idKeyDigests': ['A48']}")
                        .snp()
                        .orElseThrow()
                        .demand(SnpRules.ID_KEY_DIGESTS));
        assertEquals(
                Values.of(A),
                read("'reportData': 'any', 'snp': {'authorKeyDigests': ['A48']}")
                        .snp()
                        .orElseThrow()
                        .demand(SnpRules.AUTHOR_KEY_DIGESTS));
    }
}
