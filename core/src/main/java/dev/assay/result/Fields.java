package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads members of the JSON form of a result that JSON itself has no type for. */
final class Fields {
    /** No serial number has more digits (RFC 5280, 4.1.2.2, with room for those that break it). */
    private static final int LONGEST_NUMBER = 128;

    private Fields() {}

    interface Reader<T> {
        T read(JsonObject object) throws JsonException;
    }

    static <T> List<T> all(JsonNode list, Reader<T> reader) throws JsonException {
        List<T> all = new ArrayList<>();
        for (JsonNode element : list.list()) {
            all.add(reader.read(element.object()));
        }
        return all;
    }

    static <T> T find(JsonObject object, String name, Function<String, Optional<T>> named) throws JsonException {
        JsonNode value = object.member(name);
        Optional<T> found = named.apply(value.text());
        if (found.isEmpty()) {
            throw value.fault("is not a word that is known here");
        }
        return found.get();
    }

    static Bytes bytes(JsonObject object, String name) throws JsonException {
        JsonNode value = object.member(name);
        try {
            return Bytes.fromHex(value.text());
        } catch (IllegalArgumentException e) {
            throw value.fault("must be hexadecimal");
        }
    }

    static BigInteger hexNumber(JsonObject object, String name) throws JsonException {
        JsonNode value = object.member(name);
        try {
            if (value.text().length() <= LONGEST_NUMBER) {
                return new BigInteger(value.text(), 16);
            }
        } catch (NumberFormatException e) {
            throw value.fault("must be a number in hexadecimal");
        }
        throw value.fault("is too long");
    }

    static Instant time(JsonObject object, String name) throws JsonException {
        JsonNode value = object.member(name);
        try {
            return Instant.parse(value.text());
        } catch (DateTimeException e) {
            throw value.fault("must be a time like 2026-01-31T00:00:00Z");
        }
    }
}
