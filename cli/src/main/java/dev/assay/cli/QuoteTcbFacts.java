package dev.assay.cli;

import dev.assay.endorsement.SvnLevel;
import dev.assay.model.TcbStatus;
import dev.assay.verify.TcbEvaluation;
import dev.assay.verify.VerifiedQuote;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a verified quote's TCB amounts to: as a whole, and its parts at the TD's launch and at present. */
final class QuoteTcbFacts {
    private QuoteTcbFacts() {}

    static void print(FactList facts, VerifiedQuote verified) {
        facts.fact("TCB status", verified.tcbStatus().label());
        facts.fact("TCB date", verified.tcbDate().toString());
        facts.fact("advisories", list(verified.advisories()));
        parts(facts, verified.launch());
        Optional<TcbEvaluation> current = verified.current();
        if (current.isPresent()) {
            facts.fact(
                    "present TCB", level(current.get().status(), current.get().tcbDate()));
            facts.note("advisories " + list(current.get().advisories()));
        }
        facts.fact("evaluation", "TCB info " + verified.tcbEvaluationDataNumber());
        facts.note("QE identity " + verified.qeEvaluationDataNumber());
    }

    static Map<String, Object> members(VerifiedQuote verified) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tcbStatus", verified.tcbStatus().label());
        members.put("tcbDate", verified.tcbDate().toString());
        members.put("advisories", verified.advisories());
        members.put("tcbEvaluationDataNumber", verified.tcbEvaluationDataNumber());
        members.put("qeEvaluationDataNumber", verified.qeEvaluationDataNumber());
        members.put("qeStatus", verified.qeStatus().label());
        members.put("launch", evaluation(verified.launch()));
        members.put("current", verified.current().map(QuoteTcbFacts::evaluation).orElse(null));
        return members;
    }

    /** A level in words. */
    static String level(TcbStatus status, Instant date) {
        return status.label() + " of " + date;
    }

    /** Names, or that there are none. */
    static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static void parts(FactList facts, TcbEvaluation launch) {
        facts.fact(
                "platform", level(launch.platform().status(), launch.platform().tcbDate()));
        facts.fact(
                "TDX module",
                launch.module()
                        .map(module -> level(module.status(), module.tcbDate()))
                        .orElse("covered by the platform's level"));
        facts.fact("quoting enclave", level(launch.qe().status(), launch.qe().tcbDate()));
    }

    private static Map<String, Object> evaluation(TcbEvaluation evaluation) {
        Map<String, Object> members = level(evaluation.status(), evaluation.tcbDate(), evaluation.advisories());
        members.put(
                "platform",
                level(
                        evaluation.platform().status(),
                        evaluation.platform().tcbDate(),
                        evaluation.platform().advisories()));
        members.put("module", evaluation.module().map(QuoteTcbFacts::level).orElse(null));
        members.put("qe", level(evaluation.qe()));
        return members;
    }

    private static Map<String, Object> level(SvnLevel level) {
        return level(level.status(), level.tcbDate(), level.advisories());
    }

    private static Map<String, Object> level(TcbStatus status, Instant date, List<String> advisories) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tcbStatus", status.label());
        members.put("tcbDate", date.toString());
        members.put("advisories", advisories);
        return members;
    }
}
