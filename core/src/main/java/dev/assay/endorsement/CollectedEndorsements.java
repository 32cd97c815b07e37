package dev.assay.endorsement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was had for a plan, and what was not.
 *
 * @param plan the plan
 * @param answers the answer to each of its requests, in their order
 */
public record CollectedEndorsements(EndorsementPlan plan, Map<EndorsementRequest, SourceAnswer> answers) {
    /**
     * Keeps its own copy of the map.
     *
     * @param plan the plan
     * @param answers the answers
     */
    public CollectedEndorsements {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /**
     * The set to verify with: what the evidence brought, and every item that was had, stale ones too, which verification
     * recognises by itself.
     *
     * @return the set
     */
    public Endorsements endorsements() {
        Endorsements.Builder all = Endorsements.builder().add(plan.carried());
        items().forEach(item -> item.addTo(all));
        return all.build();
    }

    /**
     * The items that were had.
     *
     * @return an immutable list, in the order of the requests
     */
    public List<EndorsementItem> items() {
        return answers.values().stream()
                .flatMap(answer -> answer.anyItem().stream())
                .toList();
    }

    /**
     * What was not had, or only past its dates: a sentence for each item and each obstacle, without chips' identities.
     *
     * @return an immutable list, empty if nothing is missing
     */
    public List<String> shortcomings() {
        List<String> all = new ArrayList<>(plan.obstacles());
        answers.forEach((request, answer) -> {
            if (answer instanceof SourceAnswer.Stale) {
                all.add("Stale: " + answer);
            } else if (!(answer instanceof SourceAnswer.Found)) {
                all.add("No " + request + ": " + answer);
            }
        });
        return List.copyOf(all);
    }

    /**
     * Whether everything was had fresh.
     *
     * @return whether {@link #shortcomings()} is empty
     */
    public boolean complete() {
        return shortcomings().isEmpty();
    }
}
