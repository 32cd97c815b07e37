package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;

/** Byte strings in policies: hexadecimal digits of either case, nothing else. */
final class Hex {
    private Hex() {}

    static Bytes read(JsonNode node) throws JsonException {
        String text = node.text();
        if (text.isEmpty()) {
            throw node.fault("must not be empty");
        }
        try {
            return Bytes.fromHex(text);
        } catch (IllegalArgumentException e) {
            throw node.fault("must be hexadecimal digits, two for each byte");
        }
    }

    static Bytes read(JsonNode node, int size) throws JsonException {
        Bytes bytes = read(node);
        if (bytes.length() != size) {
            throw node.fault("must be " + size + " bytes in hexadecimal, these are " + bytes.length());
        }
        return bytes;
    }

    static String pattern(int size) {
        return "^[0-9a-fA-F]{" + 2 * size + "}$";
    }
}
