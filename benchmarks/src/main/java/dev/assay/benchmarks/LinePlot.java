package dev.assay.benchmarks;

import java.util.Locale;
import java.util.Map;

/** Lines over two logarithmic axes: what grows as fast as its size goes up by 45 degrees, what does not grow is level. */
final class LinePlot {
    private static final int SIZE = 420;
    private static final int MARGIN = 60;
    private static final double DECADES_X = 5;
    private static final double DECADES_Y = 5;
    private static final String[] COLOURS = {"#3a6ea5", "#c0504d", "#4f8f3a", "#8064a2", "#d08a1e", "#2c8c99"};

    private LinePlot() {}

    static String of(String unit, Map<String, Map<Integer, Double>> series) {
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                SIZE + 2 * MARGIN + 300, SIZE + 2 * MARGIN));
        for (int decade = 0; decade <= 5; decade++) {
            double x = x(Math.pow(10, decade));
            double y = y(Math.pow(10, decade));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.0f\" y1=\"%d\" x2=\"%.0f\" y2=\"%d\" stroke=\"#ddd\"/>"
                            + "<line x1=\"%d\" y1=\"%.0f\" x2=\"%d\" y2=\"%.0f\" stroke=\"#ddd\"/>"
                            + "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>"
                            + "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%,.0f</text>%n",
                    x,
                    MARGIN,
                    x,
                    MARGIN + SIZE,
                    MARGIN,
                    y,
                    MARGIN + SIZE,
                    y,
                    x,
                    MARGIN + SIZE + 18,
                    Math.pow(10, decade),
                    MARGIN - 6,
                    y + 4,
                    Math.pow(10, decade)));
        }
        svg.append(String.format("<text x=\"%d\" y=\"%d\">%s</text>%n", MARGIN, MARGIN - 20, unit));
        int index = 0;
        for (Map.Entry<String, Map<Integer, Double>> each : series.entrySet()) {
            String colour = COLOURS[index % COLOURS.length];
            StringBuilder points = new StringBuilder();
            each.getValue()
                    .forEach((size, value) ->
                            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(size), y(value))));
            svg.append(String.format(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                            + "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
                    points.toString().strip(),
                    colour,
                    MARGIN + SIZE + 12,
                    MARGIN + 20 + 20 * index,
                    colour,
                    each.getKey()));
            index++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(double size) {
        return MARGIN + SIZE * Math.log10(Math.max(1, size)) / DECADES_X;
    }

    private static double y(double value) {
        return MARGIN + SIZE * (1 - Math.log10(Math.max(1, value)) / DECADES_Y);
    }
}
