package dev.assay.bundle.json;

import dev.assay.model.TcbStatus;
import dev.assay.result.PolicyReference;
import dev.assay.result.ResultSummary;
import dev.assay.result.Verdict;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON form of a result in brief. */
public final class SummaryJson {
    private SummaryJson() {}

    /**
     * Makes the members.
     *
     * @param summary the result in brief
     * @return its members in order
     */
    public static Map<String, Object> write(ResultSummary summary) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", summary.verdict().label());
        members.put("codes", summary.codes());
        summary.tcbStatus().ifPresent(status -> members.put("tcbStatus", status.label()));
        members.put("advisories", summary.advisories());
        members.put("policy", write(summary.policy()));
        summary.sha256().ifPresent(digest -> members.put("sha256", digest.hex()));
        return members;
    }

    /**
     * Makes the members of a policy's reference.
     *
     * @param policy which policy
     * @return its members in order
     */
    public static Map<String, Object> write(PolicyReference policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", policy.id());
        members.put("version", policy.version());
        members.put("sha256", policy.sha256().hex());
        return members;
    }

    /**
     * Reads a summary back.
     *
     * @param members its members
     * @return the result in brief
     * @throws JsonException if it is anything else
     */
    public static ResultSummary read(JsonObject members) throws JsonException {
        Members.only(members, Set.of("verdict", "codes", "tcbStatus", "advisories", "policy", "sha256"));
        Verdict verdict = Members.word(members.member("verdict"), SummaryJson::verdict);
        Optional<JsonNode> status = Members.optional(members, "tcbStatus");
        Optional<JsonNode> digest = Members.optional(members, "sha256");
        return new ResultSummary(
                verdict,
                Members.texts(members.member("codes")),
                status.isPresent() ? Optional.of(Members.word(status.get(), TcbStatus::named)) : Optional.empty(),
                Members.texts(members.member("advisories")),
                policy(members.member("policy").object()),
                digest.isPresent() ? Optional.of(Members.digest(digest.get())) : Optional.empty());
    }

    /**
     * Reads a policy's reference back.
     *
     * @param members its members
     * @return which policy
     * @throws JsonException if it is anything else
     */
    public static PolicyReference policy(JsonObject members) throws JsonException {
        Members.only(members, Set.of("id", "version", "sha256"));
        return new PolicyReference(
                members.member("id").text(),
                members.member("version").text(),
                Members.digest(members.member("sha256")));
    }

    private static Optional<Verdict> verdict(String label) {
        return Arrays.stream(Verdict.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
    }
}
