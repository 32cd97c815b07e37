package dev.assay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a piece of work costs while one thing grows.
 *
 * @param title what the work is
 * @param size what grows
 * @param points microseconds by size
 */
record GrowthSeries(String title, String size, SortedMap<Integer, Double> points) {
    /** Prepares the work for a size. */
    interface Work {
        MedianTime.Part of(int size) throws Exception;
    }

    static GrowthSeries measure(String title, String size, int[] sizes, Work work) throws Exception {
        List<MedianTime.Part> parts = new ArrayList<>();
        for (int each : sizes) {
            parts.add(work.of(each));
        }
        return of(title, size, sizes, MedianTime.medians(parts));
    }

    static GrowthSeries of(String title, String size, int[] sizes, double[] micros) {
        SortedMap<Integer, Double> points = new TreeMap<>();
        for (int i = 0; i < sizes.length; i++) {
            points.put(sizes[i], micros[i]);
        }
        return new GrowthSeries(title, size, points);
    }

    /** From the first in steps of a factor, up to the last. */
    static int[] sizes(int first, int factor, int last) {
        return IntStream.iterate(first, size -> size <= last, size -> size * factor)
                .toArray();
    }

    /** The cost of the least size. */
    double firstCost() {
        return points.values().iterator().next();
    }

    /** With both beside each other: the size over the first one, and the cost over the first one's. */
    String table() {
        int first = points.firstKey();
        double least = firstCost();
        StringBuilder table = new StringBuilder(String.format(
                "%n## %s%n%n| %s | microseconds | size, times the first | cost, times the first |%n|---:|---:|---:|---:|%n",
                title, size));
        points.forEach((each, micros) -> table.append(String.format(
                Locale.ROOT,
                "| %,d | %,.1f | %,.0f | %,.2f |%n",
                each,
                micros,
                (double) each / first,
                micros / least)));
        return table.toString();
    }
}
