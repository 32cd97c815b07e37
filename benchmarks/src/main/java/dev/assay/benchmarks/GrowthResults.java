package dev.assay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured while things grew, in the order in which it was. */
final class GrowthResults {
    private final List<GrowthSeries> series = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(GrowthSeries measured) {
        series.add(measured);
        System.out.println(measured.table());
    }

    /** What one more of something takes up in memory. */
    void memory(String of, double bytes) {
        notes.add(String.format(Locale.ROOT, "%s takes %.1f kB.", of, bytes / 1000));
    }

    String table() {
        StringBuilder text = new StringBuilder("# Growth\n\n" + Machine.describe() + "\n");
        if (!notes.isEmpty()) {
            text.append('\n');
        }
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        series.forEach(each -> text.append(each.table()));
        return text.toString();
    }

    String plot() {
        return PanelPlot.of(series);
    }
}
