package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorsOfQuotesTest {
    private static final String TRUSTED = "'trustAnchors': ['root.der']";
    private static final String GENUINE = "'tcbInfo': 'collateral/tcb-info.json', 'qeIdentity':"
            + " 'collateral/qe-identity.json', 'pckCrl': 'collateral/pck.crl', 'rootCrl': 'collateral/root.crl',"
            + " 'tcbSigningCertificate': 'collateral/tcb-signing.der'";

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectory(root.resolve("m"));
        MintedQuote.of(root, TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE));
    }

    @Test
    void comparesEverythingThatIsEstablished() {
        passes(genuine("'verdict': 'verified', 'tcbStatus': 'OutOfDate', 'tcbDate': '2024-03-13T00:00:00Z',"
                + " 'advisories': ['INTEL-SA-01036', 'INTEL-SA-01245'], 'tcbEvaluationDataNumber': 20,"
                + " 'findings': ['tdx.tcb.out-of-date'], 'fields': {'version': 4}"));
        fails("tcbStatus", genuine("'verdict': 'verified', 'tcbStatus': 'UpToDate'"));
        fails("tcbDate", genuine("'verdict': 'verified', 'tcbDate': '2024-03-14T00:00:00Z'"));
        fails("advisories", genuine("'verdict': 'verified', 'advisories': ['INTEL-SA-01036']"));
        fails("tcbEvaluationDataNumber", genuine("'verdict': 'verified', 'tcbEvaluationDataNumber': 21"));
        fails("findings", genuine("'verdict': 'verified', 'findings': ['tdx.tcb.revoked']"));
        fails("verdict", genuine("'verdict': 'not-verified'"));
    }

    @Test
    void runsOnlyDecodingIfNoVerdictIsExpected() {
        passes(vector("", "", "'decodes': true"));
        passes(vector(TRUSTED, "", "'verdict': 'indeterminate', 'findings': ['tdx.tcb-info.missing']"));
    }

    @Test
    void trustsOnlyTheAnchorsOfTheVector() {
        passes(vector(GENUINE, "", "'verdict': 'rejected', 'findings': ['tdx.chain.untrusted']"));
        passes(vector(GENUINE + ", 'trustAnchors': []", "", "'verdict': 'rejected'"));
        passes(vector(GENUINE + ", 'trustAnchors': ['quote']", "", "'verdict': 'rejected'"));
        passes(vector(GENUINE + ", 'trustAnchors': ['collateral/tcb-signing.der']", "", "'verdict': 'rejected'"));
    }

    @Test
    void honoursTheOptionsOfAVector() {
        String withoutLists = GENUINE.replaceAll(" '(pck|root)Crl': '[^']*',", "") + ", " + TRUSTED;
        passes(vector(withoutLists, "", "'verdict': 'indeterminate', 'findings': ['tdx.crl.missing']"));
        passes(vector(withoutLists, "'crl': 'ifGiven'", "'verdict': 'verified'"));
        MintedQuote.of(root, TdxSimulator.create().revoking(IntelCertificate.PCK));
        passes(genuine("'verdict': 'rejected', 'findings': ['tdx.pck.revoked']"));
        passes(vector(GENUINE + ", " + TRUSTED, "'crl': 'off'", "'verdict': 'verified'"));
    }

    @Test
    void honoursGraceAndSkew() {
        // A quarter of an hour after the first of the collateral has expired, before the last of it has.
        String late = "2026-09-12T00:12:11Z";
        passes(vector(late, "'crl': 'required'", "'verdict': 'indeterminate'", GENUINE + ", " + TRUSTED));
        passes(vector(
                late,
                "'grace': 'PT1H'",
                "'verdict': 'verified', 'findings': ['tdx.collateral.expired']",
                GENUINE + ", " + TRUSTED));
        passes(vector(late, "'skew': 'PT1H'", "'verdict': 'verified'", GENUINE + ", " + TRUSTED));
        passes(vector(late, "'skew': 'PT1M'", "'verdict': 'indeterminate'", GENUINE + ", " + TRUSTED));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'product': 'Milan'", "'allowMaskedChipId': true", "'grace': 'P3661D'", "'skew': 'P2D'"})
    void doesNotCountAVectorThatItCannotRun(String option) {
        fails("not supported", vector(GENUINE + ", " + TRUSTED, option, "'verdict': 'verified'"));
    }

    @Test
    void appraisesByThePolicyOfAVector() {
        passes(appraised("'OutOfDate'", "pass"));
        passes(appraised("'UpToDate'", "fail"));
        fails("appraisal: expected pass, actual fail", appraised("'UpToDate'", "pass"));
    }

    private String appraised(String statuses, String appraisal) {
        String vector = genuine("'verdict': 'verified', 'appraisal': '" + appraisal + "'");
        return vector.substring(0, vector.length() - 1)
                + ", 'policy': {'id': 'p', 'version': '1', 'reportData': 'any', 'trustAnchors': 'any', 'tdx':"
                + " {'mrTd': 'any', 'tcbStatus': [" + statuses + "]}}}";
    }

    @ParameterizedTest
    @CsvSource({
        "tcb-info.json, qe-identity.json",
        "pck.crl, root.crl",
        "tcb-signing.der, tcb-info.json",
        "tcb-signing.der, pck.crl"
    })
    void rejectsFilesThatStandInForEachOther(String one, String other) {
        passes(genuine("'verdict': 'verified'"));
        byte[] content = Shipped.bytes(root.resolve("collateral/" + one));
        Shipped.write(root.resolve("collateral/" + one), Shipped.bytes(root.resolve("collateral/" + other)));
        Shipped.write(root.resolve("collateral/" + other), content);
        passes(genuine("'verdict': 'rejected', 'findings': ['tdx.endorsement.unreadable']"));
    }

    @Test
    void rejectsARootInThePlaceOfTheSigner() {
        Shipped.write(root.resolve("collateral/tcb-signing.der"), Shipped.bytes(root.resolve("root.der")));
        passes(genuine("'verdict': 'rejected', 'findings': ['tdx.endorsement.unreadable']"));
    }

    @Test
    void judgesEveryVectorForItself() {
        byte[] broken = Shipped.bytes(root.resolve("collateral/tcb-info.json"));
        int digit = new String(broken, StandardCharsets.US_ASCII).indexOf("\"pcesvn\":11") + "\"pcesvn\":1".length();
        broken[digit] = '0';
        Shipped.write(root.resolve("collateral/broken.json"), broken);
        String good = genuine("'verdict': 'verified'");
        String bad = genuine("'verdict': 'rejected', 'findings': ['tdx.tcb-info.signature']")
                .replace("tcb-info.json", "broken.json");
        assertEquals("3 passed, 0 failed\n", run(good, bad, good).out());
        assertEquals("3 passed, 0 failed\n", run(bad, good, bad).out());
    }

    private String genuine(String expect) {
        return vector(GENUINE + ", " + TRUSTED, "", expect);
    }

    private String vector(String endorsements, String options, String expect) {
        return vector(TdxSimulator.AT.toString(), options, expect, endorsements);
    }

    private static String vector(String at, String options, String expect, String endorsements) {
        return "{'id': 'x', 'tee': 'tdx', 'evidence': 'quote', 'at': '" + at + "', 'endorsements': {" + endorsements
                + "}, 'options': {" + options + "}, 'expect': {" + expect + "}}";
    }

    private void passes(String vector) {
        assertEquals("1 passed, 0 failed\n", run(vector).out());
    }

    private void fails(String message, String vector) {
        CommandRun run = run(vector);
        assertEquals(1, run.status());
        assertTrue(run.out().contains(message), run.out());
    }

    private CommandRun run(String... vectors) {
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < vectors.length; i++) {
            numbered.append(i == 0 ? "" : ",").append(vectors[i].replaceFirst("'id': 'x'", "'id': 'x" + i + "'"));
        }
        String manifest = "{'schema': 1, 'vectors': [" + numbered + "]}";
        return CommandRun.of(
                "vectors",
                Shipped.write(root.resolve("m/m"), manifest.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
