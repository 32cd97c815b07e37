package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema says of bundles what the reader does, as far as a schema can. */
class BundleSchemaTest {
    private static final JsonObject SCHEMA = object(parse(BundleSchema.text()));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema VALIDATOR = REGISTRY.getSchema(BundleSchema.text());

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
    void itIsASchema() {
        Schema schemas = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), schemas.validate(BundleSchema.text(), InputFormat.JSON));
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
            assertEquals(List.of(), VALIDATOR.validate(text, InputFormat.JSON));
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
            assertFalse(VALIDATOR.validate(bad, InputFormat.JSON).isEmpty(), bad.substring(0, 200));
            assertThrows(
                    BundleException.class,
                    () -> Bundle.read(dev.assay.model.Bytes.copyOf(bad.getBytes(StandardCharsets.US_ASCII))));
        }
    }
}
