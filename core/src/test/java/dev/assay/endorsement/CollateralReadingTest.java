package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.testvectors.intel.JsonLiteral;
import dev.assay.testvectors.intel.JsonValue;
import dev.assay.testvectors.intel.TcbInfoTemplate;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TCB infos and identities: what is read from them, and what is refused. */
class CollateralReadingTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    @Test
    void theValuesOfATcbInfoAreThoseOfItsText() {
        TcbInfo info = read(MACHINE.signedTcbInfo().text()).tcbInfos().get(0);
        assertEquals("TDX", info.id());
        assertEquals("b0c06f000000", info.fmspc().hex());
        assertEquals("0000", info.pceId().hex());
        assertEquals(Instant.parse("2026-08-13T10:45:38Z"), info.issueDate());
        assertEquals(Instant.parse("2026-09-12T10:45:38Z"), info.nextUpdate());
        assertEquals(20, info.tcbEvaluationDataNumber());
        assertEquals(3, info.levels().size());
        assertEquals(TcbStatus.UP_TO_DATE, info.levels().get(0).status());
        assertEquals(13, info.levels().get(0).pceSvn());
        assertEquals(
                "04040202040100050000000000000000",
                info.levels().get(0).sgxComponents().hex());
        assertEquals(
                List.of("INTEL-SA-01036", "INTEL-SA-01245"),
                info.levels().get(2).advisories());
        assertEquals(
                List.of(6, 4),
                info.moduleIdentity(3).orElseThrow().levels().stream()
                        .map(SvnLevel::isvSvn)
                        .toList());
        assertTrue(info.moduleIdentity(2).isEmpty());
    }

    @Test
    void theValuesOfAnIdentityAreThoseOfItsText() {
        QeIdentity identity = read(TdxSimulator.create()
                        .qeIdentity(right -> right.miscSelect("00000001", "FFFFFF01"))
                        .signedQeIdentity()
                        .text())
                .qeIdentities()
                .get(0);
        assertEquals("TD_QE", identity.id());
        assertEquals(1, identity.miscSelect());
        assertEquals(0xFFFFFF01L, identity.miscSelectMask());
        assertEquals(2, identity.isvProdId());
        assertEquals(8, identity.levels().get(0).isvSvn());
    }

    @Test
    void theSignedBytesAreTheBodyAsItStandsAndWithoutSpaces() {
        String body = MACHINE.signedTcbInfo().body();
        SignedBody tight =
                read(MACHINE.signedTcbInfo().text()).tcbInfos().get(0).signed();
        assertEquals(ascii(body), tight.bytes());
        assertEquals(tight.bytes(), tight.compact());
        SignedBody loose = read("{ \"signature\" : \"" + MACHINE.signedTcbInfo().signature() + "\" ,\n \"tcbInfo\" :\t"
                        + body.replace(",", " ,\r\n") + " }")
                .tcbInfos()
                .get(0)
                .signed();
        assertEquals(ascii(body.replace(",", " ,\r\n")), loose.bytes());
        assertEquals(ascii(body), loose.compact());
    }

    @Test
    void spacesInsideOfTextStay() {
        assertEquals(
                ascii("{\"a b\":\" \\\" \\\\\",\"c\":[1]}"),
                StrictJson.compact(ascii("{ \"a b\" : \" \\\" \\\\\" , \"c\" : [ 1 ] }")));
    }

    @Test
    void membersThatNobodyKnowsAreNoFault() {
        assertEquals(
                1,
                read(edited(json -> json.andAfter("id", "novelty", JsonLiteral.text("x"))))
                        .tcbInfos()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "issueDate",
                "nextUpdate",
                "fmspc",
                "pceId",
                "tcbType",
                "tcbEvaluationDataNumber",
                "tdxModule",
                "tcbLevels",
                "id",
                "tcbLevels/0/tcb",
                "tcbLevels/0/tcbDate",
                "tcbLevels/0/tcbStatus",
                "tcbLevels/0/tcb/pcesvn",
                "tcbLevels/0/tcb/sgxtcbcomponents",
                "tcbLevels/0/tcb/tdxtcbcomponents",
                "tcbLevels/0/tcb/tdxtcbcomponents/3/svn",
                "tdxModule/mrsigner",
                "tdxModuleIdentities/0/id",
                "tdxModuleIdentities/0/tcbLevels",
                "tdxModuleIdentities/0/tcbLevels/0/tcb/isvsvn"
            })
    void aMemberThatIsMissingTwiceThereOrOfAnotherTypeIsRefused(String path) {
        refused(edited(json -> json.without(path)));
        refused(edited(json -> json.duplicated(path)));
        refused(edited(json -> json.with(path, new JsonLiteral("null"))));
        refused(edited(json -> json.with(path, new JsonLiteral("true"))));
    }

    @ParameterizedTest
    @CsvSource({
        "version, 2",
        "version, 4",
        "tcbType, 1",
        "tcbEvaluationDataNumber, -1",
        "tcbEvaluationDataNumber, 1.0",
        "tcbEvaluationDataNumber, 4294967296",
        "tcbLevels/0/tcb/pcesvn, 65536",
        "tcbLevels/0/tcb/sgxtcbcomponents/0/svn, 256",
        "fmspc, '\"B0C06F0000\"'",
        "fmspc, '\"B0C06F00000G\"'",
        "issueDate, '\"2026-08-13T10:45:38+00:00\"'",
        "issueDate, '\"2026-08-13T10:45:38z\"'",
        "issueDate, '\"2026-08-13 10:45:38Z\"'",
        "issueDate, '\"2026-02-30T10:45:38Z\"'",
        "issueDate, '\"2026-08-13T24:00:00Z\"'",
        "issueDate, '\"2026-08-13T10:45:60Z\"'",
        "issueDate, '\"2026-08-13T10:45:38.5Z\"'",
        "id, '\"TDXX\"'",
        "tcbLevels, '[]'",
        "tdxModuleIdentities, '[]'",
        "tdxModuleIdentities/0/tcbLevels, '[]'",
        "tdxModuleIdentities/0/tcbLevels/0/tcbStatus, '\"ConfigurationNeeded\"'",
        "tdxModuleIdentities/0/id, '\"TDX_01\"'",
        "tcbLevels/0/tcbStatus, '\"TDRelaunchAdvised\"'",
        "tcbLevels/0/advisoryIDs, '[1]'"
    })
    void aValueOutOfItsRangeIsRefused(String path, String value) {
        refused(edited(json -> path.endsWith("advisoryIDs")
                ? json.andAfter("tcbLevels/0/tcbDate", "advisoryIDs", new JsonLiteral(value))
                : json.with(path, new JsonLiteral(value))));
    }

    @Test
    void aTcbInfoForSgxHasNeitherModuleNorTdxComponents() {
        TcbInfo info = read(forSgx(json -> json)).tcbInfos().get(0);
        assertEquals("SGX", info.id());
        assertTrue(info.module().isEmpty());
        assertEquals(List.of(), info.moduleIdentities());
        assertTrue(
                info.levels().stream().allMatch(level -> level.tdxComponents().isEmpty()));
        refused(forSgx(json -> json.andAfter("tcbType", "tdxModule", new JsonLiteral("{}"))));
        refused(forSgx(json -> json.andAfter("tcbType", "tdxModuleIdentities", new JsonLiteral("[]"))));
    }

    private static String forSgx(UnaryOperator<JsonValue> edit) {
        return MACHINE.tcbInfo(info -> {
                    TcbInfoTemplate sgx = info.forSgx();
                    return sgx.levels(List.of(sgx.levels().get(0), sgx.levels().get(2)))
                            .edited(edit);
                })
                .signedTcbInfo()
                .text();
    }

    @Test
    void aTcbInfoOfEarly2023HasNoModuleIdentities() {
        TcbInfo info = read(MACHINE.tcbInfo(one -> one.withoutIdentities())
                        .signedTcbInfo()
                        .text())
                .tcbInfos()
                .get(0);
        assertEquals(List.of(), info.moduleIdentities());
        assertTrue(info.module().isPresent());
    }

    @Test
    void levelsAreInTheOrderInWhichTheyAreWalked() {
        TcbInfo info = read(MACHINE.tcbInfo(one -> one.levels(List.of(
                                one.levels().get(2).withPceSvn(200),
                                one.levels().get(1),
                                one.levels().get(0).withPceSvn(5),
                                one.levels().get(0).withSgx(0, 128),
                                one.levels().get(0))))
                        .signedTcbInfo()
                        .text())
                .tcbInfos()
                .get(0);
        assertEquals(
                List.of("80 13 04", "04 13 04", "04 13 03", "04 5 04", "03 200 03"),
                info.levels().stream()
                        .map(level -> String.format(
                                "%02x %d %02x",
                                level.sgxComponents().u8(0),
                                level.pceSvn(),
                                level.tdxComponents().u8(2)))
                        .toList());
    }

    @Test
    void levelsOfOneNumberAreWalkedFromTheHighest() {
        QeIdentity identity = read(MACHINE.qeIdentity(one -> one.levels(
                                List.of(one.levels().get(1), one.levels().get(0))))
                        .signedQeIdentity()
                        .text())
                .qeIdentities()
                .get(0);
        assertEquals(
                List.of(8, 4), identity.levels().stream().map(SvnLevel::isvSvn).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "version, 3",
        "version, 1",
        "miscselect, '\"0000000\"'",
        "attributes, '\"00\"'",
        "attributesMask, '\"00\"'",
        "mrsigner, '\"00\"'",
        "isvprodid, 65536",
        "isvprodid, -1",
        "issueDate, '\"yesterday\"'",
        "nextUpdate, 0",
        "tcbEvaluationDataNumber, '\"20\"'",
        "tcbLevels, '[]'",
        "tcbLevels/0/tcb/isvsvn, 65536",
        "tcbLevels/0/tcbStatus, '\"SWHardeningNeeded\"'"
    })
    void anIdentityWithAValueOutOfItsRangeIsRefused(String path, String value) {
        refused(MACHINE.qeIdentity(one -> one.edited(json -> json.with(path, new JsonLiteral(value))))
                .signedQeIdentity()
                .text());
    }

    @Test
    void theLargestValuesAreRead() {
        QeIdentity identity = read(MACHINE.qeIdentity(one -> one.isvProdId(65535)
                                .edited(json -> json.with("tcbLevels/0/tcb/isvsvn", new JsonLiteral("65535"))))
                        .signedQeIdentity()
                        .text())
                .qeIdentities()
                .get(0);
        assertEquals(65535, identity.isvProdId());
        assertEquals(65535, identity.levels().get(0).isvSvn());
        TcbInfo info = read(edited(json -> json.with("tcbLevels/0/tcb/pcesvn", new JsonLiteral("65535"))
                        .with("tcbLevels/0/tcb/sgxtcbcomponents/15/svn", new JsonLiteral("255"))))
                .tcbInfos()
                .get(0);
        assertEquals(65535, info.levels().get(0).pceSvn());
        assertEquals(255, info.levels().get(0).sgxComponents().u8(15));
    }

    @Test
    void documentsAreDescribedByWhatTheyAreForAndWhen() {
        assertEquals(
                "TDX TCB info for FMSPC b0c06f000000, evaluation 20 of 2026-08-13T10:45:38Z",
                read(MACHINE.signedTcbInfo().text()).tcbInfos().get(0).toString());
        assertEquals(
                "TD_QE identity, evaluation 20 of 2026-08-12T23:57:43Z",
                read(MACHINE.signedQeIdentity().text()).qeIdentities().get(0).toString());
    }

    @Test
    void twoLevelsForTheSameVersionsAreRefused() {
        refused(edited(json -> json.duplicated("tcbLevels/0")));
        refused(edited(json -> json.duplicated("tdxModuleIdentities/0/tcbLevels/0")));
        refused(edited(json -> json.duplicated("tdxModuleIdentities/0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{",
                "[]",
                "{\"a\":1}",
                "{\"tcbInfo\":{}}",
                "{\"tcbInfo\":{},\"signature\":\"\"}",
                "{\"tcbInfo\":1,\"signature\":1}",
                "{\"collaterals\":1}",
                "{\"tcb_info\":1}",
                "{\"a\":NaN}",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":01}",
                "{\"\u00e4\":1}",
                "{'a':1}",
                "{\"a\":1,}",
                "// c\n{}"
            })
    void whatIsNoCollateralIsRefused(String text) {
        refused(text);
    }

    @Test
    void depthAndSizeAreBounded() {
        refused("{\"tcbInfo\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        refused("{\"tcbInfo\":" + " ".repeat(StrictJson.LARGEST) + "{}}");
    }

    @Test
    void aSignatureMustBeSixtyFourBytesInHexadecimal() {
        refused(MACHINE.signedTcbInfo().signature("00".repeat(63)).text());
        refused(MACHINE.signedTcbInfo().signature("00".repeat(65)).text());
        refused(MACHINE.signedTcbInfo().signature("0g".repeat(64)).text());
        assertEquals(
                1,
                read(MACHINE.signedTcbInfo().signatureInCapitals().text())
                        .tcbInfos()
                        .size());
    }

    private static String edited(UnaryOperator<JsonValue> edit) {
        return MACHINE.tcbInfo(info -> info.edited(edit)).signedTcbInfo().text();
    }

    private static Endorsements read(String text) {
        Endorsements read = Endorsements.builder().add("test", ascii(text)).build();
        assertEquals(List.of(), read.unreadable());
        return read;
    }

    private static void refused(String text) {
        Endorsements read = Endorsements.builder().add("test", ascii(text)).build();
        assertEquals(1, read.unreadable().size(), text.length() < 5000 ? text : "long");
        assertEquals(0, read.tcbInfos().size() + read.qeIdentities().size());
    }

    private static Bytes ascii(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
