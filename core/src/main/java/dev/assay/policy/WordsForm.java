package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lists of words.
 *
 * @param vocabulary the words that there are; empty if that is not for this library to know
 */
record WordsForm(List<String> vocabulary) implements Form<String> {
    static final int LONGEST = 200;

    static String word(JsonNode node) throws JsonException {
        String text = node.text();
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw node.fault("must be a word of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    @Override
    public Demand<String> read(JsonNode node) throws JsonException {
        List<String> words = new ArrayList<>();
        for (JsonNode element : node.list()) {
            if (!vocabulary.isEmpty() && !vocabulary.contains(element.text())) {
                throw element.fault("must be one of " + vocabulary);
            }
            words.add(word(element));
        }
        return new Words(words);
    }

    @Override
    public Object write(Demand<String> demand) {
        if (demand instanceof Words words) {
            return words.allowed();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(String fact) {
        return fact;
    }

    @Override
    public String shape() {
        return vocabulary.isEmpty() ? "list of texts" : "list of " + String.join(", ", vocabulary);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.listOf(
                vocabulary.isEmpty()
                        ? Schemas.of("type", "string", "minLength", 1L, "maxLength", (long) LONGEST)
                        : Schemas.words(vocabulary));
    }
}
