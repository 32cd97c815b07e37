package dev.assay.bundle.json;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads members for which JSON itself has no type. Each value has one spelling only; any other is refused. */
public final class Members {
    private static final int DIGEST_SIZE = 32;

    private Members() {}

    /**
     * Refuses members that mean nothing.
     *
     * @param object the object
     * @param known the names that it may have
     * @throws JsonException if it has another
     */
    public static void only(JsonObject object, Set<String> known) throws JsonException {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                throw new JsonException(object.place().member(name).text(), "is no member that is known here");
            }
        }
    }

    /**
     * Takes a member that may be absent.
     *
     * @param object the object
     * @param name the member's name
     * @return its value, or empty
     */
    public static Optional<JsonNode> optional(JsonObject object, String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    /**
     * Takes a value as one of several words.
     *
     * @param node the value
     * @param named finds what a word means
     * @param <T> what words mean
     * @return what the word means
     * @throws JsonException if it is no word that is known
     */
    public static <T> T word(JsonNode node, Function<String, Optional<T>> named) throws JsonException {
        Optional<T> found = named.apply(node.text());
        if (found.isEmpty()) {
            throw node.fault("is no word that is known here");
        }
        return found.get();
    }

    /**
     * Takes a value as a list of texts.
     *
     * @param list the value
     * @return the texts
     * @throws JsonException if it is anything else
     */
    public static List<String> texts(JsonNode list) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list.list()) {
            texts.add(node.text());
        }
        return texts;
    }

    /**
     * Takes a value as a SHA-256 digest.
     *
     * @param node the value
     * @return 32 bytes
     * @throws JsonException if it is not 64 hexadecimal digits in lower case
     */
    public static Bytes digest(JsonNode node) throws JsonException {
        String text = node.text();
        try {
            Bytes digest = Bytes.fromHex(text);
            if (digest.length() == DIGEST_SIZE && digest.hex().equals(text)) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            // The message below says what would be understood.
        }
        throw node.fault("must be 64 hexadecimal digits in lower case");
    }

    /**
     * Takes a value as bytes in base64.
     *
     * @param node the value
     * @return the bytes
     * @throws JsonException if it is not what the encoder of RFC 4648, section 4, makes of some bytes
     */
    public static Bytes base64(JsonNode node) throws JsonException {
        String text = node.text();
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(decoded).equals(text)) {
                return Bytes.copyOf(decoded);
            }
        } catch (IllegalArgumentException e) {
            // The message below says what would be understood.
        }
        throw node.fault("must be base64 (RFC 4648, section 4) with padding and no white space");
    }

    /**
     * Takes a value as a time.
     *
     * @param node the value
     * @return the time
     * @throws JsonException if it is not as {@link Instant#toString()} spells it
     */
    public static Instant time(JsonNode node) throws JsonException {
        String text = node.text();
        try {
            Instant time = Instant.parse(text);
            if (time.toString().equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            // The message below says what would be understood.
        }
        throw node.fault("must be a time like 2026-01-31T00:00:00Z");
    }
}
