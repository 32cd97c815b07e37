package dev.assay.testvectors.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of verdicts and conclusions. */
class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        // verdict, then: verified, rejected, indeterminate, malformed, none, unsupported
        "VERIFIED, true, false, false, false, false, false",
        "REJECTED, false, true, false, true, false, false",
        "MALFORMED, false, false, false, true, false, false",
        "INDETERMINATE, false, false, true, false, false, false",
        "NOT_VERIFIED, false, true, true, true, false, false"
    })
    void aVerdictAcceptsExactlyTheConclusionsThatTheFormatNames(
            Verdict verdict,
            boolean verified,
            boolean rejected,
            boolean indeterminate,
            boolean malformed,
            boolean none,
            boolean unsupported) {
        assertEquals(verified, verdict.accepts(Conclusion.VERIFIED));
        assertEquals(rejected, verdict.accepts(Conclusion.REJECTED));
        assertEquals(indeterminate, verdict.accepts(Conclusion.INDETERMINATE));
        assertEquals(malformed, verdict.accepts(Conclusion.MALFORMED));
        assertEquals(none, verdict.accepts(Conclusion.NONE));
        assertEquals(unsupported, verdict.accepts(Conclusion.UNSUPPORTED));
    }
}
