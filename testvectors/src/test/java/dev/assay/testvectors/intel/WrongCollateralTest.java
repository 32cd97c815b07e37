package dev.assay.testvectors.intel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.pki.EcKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Every property of a TCB info or an identity can be made wrong, and the whole still be signed. */
class WrongCollateralTest {
    private static final EcKey KEY = IntelHierarchy.create(0).tcbSigningKey();
    private static final TcbInfoTemplate INFO = TcbInfoTemplate.valid();

    @Test
    void namesCanBeThereTwice() {
        String text = INFO.edited(json -> json.duplicated("fmspc")).json().compact();
        assertEquals(3, text.split("\"fmspc\":\"B0C06F000000\",", -1).length);
        String deep = INFO.edited(
                        json -> json.andAfter("tcbLevels/0/tcbStatus", "tcbStatus", JsonLiteral.text("OutOfDate")))
                .json()
                .compact();
        assertTrue(deep.contains("\"tcbStatus\":\"UpToDate\",\"tcbStatus\":\"OutOfDate\""), deep);
        String document = INFO.sign(KEY).startingWith("tcbInfo", "{}").text();
        assertTrue(document.startsWith("{\"tcbInfo\":{},\"tcbInfo\":{\"id\""), document);
        assertTrue(INFO.sign(KEY).endingWith("signature", "\"00\"").text().endsWith(",\"signature\":\"00\"}"));
    }

    @Test
    void valuesCanHaveOtherTypes() {
        JsonValue json = INFO.edited(body -> body.with("version", JsonLiteral.text("3"))
                        .with("tcbLevels/1/tcb/pcesvn", new JsonLiteral("1e1"))
                        .with("tcbLevels/2/tcb", new JsonLiteral("null"))
                        .with("tdxModule", new JsonArray(List.of())))
                .json();
        assertEquals("\"3\"", json.at("version").compact());
        assertEquals("1e1", json.at("tcbLevels/1/tcb/pcesvn").compact());
        assertEquals("null", json.at("tcbLevels/2/tcb").compact());
        assertEquals("[]", json.at("tdxModule").compact());
        assertEquals("13", json.at("tcbLevels/0/tcb/pcesvn").compact());
    }

    @Test
    void membersCanBeAbsentOrRenamed() {
        JsonValue json = INFO.edited(body -> body.without("nextUpdate").renamed("fmspc", "FMSPC"))
                .json();
        assertThrows(NoSuchElementException.class, () -> json.at("nextUpdate"));
        assertThrows(NoSuchElementException.class, () -> json.at("fmspc"));
        assertEquals("\"B0C06F000000\"", json.at("FMSPC").compact());
        assertThrows(NoSuchElementException.class, () -> json.without("tcbLevels/3"));
        assertFalse(INFO.withoutIdentities().json().compact().contains("tdxModuleIdentities"));
        assertEquals(
                "[]",
                INFO.identities(List.of()).json().at("tdxModuleIdentities").compact());
    }

    @Test
    void levelsCanBeUnsortedDoubledShortOrOfUnknownStatus() {
        List<TcbLevel> reversed = new ArrayList<>(INFO.levels());
        Collections.reverse(reversed);
        JsonValue unsorted = INFO.levels(reversed).json();
        assertEquals("\"UpToDate\"", unsorted.at("tcbLevels/2/tcbStatus").compact());
        JsonValue doubled = INFO.edited(json -> json.duplicated("tcbLevels/0")).json();
        assertEquals(
                doubled.at("tcbLevels/0").compact(), doubled.at("tcbLevels/1").compact());
        JsonValue few = INFO.level(0, level -> level.withTdx(level.tdx().subList(0, 15)))
                .json();
        assertThrows(NoSuchElementException.class, () -> few.at("tcbLevels/0/tcb/tdxtcbcomponents/15"));
        JsonValue unknown = INFO.level(1, level -> level.withStatus("Fine")).json();
        assertEquals("\"Fine\"", unknown.at("tcbLevels/1/tcbStatus").compact());
    }

    @Test
    void documentsForSgxCanBeServedInstead() {
        String sgx = INFO.forSgx().json().compact();
        assertTrue(sgx.startsWith("{\"id\":\"SGX\","), sgx);
        assertFalse(sgx.contains("tdx"), sgx);
        assertTrue(INFO.id("SGX").json().compact().contains("tdxtcbcomponents"));
        String qe = QeIdentityTemplate.valid().forSgx().json().compact();
        assertTrue(qe.startsWith("{\"id\":\"QE\","), qe);
        assertTrue(qe.contains("\"mrsigner\":\"8C4F5775D796503E96137F77C68A829A0056AC8DED70140B081B094490C57BFF\""));
        assertTrue(qe.contains("\"isvprodid\":1,"), qe);
        assertTrue(QeIdentityTemplate.valid().id("QE").json().compact().contains("\"mrsigner\":\"DC9E"));
    }

    @Test
    void identitiesOfModulesCanHaveAnyName() {
        JsonValue json = INFO.identity(
                        1,
                        one -> one.withId("tdx_01").withModule(TdxModule.intel().withMrSigner("11".repeat(48))))
                .json();
        assertEquals("\"tdx_01\"", json.at("tdxModuleIdentities/1/id").compact());
        assertEquals(
                "\"" + "11".repeat(48) + "\"",
                json.at("tdxModuleIdentities/1/mrsigner").compact());
        assertEquals("TDX_0A", ModuleIdentity.id(10));
        assertEquals("TDX_10", ModuleIdentity.id(16));
    }

    @Test
    void aBodyCanBeServedInAnotherShapeThanItWasSigned() {
        SignedJson right = INFO.sign(KEY);
        String pretty = INFO.json().pretty();
        SignedJson reshaped = right.body(pretty);
        assertTrue(reshaped.text().startsWith("{\"tcbInfo\":{\n  \"id\": \"TDX\",\n"), reshaped.text());
        assertEquals(right.signature(), reshaped.signature());
        assertEquals(right.body(), pretty.replaceAll("\n *", "").replace("\": ", "\":"));
        assertFalse(SignedJson.sign("tcbInfo", pretty, KEY).signature().equals(right.signature()));
    }

    @Test
    void theFrameCanHaveAnotherShapeAroundTheSameBody() {
        SignedJson right = INFO.sign(KEY);
        assertTrue(
                right.signatureFirst().text().startsWith("{\"signature\":\"" + right.signature() + "\",\"tcbInfo\":"));
        assertTrue(right.spacedAround().text().contains("\"tcbInfo\" : " + right.body()));
        assertTrue(right.signatureInCapitals().text().endsWith("\"}"));
        assertFalse(right.signatureInCapitals().signature().matches(".*[a-f].*"));
        RealJson spaced = RealJson.read(right.spacedAround().text());
        assertEquals(right.signature(), spaced.text("signature"));
        assertEquals(
                RealJson.read(right.signatureFirst().text()).at("tcbInfo"),
                RealJson.read(new String(right.encode(), StandardCharsets.UTF_8))
                        .at("tcbInfo"));
    }

    @Test
    void textsAreEscaped() {
        assertEquals("\"a\\\"b\\\\c\\u000a/\"", JsonLiteral.text("a\"b\\c\n/").compact());
    }
}
