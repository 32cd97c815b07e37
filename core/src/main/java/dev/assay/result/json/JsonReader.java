package dev.assay.result.json;

import dev.assay.result.json.JsonNode.JsonArray;
import dev.assay.result.json.JsonNode.JsonFlag;
import dev.assay.result.json.JsonNode.JsonNull;
import dev.assay.result.json.JsonNode.JsonNumber;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonNode.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON value strictly: no name twice, whole numbers of 64 bits only, nothing behind the value, bounded in size
 * and depth. Every fault comes with the path of the member that it is in.
 */
public final class JsonReader {
    /** The longest text that is read, in characters. */
    public static final int LARGEST = 8 << 20;

    /** How deep objects and lists may be nested. */
    public static final int DEEPEST = 64;

    /** The most values, so that what is read is not many times as large as its text. */
    public static final int MOST_VALUES = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(256)
                    // Digits are counted here, where the path of the member is known.
                    .maxNumberLength(LARGEST)
                    .maxStringLength(LARGEST)
                    .maxDocumentLength(LARGEST)
                    .build())
            .build();

    private final JsonParser parser;
    private JsonPlace place = JsonPlace.OUTERMOST;
    private int values;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a text.
     *
     * @param text the whole of it
     * @return the value
     * @throws JsonException if it is not one JSON value by these rules
     */
    public static JsonNode read(String text) throws JsonException {
        if (text.length() > LARGEST) {
            throw new JsonException("", "has more than " + LARGEST + " characters");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser).whole();
        }
    }

    private JsonNode whole() throws JsonException {
        try {
            JsonNode value = value(next());
            place = JsonPlace.OUTERMOST;
            if (parser.nextToken() != null) {
                throw fault("has something behind its end");
            }
            return value;
        } catch (JacksonException e) {
            throw fault("is not JSON as it must be: " + firstLine(e.getOriginalMessage()));
        }
    }

    /** Recursion is bounded by the parser, which refuses to go deeper than {@link #DEEPEST}. */
    private JsonNode value(JsonToken token) throws JsonException {
        values++;
        if (values > MOST_VALUES) {
            throw new JsonException("", "has more than " + MOST_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonText(place, parser.getString());
            case VALUE_NUMBER_INT -> number();
            case VALUE_NUMBER_FLOAT -> throw fault("must be a whole number");
            case VALUE_TRUE, VALUE_FALSE -> new JsonFlag(place, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonNull(place);
            default -> throw fault("is not a JSON value");
        };
    }

    private JsonNode number() throws JsonException {
        String digits = parser.getString();
        try {
            return new JsonNumber(place, Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw fault("must be a whole number of at most 64 bits");
        }
    }

    private JsonObject object() throws JsonException {
        JsonPlace here = place;
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            place = here.member(name);
            if (members.containsKey(name)) {
                throw fault("is there twice");
            }
            members.put(name, value(next()));
            place = here;
        }
        return new JsonObject(here, members);
    }

    private JsonArray array() throws JsonException {
        JsonPlace here = place;
        List<JsonNode> elements = new ArrayList<>();
        JsonToken token = next();
        while (token != JsonToken.END_ARRAY) {
            place = here.element(elements.size());
            elements.add(value(token));
            place = here;
            token = next();
        }
        return new JsonArray(here, elements);
    }

    private JsonToken next() throws JsonException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw fault("ends too early");
        }
        return token;
    }

    private JsonException fault(String problem) {
        return new JsonException(place.text(), problem);
    }

    /** What the parser adds on further lines is where it stands in its own words. */
    private static String firstLine(@Nullable String message) {
        String text = String.valueOf(message);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
