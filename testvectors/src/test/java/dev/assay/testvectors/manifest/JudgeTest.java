package dev.assay.testvectors.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each comparison with a case that passes and one that fails. */
class JudgeTest {
    private static final Instant DATE = Instant.parse("2024-03-13T00:00:00Z");

    private static Expectation expect(
            @Nullable Boolean decodes, Map<String, Object> fields, @Nullable Verdict verdict, TcbFacts tcb) {
        return new Expectation(decodes, fields, null, null, verdict, tcb, null, List.of());
    }

    private static Expectation fields(String name, Object value) {
        return expect(null, Map.of(name, value), null, TcbFacts.UNKNOWN);
    }

    private static Expectation tcb(TcbFacts facts) {
        return expect(null, Map.of(), Verdict.VERIFIED, facts);
    }

    private static Outcome found(TcbFacts facts) {
        return Outcome.decoded(Map.of())
                .conclusion(Conclusion.VERIFIED)
                .tcb(facts)
                .build();
    }

    private static List<String> compare(Expectation expect, Outcome outcome) {
        return Judge.compare(expect, outcome).stream().map(Mismatch::toString).toList();
    }

    @Test
    void decodesIsComparedBothWays() {
        Expectation yes = expect(true, Map.of(), null, TcbFacts.UNKNOWN);
        Expectation no = expect(false, Map.of(), null, TcbFacts.UNKNOWN);
        Outcome decoded = Outcome.decoded(Map.of()).build();
        Outcome malformed = Outcome.malformed("too short");
        assertEquals(List.of(), compare(yes, decoded));
        assertEquals(List.of(), compare(no, malformed));
        assertEquals(List.of("decodes: expected true, actual false"), compare(yes, malformed));
        assertEquals(List.of("decodes: expected false, actual true"), compare(no, decoded));
    }

    @Test
    void integersAreComparedAsUnsignedNumbersWhateverTypeHoldsThem() {
        Expectation ones = fields("f", new BigInteger("18446744073709551615"));
        assertEquals(List.of(), compare(ones, Outcome.decoded(Map.of("f", -1L)).build()));
        Expectation host = fields("f", BigInteger.valueOf(0xFFFFFFFFL));
        assertEquals(List.of(), compare(host, Outcome.decoded(Map.of("f", -1)).build()));
        assertEquals(
                List.of(),
                compare(host, Outcome.decoded(Map.of("f", 0xFFFFFFFFL)).build()));
        Expectation top = fields("f", BigInteger.valueOf(255));
        assertEquals(
                List.of(), compare(top, Outcome.decoded(Map.of("f", (byte) -1)).build()));
        assertEquals(
                List.of(),
                compare(top, Outcome.decoded(Map.of("f", (short) 255)).build()));
        assertEquals(
                List.of(),
                compare(
                        top,
                        Outcome.decoded(Map.of("f", BigInteger.valueOf(255))).build()));
        assertEquals(
                List.of("fields.f: expected 255, actual 65535"),
                compare(top, Outcome.decoded(Map.of("f", (short) -1)).build()));
        assertEquals(
                List.of("fields.f: expected 255, actual 254"),
                compare(top, Outcome.decoded(Map.of("f", 254)).build()));
    }

    @Test
    void textIsComparedToTheLetter() {
        Expectation hex = fields("f", "00ff");
        assertEquals(
                List.of(), compare(hex, Outcome.decoded(Map.of("f", "00ff")).build()));
        assertEquals(
                List.of("fields.f: expected \"00ff\", actual \"00FF\""),
                compare(hex, Outcome.decoded(Map.of("f", "00FF")).build()));
    }

    @Test
    void aNumberIsNotItsTextAndOtherTypesEqualNothing() {
        assertEquals(
                List.of("fields.f: expected 2, actual \"2\""),
                compare(
                        fields("f", BigInteger.TWO),
                        Outcome.decoded(Map.of("f", "2")).build()));
        assertEquals(
                List.of("fields.f: expected \"2\", actual 2"),
                compare(fields("f", "2"), Outcome.decoded(Map.of("f", 2)).build()));
        assertEquals(
                List.of("fields.f: expected \"true\", actual true"),
                compare(fields("f", "true"), Outcome.decoded(Map.of("f", true)).build()));
    }

    @Test
    void aFieldThatIsNotReportedDiffers() {
        assertEquals(
                List.of("fields.f: expected \"00\", actual missing"),
                compare(fields("f", "00"), Outcome.decoded(Map.of("g", "00")).build()));
        Map<String, Object> empty = new LinkedHashMap<>();
        empty.put("f", null);
        assertEquals(
                List.of("fields.f: expected \"00\", actual missing"),
                compare(fields("f", "00"), Outcome.decoded(empty).build()));
        assertEquals(
                List.of("fields: expected 1 to compare, actual malformed"),
                compare(fields("f", "00"), Outcome.malformed("too short")));
    }

    @Test
    void productAndSigningKeyMustBeReportedAndEqual() {
        Expectation expect = new Expectation(null, Map.of(), "Milan", "VCEK", null, TcbFacts.UNKNOWN, null, List.of());
        OutcomeBuilder outcome = Outcome.decoded(Map.of());
        assertEquals(
                List.of("product: expected Milan, actual none", "signingKey: expected VCEK, actual none"),
                compare(expect, outcome.build()));
        assertEquals(
                List.of("product: expected Milan, actual Genoa", "signingKey: expected VCEK, actual VLEK"),
                compare(expect, outcome.product("Genoa").signingKey("VLEK").build()));
        assertEquals(
                List.of(),
                compare(expect, outcome.product("Milan").signingKey("VCEK").build()));
    }

    @Test
    void theVerdictIsCompared() {
        Expectation verified = tcb(TcbFacts.UNKNOWN);
        assertEquals(List.of(), compare(verified, found(TcbFacts.UNKNOWN)));
        assertEquals(
                List.of("verdict: expected verified, actual malformed"),
                compare(verified, Outcome.malformed("too short")));
        assertEquals(
                List.of("verdict: expected verified, actual none"),
                compare(verified, Outcome.decoded(Map.of()).build()));
    }

    @Test
    void everyFactAboutThePlatformIsCompared() {
        TcbFacts wanted = new TcbFacts("UpToDate", DATE, List.of("A", "B"), 17L);
        assertEquals(List.of(), compare(tcb(wanted), found(new TcbFacts("UpToDate", DATE, List.of("B", "A"), 17L))));
        assertEquals(
                List.of(
                        "tcbStatus: expected UpToDate, actual OutOfDate",
                        "tcbDate: expected 2024-03-13T00:00:00Z, actual 2024-03-13T00:00:01Z",
                        "tcbEvaluationDataNumber: expected 17, actual 18",
                        "advisories: expected [A, B], actual [A]"),
                compare(tcb(wanted), found(new TcbFacts("OutOfDate", DATE.plusSeconds(1), List.of("A"), 18L))));
        assertEquals(4, compare(tcb(wanted), found(TcbFacts.UNKNOWN)).size());
    }

    @Test
    void anEmptyListOfAdvisoriesIsExpectedToBeReportedEmpty() {
        TcbFacts none = new TcbFacts(null, null, List.of(), null);
        assertEquals(List.of(), compare(tcb(none), found(none)));
        assertEquals(
                1,
                compare(tcb(none), found(new TcbFacts(null, null, List.of("A"), null)))
                        .size());
        assertEquals(List.of("advisories: expected [], actual none"), compare(tcb(none), found(TcbFacts.UNKNOWN)));
    }

    @Test
    void theAppraisalIsCompared() {
        Expectation pass =
                new Expectation(null, Map.of(), null, null, null, TcbFacts.UNKNOWN, Appraisal.PASS, List.of());
        OutcomeBuilder outcome = Outcome.decoded(Map.of());
        assertEquals(List.of("appraisal: expected pass, actual none"), compare(pass, outcome.build()));
        assertEquals(
                List.of("appraisal: expected pass, actual fail"),
                compare(pass, outcome.appraisal(Appraisal.FAIL).build()));
        assertEquals(List.of(), compare(pass, outcome.appraisal(Appraisal.PASS).build()));
    }

    @Test
    void expectedFindingsMustBeAmongThoseReported() {
        Expectation expect =
                new Expectation(null, Map.of(), null, null, null, TcbFacts.UNKNOWN, null, List.of("a.b", "c.d"));
        OutcomeBuilder outcome = Outcome.decoded(Map.of());
        assertEquals(
                List.of(),
                compare(expect, outcome.findings(List.of("x", "c.d", "a.b")).build()));
        assertEquals(
                List.of("findings: expected c.d, actual [a.b, x]"),
                compare(expect, outcome.findings(List.of("x", "a.b")).build()));
    }

    @Test
    void whatIsNotSupportedFailsEvenWhereNothingElseDiffers() {
        Expectation no = expect(false, Map.of(), Verdict.NOT_VERIFIED, TcbFacts.UNKNOWN);
        assertEquals(
                List.of("support: expected the vector runs, actual not supported: TDX verification"),
                compare(no, Outcome.unsupported("TDX verification")));
    }

    @Test
    void evidenceThatDecodesCannotConcludeOtherwise() {
        OutcomeBuilder outcome = Outcome.decoded(Map.of());
        assertThrows(IllegalArgumentException.class, () -> outcome.conclusion(Conclusion.MALFORMED));
        assertThrows(IllegalArgumentException.class, () -> outcome.conclusion(Conclusion.UNSUPPORTED));
    }
}
