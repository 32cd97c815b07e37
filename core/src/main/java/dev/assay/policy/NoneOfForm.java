package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of words that may not occur. */
record NoneOfForm() implements Form<List<String>> {
    @Override
    public Demand<List<String>> read(JsonNode node) throws JsonException {
        List<String> words = new ArrayList<>();
        for (JsonNode element : node.list()) {
            words.add(WordsForm.word(element));
        }
        return new NoneOf(words);
    }

    @Override
    public Object write(Demand<List<String>> demand) {
        if (demand instanceof NoneOf none) {
            return none.refused();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(List<String> fact) {
        return fact.isEmpty() ? "none" : String.join(", ", fact);
    }

    @Override
    public String shape() {
        return "list of texts";
    }

    @Override
    public Map<String, Object> schema() {
        return new WordsForm(List.of()).schema();
    }
}
