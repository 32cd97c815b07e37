package dev.assay.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks on the JDK that runs this, and writes their results into a folder: as JMH's JSON and as a table in
 * Markdown. What the figures are bounded by is measured at other moments here; for ratios see {@link Ratios}.
 */
public final class Report {
    private static final String BYTES = "gc.alloc.rate.norm";

    private static final int WARM_UP = 3;
    private static final long WARM_UP_MILLIS = 500;
    private static final int ROUNDS = 4;
    private static final int FORKS = 2;

    private Report() {}

    /**
     * One measured figure.
     *
     * @param group class and parameters
     * @param method what was measured
     * @param threads how many did it at once
     * @param perSecond how often a second, all threads together
     * @param error half of the interval of 99.9 % as a part of it
     * @param bytes allocated by each call
     */
    private record Figure(String group, String method, int threads, double perSecond, double error, double bytes) {}

    /**
     * Runs everything.
     *
     * @param arguments the folder to write to, and seconds for each figure, both forks together, which warm up for three times as long
     * @throws RunnerException if JMH fails
     * @throws IOException if the folder cannot be written to
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int seconds = Integer.parseInt(arguments[1]);
        List<RunResult> results = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            results.addAll(run(seconds, threads));
        }
        Files.writeString(folder.resolve("jmh.json"), json(results));
        Files.writeString(folder.resolve("results.md"), table(seconds, figures(results)));
    }

    private static Collection<RunResult> run(int seconds, int threads) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .param("collateral", names(TdxSample.origins()))
                .param("evidence", names(FortyRules.all()))
                .param("backend", names(Backend.available()))
                .threads(threads)
                .forks(FORKS)
                .warmupIterations(WARM_UP)
                .warmupTime(TimeValue.milliseconds(WARM_UP_MILLIS * seconds))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.milliseconds(1000L * seconds / (FORKS * ROUNDS)))
                .addProfiler(GCProfiler.class);
        if (threads == 1) {
            options.exclude("bareByThread$");
        } else {
            // Keys that threads share are behind locks, see the library's own. What the platform's code gains is in
            // SecondThread.
            options.exclude("bare$")
                    .param(
                            "backend",
                            names(Backend.available().stream()
                                    .filter(backend -> backend != Backend.PLATFORM)
                                    .toList()));
        }
        return new Runner(options.build()).run();
    }

    /** As JMH writes it, but without the folders of this machine. */
    private static String json(Collection<RunResult> results) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(json, true, StandardCharsets.UTF_8);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        return json.toString(StandardCharsets.UTF_8)
                .replace(System.getProperty("java.home"), "JAVA_HOME")
                .replace("-Dassay.corpus=" + System.getProperty("assay.corpus"), "-Dassay.corpus=CORPUS");
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static List<Figure> figures(Collection<RunResult> results) {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : results) {
            String full = result.getParams().getBenchmark();
            int dot = full.lastIndexOf('.');
            String owner = full.substring(full.lastIndexOf('.', dot - 1) + 1, dot);
            String parameters = result.getParams().getParamsKeys().stream()
                    .map(result.getParams()::getParam)
                    .collect(Collectors.joining(", "));
            String group = owner.replace("Benchmark", "") + (parameters.isEmpty() ? "" : " (" + parameters + ")");
            double score = median(result);
            int threads = result.getParams().getThreads();
            boolean time = result.getPrimaryResult().getScoreUnit().startsWith("us");
            figures.add(new Figure(
                    group,
                    full.substring(dot + 1),
                    threads,
                    time ? threads * 1e6 / score : score,
                    result.getPrimaryResult().getScoreError()
                            / result.getPrimaryResult().getScore(),
                    bytes(result)));
        }
        return figures;
    }

    /** A median is hardly moved by what else the machine did for a moment. */
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double bytes(RunResult result) {
        var secondary = result.getAggregatedResult().getSecondaryResults();
        return secondary.containsKey(BYTES) ? secondary.get(BYTES).getScore() : Double.NaN;
    }

    private static String table(int seconds, List<Figure> figures) {
        StringBuilder table = new StringBuilder("# Results\n\n");
        double warmUp = WARM_UP * WARM_UP_MILLIS * seconds / 1e3;
        table.append(Machine.describe())
                .append("\n\nTwo forks, each with " + warmUp + " s to warm up and four rounds. Microseconds are of one"
                        + " call on one thread; an error is half of the interval of 99.9 % of a mean of few rounds, while"
                        + " figures are medians.\n\nBytes are certain. Times are not those of long use: in the first"
                        + " seconds code is still being compiled and memory still taken from the system, above all with two"
                        + " threads for as many processors. For these see `ratios.md`, `threads.md` and"
                        + " `one-and-two-threads.md`, which warm up for longer and measure in turn.\n\n"
                        + "| what | threads | a second | microseconds | error | bytes a call |\n"
                        + "|---|---:|---:|---:|---:|---:|\n");
        for (Figure figure : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s `%s` | %d | %,.0f | %.2f | %.0f %% | %,.0f |%n",
                    figure.group(),
                    figure.method(),
                    figure.threads(),
                    figure.perSecond(),
                    figure.threads() * 1e6 / figure.perSecond(),
                    100 * figure.error(),
                    figure.bytes()));
        }
        return table.toString();
    }
}
