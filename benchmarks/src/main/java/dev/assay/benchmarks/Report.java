package dev.assay.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final int ROUNDS = 4;
    private static final int FORKS = 2;

    /** What the compiler's one thread needs for decoding, and for everything that uses much code. */
    private static final int WARM_UP_SECONDS = 2;

    private static final int MUCH_CODE_WARM_UP_SECONDS = 5;

    /** With as many threads as processors the compiler gets a part of one. */
    private static final int MORE_FOR_TWO_THREADS = 1;

    /** What each benchmark is bounded by. */
    private static final Map<String, String> BOUNDS = Map.of(
            "warm", "bare",
            "appraised", "bare",
            "service", "bare",
            "cold", "bareCold",
            "whole", "bareCold",
            "report", "copy",
            "evidence", "copy",
            "quote", "copy");

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
     * Benchmarks with one set of parameters, so that JMH measures each work soon before or after its bound.
     *
     * @param owner how their class begins
     * @param parameters by name
     * @param warmUp seconds
     */
    private record Run(String owner, Map<String, Enum<?>> parameters, int warmUp) {
        Collection<RunResult> results(int seconds, int threads) throws RunnerException {
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .include("\\." + owner + "Benchmark\\.")
                    .threads(threads)
                    .forks(FORKS)
                    .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")
                    .warmupIterations(warmUp + (threads == 1 ? 0 : MORE_FOR_TWO_THREADS))
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(ROUNDS)
                    .measurementTime(TimeValue.milliseconds(1000L * seconds / (FORKS * ROUNDS)))
                    .addProfiler(GCProfiler.class)
                    // Keys that threads share are behind locks; the library's are not shared.
                    .exclude(threads == 1 ? "bareByThread$" : "bare$");
            parameters.forEach((name, value) -> options.param(name, value.name()));
            return new Runner(options.build()).run();
        }
    }

    /**
     * Runs everything.
     *
     * @param arguments the folder to write to, and seconds for each figure, both forks together, beside those for warming up
     * @throws RunnerException if JMH fails
     * @throws IOException if the folder cannot be written to
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int seconds = Integer.parseInt(arguments[1]);
        List<RunResult> results = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            for (Run run : runs()) {
                results.addAll(run.results(seconds, threads));
            }
        }
        Files.writeString(folder.resolve("jmh.json"), json(results));
        Files.writeString(folder.resolve("results.md"), table(seconds, figures(results)));
    }

    private static List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            runs.add(new Run("(Snp|Tdx)Decode", Map.of("origin", origin), WARM_UP_SECONDS));
        }
        for (Backend backend : Backend.available()) {
            for (Origin origin : Origin.values()) {
                runs.add(new Run("SnpVerify", Map.of("backend", backend, "origin", origin), MUCH_CODE_WARM_UP_SECONDS));
            }
            for (Origin origin : TdxSample.origins()) {
                runs.add(new Run(
                        "TdxVerify", Map.of("backend", backend, "collateral", origin), MUCH_CODE_WARM_UP_SECONDS));
            }
        }
        for (FortyRules evidence : FortyRules.all()) {
            runs.add(new Run("Appraisal", Map.of("evidence", evidence), MUCH_CODE_WARM_UP_SECONDS));
        }
        return runs;
    }

    /** As JMH writes it, but without the folders of this machine, and without a line for each number. */
    private static String json(Collection<RunResult> results) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(json, true, StandardCharsets.UTF_8);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        return json.toString(StandardCharsets.UTF_8)
                .replace(System.getProperty("java.home"), "JAVA_HOME")
                .replace("-Dassay.corpus=" + System.getProperty("assay.corpus"), "-Dassay.corpus=CORPUS")
                .replaceAll("\n {8,}", "");
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
        figures.sort(Comparator.comparing(Figure::group).thenComparing(Figure::threads));
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
        table.append(Machine.describe())
                .append(String.format(
                        Locale.ROOT,
                        "%n%nTwo forks, each with four rounds of %d ms after %d s to warm up, %d s for decoding, and %d s"
                                + " more with two threads. Medians; microseconds are of one call on one thread. An"
                                + " error is half of the interval of 99.9 %% of a mean of eight rounds.%n%n\"Of its bound\" is"
                                + " the rate over that of the bare work with the same parameters and threads (`bare` or"
                                + " `bareByThread`, `bareCold`, `copy`), which was measured within some two minutes: on a machine that"
                                + " changes its speed `ratios.md`, whose rounds take turns, is more certain. \"Of one thread\""
                                + " is the rate of both threads over that of one. Bytes are certain.%n%n"
                                + "| what | threads | a second | microseconds | error | of its bound | of one thread |"
                                + " bytes a call |%n|---|---:|---:|---:|---:|---:|---:|---:|%n",
                        1000 * seconds / (FORKS * ROUNDS),
                        MUCH_CODE_WARM_UP_SECONDS,
                        WARM_UP_SECONDS,
                        MORE_FOR_TWO_THREADS));
        for (Figure figure : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s `%s` | %d | %,.0f | %.2f | %.0f %% | %s | %s | %,.0f |%n",
                    figure.group(),
                    figure.method(),
                    figure.threads(),
                    figure.perSecond(),
                    figure.threads() * 1e6 / figure.perSecond(),
                    100 * figure.error(),
                    over(figure, bound(figure, figures)),
                    over(figure, ofOneThread(figure, figures)),
                    figure.bytes()));
        }
        return table.toString();
    }

    private static Optional<Figure> bound(Figure figure, List<Figure> figures) {
        String bound = BOUNDS.get(figure.method());
        if (bound == null) {
            return Optional.empty();
        }
        String method = bound.equals("bare") && figure.threads() > 1 ? "bareByThread" : bound;
        return find(figures, figure.group(), method, figure.threads());
    }

    private static Optional<Figure> ofOneThread(Figure figure, List<Figure> figures) {
        return figure.threads() == 1
                ? Optional.empty()
                : find(figures, figure.group(), figure.method().replace("ByThread", ""), 1);
    }

    private static Optional<Figure> find(List<Figure> figures, String group, String method, int threads) {
        return figures.stream()
                .filter(figure ->
                        figure.group().equals(group) && figure.method().equals(method) && figure.threads() == threads)
                .findFirst();
    }

    private static String over(Figure figure, Optional<Figure> other) {
        return other.map(one -> String.format(Locale.ROOT, "%.2f", figure.perSecond() / one.perSecond()))
                .orElse("");
    }
}
