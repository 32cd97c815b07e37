package dev.assay.benchmarks;

import java.util.Locale;
import java.util.Map;

/** A bar for each figure: how much of the rate of its primitive it reaches. */
final class RatioPlot {
    private static final int ROW = 22;
    private static final int LEFT = 480;
    private static final int FULL = 400;

    private RatioPlot() {}

    static String of(Map<String, Double> ratios) {
        int height = ROW * (ratios.size() + 1) + 10;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                LEFT + FULL + 160, height));
        svg.append(String.format(
                "<line x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\" stroke=\"#888\"/>%n", LEFT + FULL, LEFT + FULL, height));
        svg.append(String.format("<text x=\"%d\" y=\"15\">1.00: the primitive alone</text>%n", LEFT + FULL + 4));
        int y = ROW;
        for (Map.Entry<String, Double> each : ratios.entrySet()) {
            double shown = Math.min(each.getValue(), 1.3);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"#3a6ea5\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%.2f</text>%n",
                    LEFT - 8,
                    y + 15,
                    each.getKey(),
                    LEFT,
                    y + 4,
                    shown * FULL,
                    LEFT + shown * FULL + 4,
                    y + 15,
                    each.getValue()));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }
}
