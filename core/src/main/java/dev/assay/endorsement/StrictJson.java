package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON of an unknown sender: plain ASCII (as all of Intel's is), one object, no name twice, at most 32 levels deep,
 * nothing behind it. Objects know where they stand in the text, since it is the bytes in between that are signed.
 */
final class StrictJson {
    /** Room for a bundle with the collateral of many platforms. */
    static final int LARGEST = 8 << 20;

    private static final int DEEPEST = 32;

    /** Intel's largest documents have a thousand. Each takes up to a hundred bytes, of however few it was written. */
    private static final int MOST_TOKENS = 200_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(256)
                    .maxNumberLength(32)
                    .maxStringLength(LARGEST)
                    .maxDocumentLength(LARGEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    private StrictJson() {}

    /** One value. */
    sealed interface Value permits JsonObject, JsonArray, JsonText, JsonNumber, JsonOther {}

    /** An object, and where its braces stand: from the first to behind the last. */
    record JsonObject(Map<String, Value> members, int start, int end) implements Value {}

    record JsonArray(List<Value> values) implements Value {}

    record JsonText(String text) implements Value {}

    /** A number as it was written; only whole ones are ever asked for. */
    record JsonNumber(String digits) implements Value {}

    /** True, false or null, none of which has a meaning in collateral. */
    record JsonOther() implements Value {}

    /** The bytes as text, which has the same length. NULs behind the end, as C programs leave them, are cut off. */
    static String text(Bytes bytes) throws UnreadableException {
        if (bytes.length() > LARGEST) {
            throw new UnreadableException("JSON of more than " + LARGEST + " bytes");
        }
        int end = bytes.length();
        while (end > 0 && bytes.u8(end - 1) == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            int c = bytes.u8(i);
            if (c > 0x7E || (c < ' ' && !isWhite(c))) {
                throw new UnreadableException(String.format("JSON with the byte 0x%02x at offset %d", c, i));
            }
        }
        return new String(bytes.slice(0, end).toArray(), StandardCharsets.US_ASCII);
    }

    static JsonObject parse(String text) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("not a JSON object");
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableException("something behind the JSON object");
            }
            return object;
        } catch (JacksonException e) {
            throw new UnreadableException("not JSON as it must be: " + e.getOriginalMessage());
        }
    }

    /** Recursion is bounded by the parser, which refuses to go deeper than {@link #DEEPEST}. */
    private static Value value(JsonParser parser, JsonToken token) throws UnreadableException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonText(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new JsonOther();
            default -> throw new UnreadableException("not a JSON value");
        };
    }

    private static JsonObject object(JsonParser parser) throws UnreadableException {
        int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        Map<String, Value> members = new LinkedHashMap<>();
        while (next(parser) == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (members.put(name, value(parser, next(parser))) != null) {
                throw new UnreadableException("JSON with the name \"" + name + "\" twice in one object");
            }
        }
        return new JsonObject(
                members, start, Math.toIntExact(parser.currentLocation().getCharOffset()));
    }

    private static JsonArray array(JsonParser parser) throws UnreadableException {
        List<Value> values = new ArrayList<>();
        JsonToken token = next(parser);
        while (token != JsonToken.END_ARRAY) {
            values.add(value(parser, token));
            token = next(parser);
        }
        return new JsonArray(values);
    }

    private static JsonToken next(JsonParser parser) throws UnreadableException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new UnreadableException("JSON that ends too early");
        }
        return token;
    }

    /** The text without white space between tokens; the same, uncopied, if it has none. Only for text that has been parsed. */
    static Bytes compact(Bytes text) {
        byte[] dense = text.toArray();
        int length = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (byte c : dense) {
            if (quoted || !isWhite(c)) {
                dense[length++] = c;
            }
            if (escaped) {
                escaped = false;
            } else if (c == '"') {
                quoted = !quoted;
            } else {
                escaped = c == '\\';
            }
        }
        return length == dense.length ? text : Bytes.copyOf(Arrays.copyOf(dense, length));
    }

    private static boolean isWhite(int c) {
        return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
    }
}
