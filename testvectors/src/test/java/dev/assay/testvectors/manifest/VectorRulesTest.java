package dev.assay.testvectors.manifest;

import static dev.assay.testvectors.manifest.TemporaryManifest.GOOD;
import static dev.assay.testvectors.manifest.TemporaryManifest.GOOD_TDX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of a vector outside {@code expect}: each read right when it is right, and failing the vector when not. */
class VectorRulesTest {
    private TemporaryManifest files;

    @BeforeEach
    void folders(@TempDir Path temporary) throws Exception {
        files = new TemporaryManifest(temporary);
    }

    private static String with(String member) {
        return GOOD.substring(0, GOOD.length() - 1) + ", " + member + "}";
    }

    @Test
    void aPlainVectorIsReadWithItsDefaults() throws Exception {
        Vector vector = files.vector(GOOD);
        assertEquals("v", vector.id());
        assertEquals(Tee.SEV_SNP, vector.tee());
        assertEquals("files/report.bin", vector.evidence().name());
        assertEquals(Instant.parse("2026-01-02T03:04:05Z"), vector.at());
        assertEquals(new Options(CrlMode.IF_GIVEN, false, null, null, null), vector.options());
        assertNull(vector.policy());
        assertEquals(new Notes(null, null, null, null, null), vector.notes());
        assertFalse(vector.decodingOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "tee", "evidence", "expect"})
    void aRequiredMemberThatIsMissingFails(String name) throws Exception {
        String renamed = GOOD.replace("\"" + name + "\":", "\"comment\":");
        assertTrue(files.problem(renamed).contains("'" + name + "' is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Comment\": 1",
                "\"\": 1",
                "\"because\": \"at the wrong place\"",
                "\"options\": {\"strict\": true}",
                "\"options\": {\"tcbInfo\": 1}"
            })
    void anUnknownMemberFails(String member) throws Exception {
        assertTrue(files.problem(with(member)).contains("unknown member"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tee\": \"sev-snp\"",
                "\"id\": \"v\"",
                "\"policy\": {\"id\": 1, \"id\": 1}",
                "\"comment\": [{\"a\": {\"b\": 1, \"\\u0062\": 2}}]",
                "\"options\": {\"crl\": \"off\", \"crl\": \"off\"}"
            })
    void aMemberThatIsThereTwiceFails(String member) throws Exception {
        assertTrue(files.problem(with(member)).startsWith("Duplicate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"v\" | 7",
                "\"v\" | \"\"",
                "\"v\" | null",
                "\"sev-snp\" | \"SEV-SNP\"",
                "\"sev-snp\" | \"sgx\"",
                "\"sev-snp\" | null",
                "\"files/report.bin\" | [\"files/report.bin\"]",
                "\"files/report.bin\" | null",
                "\"2026-01-02T03:04:05Z\" | 1767322000",
                "{\"vek\": \"files/vek.der\"} | null",
                "{\"vek\": \"files/vek.der\"} | []",
                "{\"vek\": \"files/vek.der\"} | {\"vek\": [\"files/vek.der\"]}",
                "{\"vek\": \"files/vek.der\"} | {\"chain\": \"files/vek.der\"}",
                "{\"vek\": \"files/vek.der\"} | {\"chain\": [7]}",
                "{\"vek\": \"files/vek.der\"} | {\"crl\": [null]}",
                "{\"verdict\": \"verified\"} | \"verified\"",
                "{\"verdict\": \"verified\"} | null"
            })
    void aValueOfTheWrongTypeFails(String right, String wrong) throws Exception {
        String text = GOOD.replace(right, wrong);
        assertFalse(text.equals(GOOD));
        assertFalse(files.problem(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"options\": {\"crl\": \"ifgiven\"}",
                "\"options\": {\"crl\": true}",
                "\"options\": {\"allowMaskedChipId\": \"true\"}",
                "\"options\": {\"allowMaskedChipId\": null}",
                "\"options\": {\"product\": 1}",
                "\"options\": {\"grace\": -1}",
                "\"options\": {\"grace\": 1.5}",
                "\"options\": {\"grace\": \"-P1D\"}",
                "\"options\": {\"grace\": \"P36501D\"}",
                "\"options\": {\"skew\": 99999999999999999999999}",
                "\"options\": {\"skew\": \"five minutes\"}",
                "\"options\": null",
                "\"policy\": \"baseline\"",
                "\"policy\": null"
            })
    void anOptionOrPolicyOfTheWrongTypeFails(String member) throws Exception {
        assertFalse(files.problem(with(member)).isEmpty());
    }

    @Test
    void optionsAreReadAndTheDefaultForRevocationListsDependsOnTheKindOfEvidence() throws Exception {
        Options options = files.vector(with("\"options\": {\"crl\": \"off\", \"allowMaskedChipId\": true,"
                        + " \"product\": \"Milan\", \"grace\": 86400, \"skew\": \"PT5M\"}"))
                .options();
        assertEquals(new Options(CrlMode.OFF, true, "Milan", Duration.ofDays(1), Duration.ofMinutes(5)), options);
        assertEquals(
                CrlMode.REQUIRED,
                files.vector(with("\"options\": {\"crl\": \"required\"}"))
                        .options()
                        .crl());
        assertEquals(CrlMode.REQUIRED, files.vector(GOOD_TDX).options().crl());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02t03:04:05z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.25+02:00, 2026-01-02T01:04:05.250Z"
    })
    void timesAreReadAsRfc3339HasThem(String text, String instant) throws Exception {
        assertEquals(
                Instant.parse(instant),
                files.vector(GOOD.replace("2026-01-02T03:04:05Z", text)).at());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-01-02T03:04Z",
                "2026-01-02T03:04:05",
                "2026-02-30T03:04:05Z",
                "2026-01-02T24:00:00Z",
                "2026-01-02 03:04:05Z",
                "+12026-01-02T03:04:05Z",
                "now",
                ""
            })
    void otherTimesFail(String text) throws Exception {
        assertTrue(files.problem(GOOD.replace("2026-01-02T03:04:05Z", text)).contains("RFC 3339"));
    }

    @Test
    void aVerdictWithoutATimeIsJudgedAtTheTimeThatTheFormatNames() throws Exception {
        Instant named = Instant.parse("2026-09-01T00:00:00Z");
        String absent = GOOD.replace("\"at\": \"2026-01-02T03:04:05Z\",", "");
        assertEquals(named, files.vector(absent).at());
        assertEquals(
                named,
                files.vector(GOOD.replace("\"2026-01-02T03:04:05Z\"", "null")).at());
        Vector decoding = files.vector(absent.replace("\"verdict\": \"verified\"", "\"decodes\": true"));
        assertNull(decoding.at());
        assertTrue(decoding.decodingOnly());
    }

    @Test
    void endorsementsOfAReportAreRead() throws Exception {
        Endorsements endorsements = files.vector(GOOD.replace(
                        "{\"vek\": \"files/vek.der\"}",
                        "{\"chain\": [\"files/vek.der\", \"files/report.bin\"], \"crl\": [], \"trustAnchors\": []}"))
                .endorsements();
        SnpEndorsements snp = assertInstanceOf(SnpEndorsements.class, endorsements);
        assertNull(snp.vek());
        assertEquals(
                List.of("files/vek.der", "files/report.bin"),
                snp.chain().stream().map(VectorFile::name).toList());
        assertEquals(List.of(), snp.crl());
        assertEquals(List.of(), snp.trustAnchors());
        assertNull(files.vector(GOOD).endorsements().trustAnchors());
    }

    @Test
    void endorsementsOfAQuoteAreRead() throws Exception {
        String f = "\"files/vek.der\"";
        Vector vector = files.vector(GOOD_TDX.replace(
                "{\"tcbInfo\": " + f + "}",
                "{\"tcbInfo\": \"files/report.bin\", \"qeIdentity\": " + f + ", \"pckCrl\": " + f + ", \"rootCrl\": "
                        + f + ", \"tcbSigningCertificate\": " + f + ", \"trustAnchors\": [" + f + "]}"));
        VectorFile vek = files.vector(GOOD).endorsements() instanceof SnpEndorsements snp ? snp.vek() : null;
        assertEquals(new TdxEndorsements(vector.evidence(), vek, vek, vek, vek, List.of(vek)), vector.endorsements());
    }

    @Test
    void absentEndorsementsAreNone() throws Exception {
        String none = GOOD.replace("\"endorsements\": {\"vek\": \"files/vek.der\"},", "");
        assertEquals(Endorsements.none(Tee.SEV_SNP), files.vector(none).endorsements());
        assertEquals(
                Endorsements.none(Tee.TDX),
                files.vector(none.replace("sev-snp", "tdx")).endorsements());
    }

    @Test
    void endorsementsOfTheOtherKindOfEvidenceFail() throws Exception {
        assertTrue(files.problem(GOOD.replace("\"vek\":", "\"tcbInfo\":")).contains("unknown member"));
        assertTrue(files.problem(GOOD_TDX.replace("\"tcbInfo\":", "\"vek\":")).contains("unknown member"));
    }

    @Test
    void aPolicyIsHandedOverAsItIsWritten() throws Exception {
        String policy = "{ \"id\":\"p\",\t\"n\": [1.0, 1e400, 12345678901234567890], \"t\": \"\\u00e9\u20ac\" }";
        assertEquals(policy, files.vector(with("\"policy\":  " + policy + " ")).policy());
    }

    @Test
    void informativeMembersMayBeAnyJson() throws Exception {
        String text = with("\"comment\": \"a\\nb\", \"source\": {\"a\": [1, null]}, \"facts\": 7")
                .replace("{\"verdict\":", "{\"because\": null, \"referenceStatus\": \"OK(0)\", \"verdict\":");
        assertEquals(
                new Notes("a\nb", "{\"a\": [1, null]}", "7", "null", "OK(0)"),
                files.vector(text).notes());
    }

    @Test
    void deepNestingOrAnOverlongTextFailsItsVectorAlone() throws Exception {
        String deep = with("\"comment\": " + "[".repeat(500) + "]".repeat(500));
        String longText = with("\"comment\": \"" + "x".repeat(VectorFile.MAX_BYTES + 1) + "\"");
        String longNumber = with("\"comment\": " + "1".repeat(2000));
        List<Entry> entries = files.entries(deep, longText, longNumber, GOOD);
        assertInstanceOf(UnusableVector.class, entries.get(0));
        assertInstanceOf(UnusableVector.class, entries.get(1));
        assertInstanceOf(UnusableVector.class, entries.get(2));
        assertInstanceOf(Vector.class, entries.get(3));
    }
}
