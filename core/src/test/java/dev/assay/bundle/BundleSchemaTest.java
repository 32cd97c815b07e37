package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.TcbStatus;
import dev.assay.policy.Baseline;
import dev.assay.result.ResultSummary;
import dev.assay.result.Verdict;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonArray;
import dev.assay.result.json.JsonNode.JsonNumber;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonNode.JsonText;
import dev.assay.result.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published schema says of bundles what the reader does, as far as a schema can. */
class BundleSchemaTest {
    private static final JsonObject SCHEMA = object(parse(BundleSchema.text()));

    private static JsonNode parse(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject object(JsonNode node) {
        return (JsonObject) node;
    }

    private static JsonNode at(JsonNode node, String... names) {
        JsonNode found = node;
        for (String name : names) {
            found = java.util.Objects.requireNonNull(object(found).members().get(name), name);
        }
        return found;
    }

    private static List<String> texts(JsonNode list) {
        return ((JsonArray) list)
                .elements().stream().map(one -> ((JsonText) one).value()).toList();
    }

    @Test
    void theSchemaCarriesItsAddress() {
        assertEquals(BundleSchema.ID, ((JsonText) at(SCHEMA, "$id")).value());
    }

    @Test
    void itsWordsAreThoseOfTheLibrary() {
        assertEquals(
                Arrays.stream(ItemKind.values()).map(ItemKind::label).toList(),
                texts(at(SCHEMA, "properties", "endorsements", "items", "properties", "kind", "enum")));
        assertEquals(
                Arrays.stream(Verdict.values()).map(Verdict::label).toList(),
                texts(at(SCHEMA, "properties", "earlier", "properties", "verdict", "enum")));
        assertEquals(
                Arrays.stream(TcbStatus.values()).map(TcbStatus::label).toList(),
                texts(at(SCHEMA, "properties", "earlier", "properties", "tcbStatus", "enum")));
    }

    @Test
    void itsLimitsAreThoseOfTheLibrary() {
        JsonNode items = at(SCHEMA, "properties", "endorsements");
        assertEquals(Bundle.MOST_ITEMS, ((JsonNumber) at(items, "maxItems")).value());
        assertEquals(
                BundleItem.LONGEST_ORIGIN,
                ((JsonNumber) at(items, "items", "properties", "origin", "maxLength")).value());
    }

    @Test
    void bundlesThatAreWrittenAreValid() throws Exception {
        ResultSummary earlier = ResultSummary.of(Baseline.policy()
                .appraise(MintedBundles.tdx().verify(MintedBundles.verifier()).orElseThrow()));
        for (Bundle bundle : List.of(
                MintedBundles.snp(),
                MintedBundles.tdx(),
                Bundle.at(MintedBundles.AT.plusNanos(1)).earlier(earlier).build())) {
            String text = new String(bundle.write().toArray(), StandardCharsets.US_ASCII);
            assertEquals(List.of(), faults(SCHEMA, parse(text)));
        }
    }

    @Test
    void whatTheReaderRefusesForItsFormIsNotValid() {
        String good = new String(MintedBundles.snp().write().toArray(), StandardCharsets.US_ASCII);
        for (String bad : List.of(
                good.replace("\"version\":1", "\"version\":2"),
                good.replace("\"version\":1", "\"version\":1,\"more\":1"),
                good.replace("\"kind\":\"crl\"", "\"kind\":\"key\""),
                good.replace("\"origin\":\"ask.der\",", ""),
                good.replace("\"evidence\":{", "\"evidence\":{\"kind\":\"x\","),
                good.replace("00:00:00Z", "00:00:00+00:00"),
                good.replaceFirst("\"sha256\":\".", "\"sha256\":\"G"),
                good.replaceFirst("\"bytes\":\"....", "\"bytes\":\"A=AA"))) {
            assertTrue(!faults(SCHEMA, parse(bad)).isEmpty(), bad.substring(0, 200));
            assertThrows(
                    BundleException.class,
                    () -> Bundle.read(dev.assay.model.Bytes.copyOf(bad.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    /** As much of JSON Schema as this schema uses; a keyword that is not known here fails the test. */
    private static List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        object(schema).members().forEach((keyword, rule) -> {
            boolean good = switch (keyword) {
                case "$schema", "$id", "title", "description", "$defs" -> true;
                case "type" -> type(((JsonText) rule).value(), value);
                case "additionalProperties" ->
                    at(schema, "properties") instanceof JsonObject known
                            && known.members()
                                    .keySet()
                                    .containsAll(object(value).members().keySet());
                case "required" -> object(value).members().keySet().containsAll(texts(rule));
                case "properties" -> {
                    for (Map.Entry<String, JsonNode> member :
                            object(rule).members().entrySet()) {
                        JsonNode found = object(value).members().get(member.getKey());
                        if (found != null) {
                            faults.addAll(faults(member.getValue(), found));
                        }
                    }
                    yield true;
                }
                case "items" -> {
                    ((JsonArray) value).elements().forEach(one -> faults.addAll(faults(rule, one)));
                    yield true;
                }
                case "maxItems" -> ((JsonArray) value).elements().size() <= ((JsonNumber) rule).value();
                case "maxLength" -> ((JsonText) value).value().length() <= ((JsonNumber) rule).value();
                case "const" ->
                    rule instanceof JsonNumber number
                            ? value instanceof JsonNumber same && same.value() == number.value()
                            : value.is(((JsonText) rule).value());
                case "enum" -> value instanceof JsonText text && texts(rule).contains(text.value());
                case "pattern" ->
                    Pattern.compile(((JsonText) rule).value())
                            .matcher(((JsonText) value).value())
                            .find();
                case "$ref" -> {
                    String name = ((JsonText) rule).value().replace("#/$defs/", "");
                    faults.addAll(faults(at(SCHEMA, "$defs", name), value));
                    yield true;
                }
                default -> throw new AssertionError("keyword " + keyword);
            };
            if (!good) {
                faults.add(value.path() + " breaks " + keyword);
            }
        });
        return faults;
    }

    private static boolean type(String name, JsonNode value) {
        return switch (name) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonText;
            default -> throw new AssertionError("type " + name);
        };
    }
}
