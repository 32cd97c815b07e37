package dev.assay.testvectors.intel;

/**
 * A member of a JSON object.
 *
 * @param name its name
 * @param value its value
 */
public record JsonMember(String name, JsonValue value) {}
