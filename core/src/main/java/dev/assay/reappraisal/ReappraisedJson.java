package dev.assay.reappraisal;

import dev.assay.bundle.json.Members;
import dev.assay.bundle.json.SummaryJson;
import dev.assay.reappraisal.Reappraised.Compared;
import dev.assay.reappraisal.Reappraised.Unusable;
import dev.assay.result.ResultSummary;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import dev.assay.result.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of what became of a bundle. What follows from the rest is written for readers and not read back. */
final class ReappraisedJson {
    static final String TYPE = "bundle";

    private ReappraisedJson() {}

    static String write(Reappraised one) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE);
        members.put("id", one.id());
        if (one instanceof Compared compared) {
            put(members, compared);
        } else {
            Unusable unusable = (Unusable) one;
            members.put("fault", unusable.fault().code());
            members.put("detail", unusable.detail());
        }
        return JsonWriter.compact(members);
    }

    private static void put(Map<String, Object> members, Compared compared) {
        Change change = compared.change();
        members.put("evidence", compared.evidence().hex());
        members.put("changed", change.any());
        members.put("basis", compared.basis().label());
        members.put("before", SummaryJson.write(compared.before()));
        members.put("after", SummaryJson.write(compared.after()));
        Map<String, Object> differences = new LinkedHashMap<>();
        differences.put("verdict", change.verdict());
        differences.put("tcbStatus", change.tcbStatus());
        differences.put("policy", change.policy());
        differences.put("codesAdded", change.codesAdded());
        differences.put("codesRemoved", change.codesRemoved());
        differences.put("advisoriesAdded", change.advisoriesAdded());
        differences.put("advisoriesRemoved", change.advisoriesRemoved());
        members.put("change", differences);
        members.put(
                "reasons",
                compared.reasons().stream().map(ReappraisedJson::reason).toList());
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", reason.code());
        members.put("expected", reason.expected());
        members.put("actual", reason.actual());
        members.put("nextStep", reason.nextStep());
        return members;
    }

    static Reappraised read(String line) throws ReappraisalFormatException {
        try {
            JsonObject members = JsonReader.read(line).object();
            if (!members.member("type").is(TYPE)) {
                throw members.member("type").fault("is not \"" + TYPE + "\"");
            }
            return members.members().containsKey("fault") ? unusable(members) : compared(members);
        } catch (JsonException e) {
            throw new ReappraisalFormatException(String.valueOf(e.getMessage()));
        }
    }

    private static Unusable unusable(JsonObject members) throws JsonException {
        Fault fault = Members.word(members.member("fault"), Fault::named);
        return new Unusable(
                members.member("id").text(), fault, members.member("detail").text());
    }

    private static Compared compared(JsonObject members) throws JsonException {
        Basis basis = Members.word(members.member("basis"), Basis::named);
        ResultSummary before = SummaryJson.read(members.member("before").object());
        ResultSummary after = SummaryJson.read(members.member("after").object());
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode node : members.member("reasons").list()) {
            JsonObject reason = node.object();
            reasons.add(new Reason(
                    reason.member("code").text(),
                    reason.member("expected").text(),
                    reason.member("actual").text(),
                    reason.member("nextStep").text()));
        }
        return new Compared(
                members.member("id").text(), Members.digest(members.member("evidence")), basis, before, after, reasons);
    }
}
