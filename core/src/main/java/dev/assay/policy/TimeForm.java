package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** An earliest time. */
record TimeForm() implements Form<Instant> {
    private static final String TEXT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    private static final Pattern PATTERN = Pattern.compile(TEXT);

    static Instant time(JsonNode node) throws JsonException {
        try {
            if (PATTERN.matcher(node.text()).matches()) {
                return Instant.parse(node.text());
            }
        } catch (DateTimeException e) {
            throw node.fault("must be a time that exists");
        }
        throw node.fault("must be a time like 2026-01-31T00:00:00Z");
    }

    static Map<String, Object> timeSchema() {
        return Schemas.pattern("^" + TEXT + "$");
    }

    @Override
    public Demand<Instant> read(JsonNode node) throws JsonException {
        return new Since(time(node));
    }

    @Override
    public Object write(Demand<Instant> demand) {
        if (demand instanceof Since since) {
            return since.earliest().toString();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Instant fact) {
        return fact.toString();
    }

    @Override
    public String shape() {
        return "time in UTC, RFC 3339 to the second";
    }

    @Override
    public Map<String, Object> schema() {
        return timeSchema();
    }
}
