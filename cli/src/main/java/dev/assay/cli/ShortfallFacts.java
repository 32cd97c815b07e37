package dev.assay.cli;

import dev.assay.model.TcbStatus;
import dev.assay.verify.LevelGap;
import dev.assay.verify.Shortfall;
import dev.assay.verify.TcbExplanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps the parts of a TCB from better levels. A person is shown the level that takes the least and the best one, a
 * program all of them.
 */
final class ShortfallFacts {
    private ShortfallFacts() {}

    static void print(FactList facts, List<TcbExplanation> parts) {
        List<TcbExplanation> behind =
                parts.stream().filter(part -> !part.gaps().isEmpty()).toList();
        if (behind.isEmpty()) {
            return;
        }
        facts.heading("What falls short of better levels");
        for (TcbExplanation part : behind) {
            facts.fact(
                    part.part(),
                    "now " + part.status().map(TcbStatus::label).orElse("below all levels") + ", advisories "
                            + QuoteTcbFacts.list(part.advisories()));
            part.nearest().ifPresent(nearest -> {
                gap(facts, "nearest", part, nearest);
                LevelGap best = part.gaps().get(0);
                if (!best.equals(nearest)) {
                    gap(facts, "best", part, best);
                }
            });
        }
    }

    static List<Object> members(List<TcbExplanation> parts) {
        List<Object> all = new ArrayList<>();
        for (TcbExplanation part : parts) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("part", part.part());
            members.put("tcbStatus", part.status().map(TcbStatus::label).orElse(null));
            members.put("tcbDate", part.tcbDate().map(Object::toString).orElse(null));
            members.put("advisories", part.advisories());
            members.put(
                    "better",
                    part.gaps().stream().map(gap -> members(part, gap)).toList());
            all.add(members);
        }
        return all;
    }

    private static void gap(FactList facts, String which, TcbExplanation part, LevelGap gap) {
        facts.note(which + ": " + QuoteTcbFacts.level(gap.status(), gap.tcbDate()) + ", settles "
                + QuoteTcbFacts.list(part.settledBy(gap)));
        gap.shortfalls().forEach(shortfall -> facts.note("  " + shortfall));
    }

    private static Map<String, Object> members(TcbExplanation part, LevelGap gap) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tcbStatus", gap.status().label());
        members.put("tcbDate", gap.tcbDate().toString());
        members.put("advisories", gap.advisories());
        members.put("settles", part.settledBy(gap));
        members.put("nearest", part.nearest().filter(gap::equals).isPresent());
        members.put(
                "missing",
                gap.shortfalls().stream().map(ShortfallFacts::missing).toList());
        return members;
    }

    private static Map<String, Object> missing(Shortfall shortfall) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("component", shortfall.component());
        members.put("required", shortfall.required());
        members.put("actual", shortfall.actual());
        return members;
    }
}
