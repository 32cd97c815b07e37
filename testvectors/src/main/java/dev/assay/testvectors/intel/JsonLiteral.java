package dev.assay.testvectors.intel;

/**
 * A JSON value without parts, as it is written.
 *
 * @param text any text: {@code 3}, {@code "TDX"}, {@code null}, {@code 1e3}, {@code NaN}
 */
public record JsonLiteral(String text) implements JsonValue {
    /**
     * A text.
     *
     * @param value the text, not yet escaped
     * @return the value
     */
    public static JsonLiteral text(String value) {
        return new JsonLiteral(JsonText.quoted(value));
    }

    /**
     * A number.
     *
     * @param value the number
     * @return the value
     */
    public static JsonLiteral number(long value) {
        return new JsonLiteral(Long.toString(value));
    }
}
