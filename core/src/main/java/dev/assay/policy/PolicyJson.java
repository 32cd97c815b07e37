package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.Combination;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonPlace;
import dev.assay.result.json.JsonReader;
import dev.assay.result.json.JsonWriter;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON form of policies. */
final class PolicyJson {
    /** The largest policy that is read, in bytes and in characters. */
    static final int LARGEST = 1 << 20;

    private static final String ID = "id";
    private static final String VERSION = "version";

    private PolicyJson() {}

    static Policy read(Bytes utf8) {
        if (utf8.length() > LARGEST) {
            throw tooLarge();
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(utf8.asByteBuffer())
                    .toString());
        } catch (CharacterCodingException e) {
            throw new PolicyException("", "is not UTF-8");
        }
    }

    static Policy read(String text) {
        if (text.length() > LARGEST) {
            throw tooLarge();
        }
        try {
            return policy(JsonReader.read(text));
        } catch (JsonException e) {
            throw new PolicyException(e);
        }
    }

    private static PolicyException tooLarge() {
        return new PolicyException("", "has more than " + LARGEST + " bytes");
    }

    /** Recursion is bounded by the JSON reader, which refuses to go deeper than its limit. */
    private static Policy policy(JsonNode node) throws JsonException {
        JsonObject object = node.object();
        Map<String, JsonNode> members = new LinkedHashMap<>(object.members());
        String id = name(object, ID);
        String version = name(object, VERSION);
        members.remove(ID);
        members.remove(VERSION);
        try {
            for (Combination combination : List.of(Combination.ALL_OF, Combination.ANY_OF)) {
                JsonNode parts = members.remove(combination.label());
                if (parts != null) {
                    return new CompositePolicy(id, version, combination, parts(parts, members));
                }
            }
            Optional<PolicySection<VerifiedReport>> snp = section(SnpRules.TABLE, members);
            Optional<PolicySection<VerifiedQuote>> tdx = section(TdxRules.TABLE, members);
            return new PlainPolicy(id, version, SectionJson.read(CommonRules.TABLE, members), snp, tdx);
        } catch (PolicyException e) {
            throw e.under(node.path());
        }
    }

    private static List<Policy> parts(JsonNode list, Map<String, JsonNode> others) throws JsonException {
        for (JsonNode other : others.values()) {
            throw other.fault("cannot be beside allOf or anyOf: it belongs into the parts");
        }
        List<Policy> parts = new ArrayList<>();
        for (JsonNode element : list.list()) {
            try {
                parts.add(policy(element));
            } catch (PolicyException e) {
                throw new JsonException(e.path(), e.problem());
            }
        }
        return parts;
    }

    private static <V> Optional<PolicySection<V>> section(RuleTable<V> table, Map<String, JsonNode> members)
            throws JsonException {
        JsonNode node = members.remove(table.section());
        return node == null
                ? Optional.empty()
                : Optional.of(SectionJson.read(table, node.object().members()));
    }

    private static String name(JsonObject object, String member) throws JsonException {
        JsonNode node = object.member(member);
        node.text();
        return WordsForm.word(node);
    }

    /** What is refused when read is refused when built. */
    static void checkName(String member, String name) {
        try {
            WordsForm.word(new JsonNode.JsonText(JsonPlace.OUTERMOST.member(member), name));
        } catch (JsonException e) {
            throw new PolicyException(e);
        }
    }

    static String indented(Policy policy) {
        return JsonWriter.indented(members(policy));
    }

    static Bytes digest(Policy policy) {
        String canonical = JsonWriter.compact(members(policy));
        return Bytes.copyOf(canonical.getBytes(StandardCharsets.US_ASCII)).sha256();
    }

    private static Map<String, Object> members(Policy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(ID, policy.id());
        members.put(VERSION, policy.version());
        if (policy instanceof CompositePolicy composite) {
            members.put(
                    composite.combination().label(),
                    composite.parts().stream().map(PolicyJson::members).toList());
        } else if (policy instanceof PlainPolicy plain) {
            members.putAll(SectionJson.write(plain.common()));
            plain.snp().ifPresent(snp -> members.put(snp.table().section(), SectionJson.write(snp)));
            plain.tdx().ifPresent(tdx -> members.put(tdx.table().section(), SectionJson.write(tdx)));
        }
        return members;
    }
}
