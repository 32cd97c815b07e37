package dev.assay.testvectors.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON value inside a vector: its text, known to be well-formed, and where it stands, for messages. Values stay
 * text until asked for, so that a policy reaches the verifier as it was written.
 */
final class Json {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .maxStringLength(VectorFile.MAX_BYTES)
                    .build())
            .build();

    private static final Pattern UNSIGNED = Pattern.compile("0|[1-9][0-9]{0,38}");

    private final String path;
    private final String text;

    /** Takes the text of one value, without anything before or after it. */
    Json(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** Cuts the value at which a parser stands out of the text that it reads, and moves the parser to its end. */
    static String cut(JsonParser parser, String text) {
        int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, Math.toIntExact(parser.currentLocation().getCharOffset()));
    }

    String text() {
        return text;
    }

    boolean isNull() {
        return text.equals("null");
    }

    boolean isText() {
        return text.startsWith("\"");
    }

    VectorProblem problem(String what) {
        return new VectorProblem(path.isEmpty() ? what : path + ": " + what);
    }

    /** The members of an object; a name that occurs twice here or anywhere below is a problem. */
    Map<String, Json> members() throws VectorProblem {
        if (!text.startsWith("{")) {
            throw problem("must be an object");
        }
        Map<String, Json> members = new LinkedHashMap<>();
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, new Json(path.isEmpty() ? name : path + "." + name, cut(parser, text)));
            }
        } catch (JacksonException e) {
            throw problem(e.getOriginalMessage());
        }
        return members;
    }

    List<Json> elements() throws VectorProblem {
        if (!text.startsWith("[")) {
            throw problem("must be a list");
        }
        List<Json> elements = new ArrayList<>();
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(new Json(path + "[" + elements.size() + "]", cut(parser, text)));
            }
        } catch (JacksonException e) {
            throw problem(e.getOriginalMessage());
        }
        return elements;
    }

    String string() throws VectorProblem {
        if (!isText()) {
            throw problem("must be a string");
        }
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return parser.getString();
        } catch (JacksonException e) {
            throw problem(e.getOriginalMessage());
        }
    }

    List<String> strings() throws VectorProblem {
        List<String> strings = new ArrayList<>();
        for (Json element : elements()) {
            strings.add(element.string());
        }
        return strings;
    }

    boolean bool() throws VectorProblem {
        if (!text.equals("true") && !text.equals("false")) {
            throw problem("must be true or false");
        }
        return text.equals("true");
    }

    boolean isUnsigned() {
        return UNSIGNED.matcher(text).matches();
    }

    BigInteger unsigned() throws VectorProblem {
        if (!isUnsigned()) {
            throw problem("must be an integer of 0 or more, below 10 to the 39th");
        }
        return new BigInteger(text);
    }
}
