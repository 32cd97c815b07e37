package dev.assay.testvectors.manifest;

import static dev.assay.testvectors.manifest.TemporaryManifest.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of {@code expect}. */
class ExpectationRulesTest {
    private TemporaryManifest files;

    @BeforeEach
    void folders(@TempDir Path temporary) throws Exception {
        files = new TemporaryManifest(temporary);
    }

    private static String expecting(String members) {
        return GOOD.replace("{\"verdict\": \"verified\"}", "{" + members + "}");
    }

    @Test
    void everyExpectationIsRead() throws Exception {
        Expectation expect = files.vector(expecting("""
                                "decodes": true, "fields": {"version": 2, "big": 18446744073709551615, "chipId": "00ff"},
                                "product": "Milan", "signingKey": "VCEK", "verdict": "not-verified", "tcbStatus": "UpToDate",
                                "tcbDate": "2024-03-13T00:00:00Z", "advisories": ["INTEL-SA-01036"],
                                "tcbEvaluationDataNumber": 17, "appraisal": "fail", "findings": ["a.b"],
                                "because": "x", "referenceStatus": "y"\s""")).expect();
        assertEquals(
                new Expectation(
                        true,
                        Map.of(
                                "version",
                                BigInteger.TWO,
                                "big",
                                new BigInteger("18446744073709551615"),
                                "chipId",
                                "00ff"),
                        "Milan",
                        "VCEK",
                        Verdict.NOT_VERIFIED,
                        new TcbFacts("UpToDate", Instant.parse("2024-03-13T00:00:00Z"), List.of("INTEL-SA-01036"), 17L),
                        Appraisal.FAIL,
                        List.of("a.b")),
                expect);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsReadByItsName(Verdict verdict) throws Exception {
        assertEquals(
                verdict,
                files.vector(expecting("\"verdict\": \"" + verdict.label() + "\""))
                        .expect()
                        .verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"because\": \"x\"",
                "\"referenceStatus\": \"x\"",
                "\"fields\": {}",
                "\"findings\": []",
                "\"fields\": {}, \"findings\": [], \"because\": \"x\""
            })
    void anExpectationThatEveryVerifierMeetsFails(String members) throws Exception {
        assertTrue(files.problem(expecting(members)).contains("nothing is expected"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"decodes\": false",
                "\"fields\": {\"a\": \"\"}",
                "\"product\": \"Milan\"",
                "\"signingKey\": \"VCEK\"",
                "\"tcbStatus\": \"UpToDate\"",
                "\"tcbDate\": \"2024-03-13T00:00:00Z\"",
                "\"advisories\": []",
                "\"tcbEvaluationDataNumber\": 0",
                "\"appraisal\": \"pass\"",
                "\"findings\": [\"a\"]"
            })
    void eachExpectationIsEnoughByItself(String member) throws Exception {
        assertFalse(files.vector(expecting(member)).expect().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"decodes\": 1",
                "\"decodes\": null",
                "\"decodes\": \"true\"",
                "\"fields\": []",
                "\"fields\": {\"a\": -1}",
                "\"fields\": {\"a\": 1.0}",
                "\"fields\": {\"a\": 1e2}",
                "\"fields\": {\"a\": true}",
                "\"fields\": {\"a\": null}",
                "\"fields\": {\"a\": [1]}",
                "\"fields\": {\"a\": {}}",
                "\"product\": null",
                "\"signingKey\": 1",
                "\"verdict\": \"Verified\"",
                "\"verdict\": \"none\"",
                "\"verdict\": null",
                "\"tcbStatus\": 0",
                "\"tcbDate\": \"2024-03-13\"",
                "\"advisories\": \"INTEL-SA-01036\"",
                "\"advisories\": [1]",
                "\"tcbEvaluationDataNumber\": \"17\"",
                "\"tcbEvaluationDataNumber\": -1",
                "\"tcbEvaluationDataNumber\": 9223372036854775808",
                "\"appraisal\": true",
                "\"appraisal\": \"passed\"",
                "\"findings\": \"a\"",
                "\"findings\": [null]",
                "\"verdict\": \"verified\", \"tcbstatus\": \"UpToDate\"",
                "\"verdict\": \"verified\", \"verdict\": \"verified\"",
                "\"fields\": {\"a\": 1, \"a\": 1}"
            })
    void anExpectationOfTheWrongTypeOrNameFails(String members) throws Exception {
        assertFalse(files.problem(expecting(members)).isEmpty());
    }
}
