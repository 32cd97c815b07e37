package dev.assay.policy;

import dev.assay.model.TcbStatus;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists of TCB statuses, each a word or an object with limits. */
record StatusForm() implements Form<TcbState> {
    private static final String STATUS = "status";
    private static final String ADVISORIES = "advisories";
    private static final String UNTIL = "until";

    @Override
    public Demand<TcbState> read(JsonNode node) throws JsonException {
        List<AcceptedStatus> accepted = new ArrayList<>();
        for (JsonNode element : node.list()) {
            try {
                accepted.add(element instanceof JsonObject object ? limited(object) : plain(element));
            } catch (IllegalArgumentException e) {
                throw element.fault(String.valueOf(e.getMessage()));
            }
        }
        return new AcceptedStatuses(accepted);
    }

    private static AcceptedStatus plain(JsonNode node) throws JsonException {
        return AcceptedStatus.of(status(node));
    }

    private static AcceptedStatus limited(JsonObject object) throws JsonException {
        for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
            if (!Set.of(STATUS, ADVISORIES, UNTIL).contains(member.getKey())) {
                throw member.getValue().fault("is not known here");
            }
        }
        TcbStatus status = status(object.member(STATUS));
        JsonNode advisories = object.members().get(ADVISORIES);
        JsonNode until = object.members().get(UNTIL);
        if (advisories == null && until == null) {
            throw object.fault("has no limit: write the status alone");
        }
        Optional<List<String>> known =
                advisories == null ? Optional.empty() : Optional.of(AdvisoriesForm.advisories(advisories));
        Optional<Instant> end = until == null ? Optional.empty() : Optional.of(TimeForm.time(until));
        return new AcceptedStatus(status, known, end);
    }

    private static TcbStatus status(JsonNode node) throws JsonException {
        Optional<TcbStatus> status = TcbStatus.named(node.text());
        if (status.isEmpty()) {
            throw node.fault("must be one of " + labels());
        }
        return status.get();
    }

    @Override
    public Object write(Demand<TcbState> demand) {
        if (demand instanceof AcceptedStatuses statuses) {
            return statuses.accepted().stream().map(StatusForm::write).toList();
        }
        throw Form.unfit(demand);
    }

    private static Object write(AcceptedStatus accepted) {
        if (accepted.advisories().isEmpty() && accepted.until().isEmpty()) {
            return accepted.status().label();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(STATUS, accepted.status().label());
        accepted.advisories().ifPresent(ids -> members.put(ADVISORIES, ids));
        accepted.until().ifPresent(end -> members.put(UNTIL, end.toString()));
        return members;
    }

    @Override
    public String show(TcbState fact) {
        return fact.toString();
    }

    @Override
    public String shape() {
        return "list of statuses, or of {\"status\", \"advisories\": list of the only ones allowed, \"until\": time}";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> word = Schemas.words(labels());
        return Schemas.listOf(
                AcceptedStatuses.MOST,
                Schemas.either(List.of(
                        word,
                        Schemas.of(
                                "type",
                                "object",
                                "additionalProperties",
                                false,
                                "minProperties",
                                2L,
                                "required",
                                List.of(STATUS),
                                "properties",
                                Schemas.of(
                                        STATUS,
                                        word,
                                        ADVISORIES,
                                        new AdvisoriesForm().schema(),
                                        UNTIL,
                                        TimeForm.timeSchema())))));
    }

    private static List<String> labels() {
        return Arrays.stream(TcbStatus.values())
                .filter(status -> status != TcbStatus.REVOKED)
                .map(TcbStatus::label)
                .toList();
    }
}
