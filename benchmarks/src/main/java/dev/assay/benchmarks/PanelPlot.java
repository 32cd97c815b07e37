package dev.assay.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A panel for each series, over two logarithmic axes: what grows as fast as its size follows the dashed line through the
 * first point; what does not grow is level.
 */
final class PanelPlot {
    private static final int COLUMNS = 3;
    private static final int ACROSS = 240;
    private static final int DECADE = 48;
    private static final int DECADES = 4;
    private static final int LEFT = 60;
    private static final int TOP = 64;
    private static final int WIDTH = LEFT + ACROSS + 60;
    private static final int HEIGHT = TOP + DECADES * DECADE + 44;
    private static final int LEGEND = 30;

    private PanelPlot() {}

    static String of(List<GrowthSeries> all) {
        int rows = (all.size() + COLUMNS - 1) / COLUMNS;
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<text x=\"12\" y=\"22\">Microseconds for each call. Dashed: as fast as what grows.</text>%n",
                COLUMNS * WIDTH, LEGEND + rows * HEIGHT));
        for (int i = 0; i < all.size(); i++) {
            svg.append(String.format(
                    "<g transform=\"translate(%d,%d)\">%n%s</g>%n",
                    i % COLUMNS * WIDTH, LEGEND + i / COLUMNS * HEIGHT, new Panel(all.get(i)).svg()));
        }
        return svg.append("</svg>\n").toString();
    }

    /** One series in a frame. */
    private static final class Panel {
        private final GrowthSeries series;
        private final int start;
        private final int decades;
        private final int lowest;

        Panel(GrowthSeries series) {
            this.series = series;
            double least = Math.log10(series.points().values().stream()
                    .mapToDouble(micros -> micros)
                    .min()
                    .orElse(1));
            double most = Math.log10(series.points().values().stream()
                    .mapToDouble(micros -> micros)
                    .max()
                    .orElse(1));
            this.start = (int) Math.floor(Math.log10(series.points().firstKey()));
            this.decades =
                    Math.max(1, (int) Math.ceil(Math.log10(series.points().lastKey())) - start);
            this.lowest = Math.max(-1, (int) Math.floor((least + most - DECADES) / 2 + 0.5));
        }

        String svg() {
            return titles() + grid() + dashed() + line();
        }

        /** The title in two lines, broken after its first comma. */
        private String titles() {
            String[] parts = series.title().split(", ", 2);
            return text(LEFT, TOP - 28, "start", parts[0] + (parts.length > 1 ? "," : ""))
                    + (parts.length > 1 ? text(LEFT, TOP - 14, "start", parts[1]) : "")
                    + text(LEFT + ACROSS / 2.0, TOP + DECADES * DECADE + 34, "middle", series.size());
        }

        private String grid() {
            StringBuilder lines = new StringBuilder();
            double bottom = TOP + DECADES * DECADE;
            double right = LEFT + ACROSS;
            for (int decade = start; decade <= start + decades; decade++) {
                double x = x(Math.pow(10, decade));
                lines.append(stroke(x, TOP, x, bottom, "#ddd", ""))
                        .append(text(x, bottom + 16, "middle", number(decade)));
            }
            for (int decade = lowest; decade <= lowest + DECADES; decade++) {
                double y = y(Math.pow(10, decade));
                lines.append(stroke(LEFT, y, right, y, "#ddd", ""))
                        .append(text(LEFT - 6, y + 4, "end", number(decade)));
            }
            return lines.toString();
        }

        /** Up to the frame, or as far as the sizes go. */
        private String dashed() {
            int first = series.points().firstKey();
            double micros = series.firstCost();
            double factor =
                    Math.min((double) series.points().lastKey() / first, Math.pow(10, lowest + DECADES) / micros);
            return stroke(
                    x(first), y(micros), x(first * factor), y(micros * factor), "#999", " stroke-dasharray=\"4 3\"");
        }

        private String line() {
            StringBuilder points = new StringBuilder();
            StringBuilder dots = new StringBuilder();
            for (Map.Entry<Integer, Double> each : series.points().entrySet()) {
                double x = x(each.getKey());
                double y = y(each.getValue());
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                dots.append(String.format(
                        Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"#3a6ea5\"/>%n", x, y));
            }
            return String.format(
                            "<polyline points=\"%s\" fill=\"none\" stroke=\"#3a6ea5\" stroke-width=\"2\"/>%n",
                            points.toString().strip())
                    + dots;
        }

        private double x(double size) {
            return LEFT + ACROSS * (Math.log10(size) - start) / decades;
        }

        private double y(double micros) {
            return TOP + DECADE * (lowest + DECADES - Math.log10(micros));
        }

        private static String number(int decade) {
            return String.format(Locale.ROOT, decade < 0 ? "%.1f" : "%,.0f", Math.pow(10, decade));
        }

        private static String text(double x, double y, String anchor, String text) {
            return String.format(
                    Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
        }

        private static String stroke(double x1, double y1, double x2, double y2, String colour, String more) {
            return String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
                    x1,
                    y1,
                    x2,
                    y2,
                    colour,
                    more);
        }
    }
}
