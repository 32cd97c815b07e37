package dev.assay.testvectors.suite;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A validator of JSON Schema that this project did not write. */
final class Schemas {
    private Schemas() {}

    static List<String> violations(String schema, String document) {
        return new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory()).validate(schema, document).getErrors().stream()
                        .map(Schemas::sentence)
                        .toList();
    }

    private static String sentence(Error error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }

    /** The names of the members of one member of a document. */
    static Set<String> names(String document, String member) {
        JsonElement element = JsonParser.parseString(document).getAsJsonObject().get(member);
        return new TreeSet<>(element.getAsJsonObject().keySet());
    }
}
