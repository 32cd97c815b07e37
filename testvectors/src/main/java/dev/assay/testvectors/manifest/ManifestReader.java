package dev.assay.testvectors.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the frame of a manifest and cuts its vectors apart. Only what makes the file as a whole unusable is found here;
 * what is wrong inside a vector is left to {@link VectorReader}, so that it fails that vector alone.
 */
final class ManifestReader {
    private static final JsonFactory FRAME = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxNameLength(Manifest.MAX_BYTES)
                    .maxNumberLength(Manifest.MAX_BYTES)
                    .maxStringLength(Manifest.MAX_BYTES)
                    .build())
            .build();

    private final Path manifest;

    ManifestReader(Path manifest) {
        this.manifest = manifest;
    }

    /** Hands each vector's text and position to a reader and collects what it makes of them. */
    List<Entry> read(BiFunction<String, Integer, Entry> reader) throws ManifestException {
        String text = content();
        try (JsonParser parser = FRAME.createParser(ObjectReadContext.empty(), text)) {
            return frame(parser, text, reader);
        } catch (JacksonException e) {
            throw new ManifestException(manifest, "not JSON: " + e.getOriginalMessage() + at(e), e);
        }
    }

    private List<Entry> frame(JsonParser parser, String text, BiFunction<String, Integer, Entry> reader)
            throws ManifestException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new ManifestException(manifest, "must be a JSON object");
        }
        boolean schemaSeen = false;
        List<Entry> entries = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("schema") && !schemaSeen) {
                requireSchema(Json.cut(parser, text));
                schemaSeen = true;
            } else if (name.equals("vectors") && entries == null) {
                entries = vectors(parser, text, reader);
            } else {
                throw new ManifestException(manifest, "member '" + name + "' is unknown or there twice");
            }
        }
        if (parser.nextToken() != null) {
            throw new ManifestException(manifest, "has something after the JSON object");
        }
        return complete(schemaSeen, entries);
    }

    private List<Entry> complete(boolean schemaSeen, @Nullable List<Entry> entries) throws ManifestException {
        if (!schemaSeen) {
            throw new ManifestException(manifest, "member 'schema' is missing");
        }
        if (entries == null) {
            throw new ManifestException(manifest, "member 'vectors' is missing");
        }
        return entries;
    }

    private void requireSchema(String value) throws ManifestException {
        if (!value.equals("1")) {
            throw new ManifestException(manifest, "schema must be 1, not " + value);
        }
    }

    private List<Entry> vectors(JsonParser parser, String text, BiFunction<String, Integer, Entry> reader)
            throws ManifestException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new ManifestException(manifest, "member 'vectors' must be a list");
        }
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (entries.size() == Manifest.MAX_VECTORS) {
                throw new ManifestException(manifest, "has more than " + Manifest.MAX_VECTORS + " vectors");
            }
            entries.add(reader.apply(Json.cut(parser, text), entries.size()));
        }
        return entries;
    }

    private String content() throws ManifestException {
        try (InputStream in = Files.newInputStream(manifest)) {
            byte[] bytes = in.readNBytes(Manifest.MAX_BYTES + 1);
            if (bytes.length > Manifest.MAX_BYTES) {
                throw new ManifestException(manifest, "is larger than " + Manifest.MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ManifestException(manifest, "is not UTF-8", e);
        } catch (IOException e) {
            throw new ManifestException(manifest, "cannot be read: " + e, e);
        }
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
