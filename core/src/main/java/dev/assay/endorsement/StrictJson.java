package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int LONGEST_INTEGER = 10;

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

    record JsonArray(List<Value> values) implements Value {}

    record JsonText(String text) implements Value {}

    /** A number of up to ten digits and nothing else, or -1 for any other, which nobody ever asks for. */
    record JsonNumber(long whole) implements Value {}

    /** True, false or null, none of which has a meaning in collateral. */
    record JsonOther() implements Value {}

    /** The bytes as text, which has the same length. NULs behind the end, as C programs leave them, are cut off. */
    static String text(Bytes bytes) throws UnreadableException {
        if (bytes.length() > LARGEST) {
            throw new UnreadableException("JSON of more than " + LARGEST + " bytes");
        }
        String text = bytes.latin1();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c > 0x7E || (c < ' ' && !isWhite(c))) {
                throw new UnreadableException(String.format("JSON with the byte 0x%02x at offset %d", (int) c, i));
            }
        }
        return text.substring(0, end);
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
            case VALUE_NUMBER_INT -> new JsonNumber(whole(parser));
            case VALUE_NUMBER_FLOAT -> new JsonNumber(-1);
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new JsonOther();
            default -> throw new UnreadableException("not a JSON value");
        };
    }

    private static long whole(JsonParser parser) {
        int length = parser.getStringLength();
        if (length > LONGEST_INTEGER) {
            return -1;
        }
        char[] digits = parser.getStringCharacters();
        int start = parser.getStringOffset();
        long whole = 0;
        for (int i = start; i < start + length; i++) {
            if (digits[i] < '0' || digits[i] > '9') {
                return -1;
            }
            whole = 10 * whole + digits[i] - '0';
        }
        return whole;
    }

    private static JsonObject object(JsonParser parser) throws UnreadableException {
        JsonObject.Builder members = new JsonObject.Builder(
                Math.toIntExact(parser.currentTokenLocation().getCharOffset()));
        while (next(parser) == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (!members.add(name, value(parser, next(parser)))) {
                throw new UnreadableException("JSON with the name \"" + name + "\" twice in one object");
            }
        }
        return members.build(Math.toIntExact(parser.currentLocation().getCharOffset()));
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

    /** The text without white space between tokens; the same, uncopied, if it has none. Of use for text that has been parsed. */
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
