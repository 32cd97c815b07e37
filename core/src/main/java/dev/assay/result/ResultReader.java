package dev.assay.result;

import dev.assay.model.Effect;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.ValidityWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the JSON form of a result back; the inverse of {@link ResultWriter}. */
final class ResultReader {
    private ResultReader() {}

    static ResultContents read(String text) throws ResultFormatException {
        try {
            JsonObject object = JsonReader.read(text).object();
            ResultContents contents = contents(object);
            // What is written beside what it follows from must agree with it, and nothing else may be there.
            if (!ResultWriter.text(contents).equals(text)) {
                throw new ResultFormatException("not as this library writes results");
            }
            return contents;
        } catch (JsonException e) {
            throw new ResultFormatException(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new ResultFormatException("contradicts itself: " + e.getMessage());
        }
    }

    private static ResultContents contents(JsonObject object) throws JsonException {
        object.member("schema").number(ResultWriter.SCHEMA, ResultWriter.SCHEMA);
        Verdict verdict = Fields.find(object, "verdict", Verdict::named);
        Audit audit = audit(object.member("audit").object());
        return new ResultContents(
                Fields.find(object, "tee", ResultReader::tee),
                verdict,
                appraisal(object, verdict, audit.policy()),
                Fields.all(object.member("findings"), ResultReader::finding),
                Fields.all(object.member("notices"), ResultReader::notice),
                claims(object.member("claims").object()),
                Fields.all(object.member("tcb"), ResultReader::row),
                Fields.all(object.member("chain"), ResultReader::certificate),
                object.members().containsKey("window")
                        ? Optional.of(window(object.member("window").object()))
                        : Optional.empty(),
                audit);
    }

    private static Optional<String> tee(String name) {
        return Optional.of(name).filter(Set.of(AttestationResult.SEV_SNP, AttestationResult.TDX)::contains);
    }

    private static Optional<Branch> appraisal(JsonObject object, Verdict verdict, PolicyReference policy)
            throws JsonException {
        if (object.members().containsKey("branches")) {
            return Optional.of(branch(object.member("branches").object()));
        }
        if (verdict == Verdict.REJECTED || verdict == Verdict.INDETERMINATE) {
            return Optional.empty();
        }
        return Optional.of(new Branch(
                policy.id(),
                policy.version(),
                Combination.RULES,
                Fields.all(object.member("rules"), ResultReader::rule),
                List.of()));
    }

    private static Branch branch(JsonObject object) throws JsonException {
        String id = object.member("policyId").text();
        String version = object.member("policyVersion").text();
        for (Combination combination : Combination.values()) {
            JsonNode parts = object.members().get(combination.label());
            if (parts != null) {
                boolean leaf = combination == Combination.RULES;
                return new Branch(
                        id,
                        version,
                        combination,
                        leaf ? Fields.all(parts, ResultReader::rule) : List.of(),
                        leaf ? List.of() : Fields.all(parts, ResultReader::branch));
            }
        }
        throw object.fault("has neither rules nor parts");
    }

    private static Audit audit(JsonObject object) throws JsonException {
        return new Audit(
                Fields.time(object, "at"),
                new PolicyReference(
                        object.member("policyId").text(),
                        object.member("policyVersion").text(),
                        Fields.bytes(object, "policySha256")),
                Fields.bytes(object, "evidenceSha256"),
                Fields.all(
                        object.member("endorsements"),
                        item -> new EndorsementDigest(
                                item.member("kind").text(), item.member("name").text(), Fields.bytes(item, "sha256"))),
                object.member("library").text());
    }

    private static RuleResult rule(JsonObject object) throws JsonException {
        boolean mapped = object.members().containsKey("claim");
        return new RuleResult(
                object.member("code").text(),
                Fields.find(object, "status", RuleStatus::named),
                object.member("byDefault").flag(),
                object.member("expected").text(),
                object.member("actual").text(),
                object.member("source").text(),
                object.member("nextStep").text(),
                mapped ? Optional.of(Fields.find(object, "claim", TrustClaim::named)) : Optional.empty(),
                mapped
                        ? OptionalInt.of((int) object.member("failedValue").number(Byte.MIN_VALUE, Byte.MAX_VALUE))
                        : OptionalInt.empty());
    }

    private static FindingFact finding(JsonObject object) throws JsonException {
        return new FindingFact(
                object.member("code").text(),
                Fields.find(object, "effect", label -> Labels.find(Effect.values(), label)),
                object.member("expected").text(),
                object.member("actual").text(),
                object.member("source").text(),
                object.member("nextStep").text());
    }

    private static Notice notice(JsonObject object) throws JsonException {
        return new Notice(
                object.member("code").text(),
                object.member("text").text(),
                object.member("nextStep").text());
    }

    private static Map<String, Object> claims(JsonObject object) throws JsonException {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
            claims.put(member.getKey(), claim(member.getValue()));
        }
        return claims;
    }

    private static Object claim(JsonNode value) throws JsonException {
        if (value instanceof JsonNode.JsonText text) {
            return text.value();
        }
        if (value instanceof JsonNode.JsonNumber number) {
            return number.value();
        }
        if (value instanceof JsonNode.JsonFlag flag) {
            return flag.value();
        }
        List<Object> texts = new ArrayList<>();
        for (JsonNode element : value.list()) {
            texts.add(element.text());
        }
        return List.copyOf(texts);
    }

    private static TcbRow row(JsonObject object) throws JsonException {
        return new TcbRow(
                object.member("version").text(),
                object.member("component").text(),
                (int) object.member("actual").number(0, Integer.MAX_VALUE),
                object.members().containsKey("floor")
                        ? OptionalInt.of((int) object.member("floor").number(0, Integer.MAX_VALUE))
                        : OptionalInt.empty());
    }

    private static CertificateFact certificate(JsonObject object) throws JsonException {
        return new CertificateFact(
                object.member("subject").text(),
                Fields.hexNumber(object, "serial"),
                Fields.bytes(object, "sha256"),
                Fields.bytes(object, "keySha256"),
                window(object));
    }

    private static ValidityWindow window(JsonObject object) throws JsonException {
        return new ValidityWindow(Fields.time(object, "notBefore"), Fields.time(object, "notAfter"));
    }
}
