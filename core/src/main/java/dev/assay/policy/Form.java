package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.Map;

/**
 * How the demands of one family look in JSON. {@code read} and {@code write} are inverse; both refuse what the family
 * does not have, a constructor's {@link IllegalArgumentException} included, to which the reader adds the path.
 */
interface Form<F> {
    Demand<F> read(JsonNode node) throws JsonException;

    Object write(Demand<F> demand);

    /** A fact in words. */
    String show(F fact);

    /** The shape in words, for the document of all rules. */
    String shape();

    /** The shape as JSON Schema. */
    Map<String, Object> schema();

    static IllegalArgumentException unfit(Demand<?> demand) {
        return new IllegalArgumentException("cannot demand " + demand.words());
    }
}
