package dev.assay.reappraisal;

import dev.assay.bundle.json.Members;
import dev.assay.bundle.json.SummaryJson;
import dev.assay.model.Bytes;
import dev.assay.result.PolicyReference;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import dev.assay.result.json.JsonWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the bundles of a run are judged. The first line of what a run writes, so that a run which takes it up later can
 * see that it would do the same.
 *
 * @param at the time that is verified for
 * @param policy which policy is asked
 * @param endorsements SHA-256 that stands for the newer endorsements, 32 bytes
 * @param settings whatever else results depend on, in the words of who runs it
 */
public record RunHeader(Instant at, PolicyReference policy, Bytes endorsements, String settings) {
    static final String TYPE = "run";
    private static final long VERSION = 1;

    /**
     * The JSON form.
     *
     * @return one line of ASCII, without a line feed
     */
    public String toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE);
        members.put("version", VERSION);
        members.put("at", at.toString());
        members.put("policy", SummaryJson.write(policy));
        members.put("endorsements", endorsements.hex());
        members.put("settings", settings);
        return JsonWriter.compact(members);
    }

    /**
     * Reads the JSON form back.
     *
     * @param line what {@link #toJson()} gave
     * @return an equal value
     * @throws ReappraisalFormatException if it is anything else
     */
    public static RunHeader fromJson(String line) throws ReappraisalFormatException {
        try {
            JsonObject members = JsonReader.read(line).object();
            if (!members.member("type").is(TYPE)) {
                throw members.member("type").fault("is not \"" + TYPE + "\"");
            }
            members.member("version").number(VERSION, VERSION);
            Members.only(members, Set.of("type", "version", "at", "policy", "endorsements", "settings"));
            return new RunHeader(
                    Members.time(members.member("at")),
                    SummaryJson.policy(members.member("policy").object()),
                    Members.digest(members.member("endorsements")),
                    members.member("settings").text());
        } catch (JsonException e) {
            throw new ReappraisalFormatException(String.valueOf(e.getMessage()));
        }
    }
}
