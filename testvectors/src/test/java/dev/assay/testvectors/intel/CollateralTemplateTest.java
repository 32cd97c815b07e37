package dev.assay.testvectors.intel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.RealEvidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real document that is taken apart and put together again must come out as it was, byte for byte. */
class CollateralTemplateTest {
    @Test
    void realTcbInfosCanBeRebuilt() throws Exception {
        List<Path> files = RealEvidence.corpus("tdx/collateral", name -> name.contains("__tcb-info__tdx_"));
        assertTrue(files.size() > 80, "found " + files.size());
        for (Path file : files) {
            String real = Files.readString(file);
            RealJson document = RealJson.read(real);
            String body = tcbInfo(document.at("tcbInfo")).json().compact();
            assertEquals(
                    real,
                    SignedJson.of("tcbInfo", body, document.text("signature")).text(),
                    file.toString());
        }
    }

    @Test
    void realIdentitiesCanBeRebuiltAndTheirSignaturesStillFit() throws Exception {
        List<Path> files = RealEvidence.corpus("tdx/collateral", name -> name.contains("__qe-identity__td_qe_"));
        assertTrue(files.size() > 50, "found " + files.size());
        PublicKey intel = X509.certificate(Files.readAllBytes(
                        RealEvidence.corpus("tdx/collateral", name -> name.contains("tcb-signing-2025-2032"))
                                .get(0)))
                .getPublicKey();
        for (Path file : files) {
            String real = Files.readString(file);
            RealJson document = RealJson.read(real);
            String body = identity(document.at("enclaveIdentity")).json().compact();
            SignedJson rebuilt = SignedJson.of("enclaveIdentity", body, document.text("signature"));
            assertEquals(real, rebuilt.text(), file.toString());
            assertTrue(verifies(intel, rebuilt), file.toString());
            assertFalse(verifies(intel, rebuilt.body(body.replace("TD_QE", "TD_QF"))), file.toString());
        }
    }

    /** The members that Intel's documentation of the service lists, in the order of the real documents. */
    @Test
    void aMintedTcbInfoHasTheMembersOfARealOne() {
        String text = TcbInfoTemplate.valid().json().compact();
        assertTrue(
                text.startsWith("{\"id\":\"TDX\",\"version\":3,\"issueDate\":\"2026-08-13T10:45:38Z\","
                        + "\"nextUpdate\":\"2026-09-12T10:45:38Z\",\"fmspc\":\"B0C06F000000\",\"pceId\":\"0000\","
                        + "\"tcbType\":0,\"tcbEvaluationDataNumber\":20,\"tdxModule\":{\"mrsigner\":\"0000"),
                text);
        assertTrue(text.contains("[{\"svn\":4,\"category\":\"BIOS\",\"type\":\"Early Microcode Update\"},"), text);
        assertTrue(text.contains("\"advisoryIDs\":[\"INTEL-SA-01036\",\"INTEL-SA-01245\"]}]}"), text);
        assertEquals(text, tcbInfo(RealJson.read(text)).json().compact());
    }

    @Test
    void aMintedIdentityIsTheRealOnes() {
        String text = QeIdentityTemplate.valid().json().compact();
        assertTrue(
                text.contains("\"miscselect\":\"00000000\",\"miscselectMask\":\"FFFFFFFF\","
                        + "\"attributes\":\"11000000000000000000000000000000\","
                        + "\"attributesMask\":\"FBFFFFFFFFFFFFFF0000000000000000\","
                        + "\"mrsigner\":\"DC9E2A7C6F948F17474E34A7FC43ED030F7C1563F1BABDDF6340C82E0E54A8C5\","
                        + "\"isvprodid\":2,\"tcbLevels\":[{\"tcb\":{\"isvsvn\":8},"),
                text);
        assertEquals(text, identity(RealJson.read(text)).json().compact());
    }

    private static boolean verifies(PublicKey key, SignedJson document) throws Exception {
        byte[] signature = HexFormat.of().parseHex(document.signature());
        return X509.verifies(key, document.body().getBytes(StandardCharsets.UTF_8), signature);
    }

    private static TcbInfoTemplate tcbInfo(RealJson json) {
        TcbInfoTemplate template = TcbInfoTemplate.valid()
                .id(json.text("id"))
                .version(json.number("version"))
                .validity(Instant.parse(json.text("issueDate")), Instant.parse(json.text("nextUpdate")))
                .fmspc(json.text("fmspc"))
                .pceId(json.text("pceId"))
                .tcbType(json.number("tcbType"))
                .evaluationNumber(json.number("tcbEvaluationDataNumber"))
                .module(module(json.at("tdxModule")))
                .levels(json.list("tcbLevels").stream()
                        .map(CollateralTemplateTest::level)
                        .toList());
        return json.has("tdxModuleIdentities")
                ? template.identities(json.list("tdxModuleIdentities").stream()
                        .map(one -> new ModuleIdentity(one.text("id"), module(one), svnLevels(one)))
                        .toList())
                : template.withoutIdentities();
    }

    private static QeIdentityTemplate identity(RealJson json) {
        return QeIdentityTemplate.valid()
                .id(json.text("id"))
                .version(json.number("version"))
                .validity(Instant.parse(json.text("issueDate")), Instant.parse(json.text("nextUpdate")))
                .evaluationNumber(json.number("tcbEvaluationDataNumber"))
                .miscSelect(json.text("miscselect"), json.text("miscselectMask"))
                .attributes(json.text("attributes"), json.text("attributesMask"))
                .mrSigner(json.text("mrsigner"))
                .isvProdId(json.number("isvprodid"))
                .levels(svnLevels(json));
    }

    private static TdxModule module(RealJson json) {
        return new TdxModule(json.text("mrsigner"), json.text("attributes"), json.text("attributesMask"));
    }

    private static List<SvnLevel> svnLevels(RealJson json) {
        return json.list("tcbLevels").stream()
                .map(level -> new SvnLevel(level.at("tcb").number("isvsvn"), verdict(level)))
                .toList();
    }

    private static TcbLevel level(RealJson json) {
        RealJson tcb = json.at("tcb");
        return new TcbLevel(
                components(tcb, "sgxtcbcomponents"),
                tcb.number("pcesvn"),
                components(tcb, "tdxtcbcomponents"),
                verdict(json));
    }

    private static List<TcbComponent> components(RealJson tcb, String name) {
        return tcb.list(name).stream()
                .map(one -> new TcbComponent(one.number("svn"), one.textOrEmpty("category"), one.textOrEmpty("type")))
                .toList();
    }

    private static TcbVerdict verdict(RealJson level) {
        List<String> advisories = level.list("advisoryIDs").stream()
                .map(one -> (String) one.value())
                .toList();
        return new TcbVerdict(level.text("tcbDate"), level.text("tcbStatus"), advisories);
    }
}
