package dev.assay.testvectors.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code expect}. */
final class ExpectationReader {
    static final Set<String> MEMBERS = Set.of(
            "decodes",
            "fields",
            "product",
            "signingKey",
            "verdict",
            "tcbStatus",
            "tcbDate",
            "advisories",
            "tcbEvaluationDataNumber",
            "appraisal",
            "findings",
            "because",
            "referenceStatus");

    private ExpectationReader() {}

    static Expectation read(Members members) throws VectorProblem {
        Json findings = members.get("findings");
        Expectation expectation = new Expectation(
                members.bool("decodes"),
                fields(members.get("fields")),
                members.text("product"),
                members.text("signingKey"),
                members.word("verdict", Verdict.values(), Verdict::label),
                tcb(members),
                members.word("appraisal", Appraisal.values(), Appraisal::label),
                findings == null ? List.of() : findings.strings());
        if (expectation.isEmpty()) {
            throw new VectorProblem("expect: nothing is expected");
        }
        return expectation;
    }

    private static TcbFacts tcb(Members members) throws VectorProblem {
        Json advisories = members.get("advisories");
        return new TcbFacts(
                members.text("tcbStatus"),
                members.instant("tcbDate"),
                advisories == null ? null : advisories.strings(),
                members.number("tcbEvaluationDataNumber"));
    }

    private static Map<String, Object> fields(@Nullable Json json) throws VectorProblem {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (json != null) {
            for (Map.Entry<String, Json> field : json.members().entrySet()) {
                fields.put(field.getKey(), value(field.getValue()));
            }
        }
        return fields;
    }

    private static Object value(Json json) throws VectorProblem {
        if (json.isText()) {
            return json.string();
        }
        if (json.isUnsigned()) {
            return json.unsigned();
        }
        throw json.problem("must be a string or an integer of 0 or more");
    }
}
