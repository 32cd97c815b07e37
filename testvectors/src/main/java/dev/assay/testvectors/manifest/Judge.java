package dev.assay.testvectors.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what a vector expects with what a subject said, each expectation by itself and none passed over. */
final class Judge {
    private static final BigInteger BYTE_RANGE = BigInteger.ONE.shiftLeft(Byte.SIZE);
    private static final BigInteger SHORT_RANGE = BigInteger.ONE.shiftLeft(Short.SIZE);

    private final Expectation expect;
    private final Outcome outcome;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Judge(Expectation expect, Outcome outcome) {
        this.expect = expect;
        this.outcome = outcome;
    }

    static List<Mismatch> compare(Expectation expect, Outcome outcome) {
        if (outcome.conclusion() == Conclusion.UNSUPPORTED) {
            return List.of(new Mismatch("support", "the vector runs", "not supported: " + outcome.detail()));
        }
        Judge judge = new Judge(expect, outcome);
        judge.decoding();
        judge.verification();
        judge.platform();
        judge.appraisal();
        return judge.mismatches;
    }

    private void decoding() {
        boolean decoded = outcome.conclusion() != Conclusion.MALFORMED;
        if (expect.decodes() != null && expect.decodes() != decoded) {
            differ("decodes", expect.decodes(), decoded);
        }
        if (!decoded && !expect.fields().isEmpty()) {
            differ("fields", expect.fields().size() + " to compare", "malformed");
            return;
        }
        expect.fields().forEach(this::field);
    }

    private void field(String name, Object expected) {
        Object actual = outcome.fields().get(name);
        if (actual == null) {
            differ("fields." + name, show(expected), "missing");
        } else if (!expected.equals(canonical(actual))) {
            differ("fields." + name, show(expected), show(canonical(actual)));
        }
    }

    private void verification() {
        Verdict verdict = expect.verdict();
        if (verdict != null && !verdict.accepts(outcome.conclusion())) {
            differ("verdict", verdict.label(), outcome.conclusion().label());
        }
        same("product", expect.product(), outcome.product());
        same("signingKey", expect.signingKey(), outcome.signingKey());
        for (String code : expect.findings()) {
            if (!outcome.findings().contains(code)) {
                differ("findings", code, new TreeSet<>(outcome.findings()));
            }
        }
    }

    private void platform() {
        TcbFacts wanted = expect.tcb();
        TcbFacts found = outcome.tcb();
        same("tcbStatus", wanted.status(), found.status());
        same("tcbDate", wanted.date(), found.date());
        same("tcbEvaluationDataNumber", wanted.evaluationDataNumber(), found.evaluationDataNumber());
        List<String> advisories = found.advisories();
        if (wanted.advisories() != null
                && (advisories == null || !new HashSet<>(wanted.advisories()).equals(new HashSet<>(advisories)))) {
            differ("advisories", wanted.advisories(), advisories);
        }
    }

    private void appraisal() {
        Appraisal wanted = expect.appraisal();
        Appraisal found = outcome.appraisal();
        if (wanted != null && wanted != found) {
            differ("appraisal", wanted.label(), found == null ? null : found.label());
        }
    }

    private void same(String what, @Nullable Object wanted, @Nullable Object found) {
        if (wanted != null && !wanted.equals(found)) {
            differ(what, wanted, found);
        }
    }

    private void differ(String what, Object wanted, @Nullable Object found) {
        mismatches.add(new Mismatch(what, wanted.toString(), Objects.toString(found, "none")));
    }

    /** One type for all integers, so that a subject may use whichever Java type holds the bits of a field. */
    private static Object canonical(Object value) {
        if (value instanceof Byte number) {
            return BigInteger.valueOf(number).mod(BYTE_RANGE);
        }
        if (value instanceof Short number) {
            return BigInteger.valueOf(number).mod(SHORT_RANGE);
        }
        if (value instanceof Integer number) {
            return BigInteger.valueOf(Integer.toUnsignedLong(number));
        }
        if (value instanceof Long number) {
            return new BigInteger(Long.toUnsignedString(number));
        }
        return value;
    }

    private static String show(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
