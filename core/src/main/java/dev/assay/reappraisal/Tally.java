package dev.assay.reappraisal;

import dev.assay.reappraisal.Reappraised.Compared;
import dev.assay.result.Verdict;
import dev.assay.result.json.JsonWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of bundles. Its size does not grow with their number. Not for use by several threads at once. */
public final class Tally {
    /** More codes than there are; those that a file claims beyond are counted together. */
    private static final int MOST_CODES = 1000;

    private static final String TYPE = "summary";

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> codes = new TreeMap<>();
    private long unusable;
    private long changed;
    private long lost;
    private long gained;

    /** Starts to count. */
    public Tally() {
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, 0L);
        }
    }

    /**
     * Counts a bundle.
     *
     * @param one what became of it
     */
    public void add(Reappraised one) {
        if (!(one instanceof Compared compared)) {
            unusable++;
            return;
        }
        verdicts.merge(compared.after().verdict(), 1L, Long::sum);
        lost += compared.lost() ? 1 : 0;
        gained += compared.gained() ? 1 : 0;
        Change change = compared.change();
        changed += change.any() ? 1 : 0;
        change.codesAdded()
                .forEach(code -> codes.merge(
                        codes.size() < MOST_CODES || codes.containsKey(code) ? code : "...", 1L, Long::sum));
    }

    /**
     * All bundles.
     *
     * @return how many there were
     */
    public long total() {
        return unusable + verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The bundles with a verdict.
     *
     * @param verdict what they stand at now
     * @return how many there were
     */
    public long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /**
     * Those that could not be judged.
     *
     * @return how many there were
     */
    public long unusable() {
        return unusable;
    }

    /**
     * Those of which something is different now.
     *
     * @return how many there were
     */
    public long changed() {
        return changed;
    }

    /**
     * Those that passed before and do not now.
     *
     * @return how many there were
     */
    public long lost() {
        return lost;
    }

    /**
     * Those that pass now and did not before.
     *
     * @return how many there were
     */
    public long gained() {
        return gained;
    }

    /**
     * What speaks against evidence only now.
     *
     * @return from each code to the number of bundles, sorted by code
     */
    public Map<String, Long> codesAdded() {
        return Collections.unmodifiableMap(new TreeMap<>(codes));
    }

    /**
     * The JSON form, the last line of what a run writes.
     *
     * @return one line of ASCII, without a line feed
     */
    public String toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE);
        members.put("total", total());
        verdicts.forEach((verdict, count) -> members.put(verdict.label(), count));
        members.put("unusable", unusable);
        members.put("changed", changed);
        members.put("lost", lost);
        members.put("gained", gained);
        members.put("codesAdded", codes);
        return JsonWriter.compact(members);
    }

    /**
     * Tells a summary from other lines.
     *
     * @param line a line that a run wrote
     * @return whether it is the last one
     */
    public static boolean isSummary(String line) {
        return line.startsWith("{\"type\":\"" + TYPE + "\",");
    }
}
