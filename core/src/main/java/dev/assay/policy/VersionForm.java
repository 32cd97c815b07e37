package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A least version, written with dots.
 *
 * @param parts how many numbers it has
 */
record VersionForm(int parts) implements Form<List<Integer>> {
    private static final String PART = "(0|[1-9][0-9]{0,2})";

    @Override
    public Demand<List<Integer>> read(JsonNode node) throws JsonException {
        if (!Pattern.matches(pattern(), node.text())) {
            throw node.fault("must be a version of " + parts + " numbers, like " + example());
        }
        return new VersionFloor(
                Arrays.stream(node.text().split("\\.")).map(Integer::valueOf).toList());
    }

    @Override
    public Object write(Demand<List<Integer>> demand) {
        if (demand instanceof VersionFloor floor) {
            return VersionFloor.text(floor.parts());
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(List<Integer> fact) {
        return VersionFloor.text(fact);
    }

    @Override
    public String shape() {
        return "version like " + example();
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.pattern("^" + pattern() + "$");
    }

    private String pattern() {
        return PART + ("\\." + PART).repeat(parts - 1);
    }

    private String example() {
        return "1.55" + ".29".repeat(parts - 2);
    }
}
