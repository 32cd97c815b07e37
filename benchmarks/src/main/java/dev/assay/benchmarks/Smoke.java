package dev.assay.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A quick look at the ratios that matter, for builds: what JMH measures of verification, decoding and decision is called in
 * turn with its primitive in the same process, and only the median of the ratios is judged, with room for a busy machine. No
 * time is. JMH itself measures one after the other, and compares two moments of the machine: it is run for one pair only.
 */
public final class Smoke {
    private static final Interleaved INTERLEAVED = new Interleaved(2, 15, 60);

    private Smoke() {}

    /**
     * Fails if something costs much more than its primitive.
     *
     * @param arguments none
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        SnpVerifyBenchmark snp = SnpVerifyBenchmark.of(Backend.BOUNCY_CASTLE, Origin.REAL);
        TdxVerifyBenchmark tdx = TdxVerifyBenchmark.of(Backend.BOUNCY_CASTLE, Origin.MINTED);
        SnpDecodeBenchmark report = SnpDecodeBenchmark.of(Origin.REAL);
        TdxDecodeBenchmark quote = TdxDecodeBenchmark.of(Origin.MINTED);
        AppraisalBenchmark appraisal = AppraisalBenchmark.of(FortyRules.TDX_MINTED);
        boolean good = hold(
                snp::bare,
                new Demand("SNP, known chip", 0.65, snp::warm),
                new Demand("SNP, known chip, with appraisal", 0.60, snp::service),
                new Demand("SNP, decoding", 200, report::report));
        good &= hold(
                snp::bareCold,
                new Demand("SNP, new chip", 0.55, snp::cold),
                new Demand("SNP, everything from bytes", 0.50, snp::whole));
        good &= hold(
                tdx::bare,
                new Demand("TDX, known platform", 0.50, tdx::warm),
                new Demand("TDX, known platform, with appraisal", 0.45, tdx::service),
                new Demand("TDX, decoding", 20, quote::quote),
                new Demand("TDX, forty rules", 5.0, appraisal::decide));
        good &= hold(
                tdx::bareCold,
                new Demand("TDX, new platform", 0.50, tdx::cold),
                new Demand("TDX, everything from bytes", 0.45, tdx::whole));
        good &= jmh();
        if (!good) {
            System.exit(1);
        }
    }

    /** That JMH runs the same in a process of its own. It compares two moments of the machine, hence the wider margin. */
    private static boolean jmh() throws RunnerException {
        Map<String, Double> rates = new LinkedHashMap<>();
        var options = new OptionsBuilder()
                .include("TdxVerifyBenchmark\\.(bare|warm)$")
                .param("backend", Backend.BOUNCY_CASTLE.name())
                .param("collateral", Origin.MINTED.name())
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(1500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(options).run()) {
            rates.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        return judged(
                "TDX, known platform, by JMH",
                Objects.requireNonNull(rates.get("warm")) / Objects.requireNonNull(rates.get("bare")),
                0.25);
    }

    private static boolean judged(String what, double ratio, double least) {
        boolean good = ratio >= least;
        System.out.printf("%s: %.2f of the primitive, at least %.2f: %s%n", what, ratio, least, good ? "ok" : "FAILED");
        return good;
    }

    /**
     * What some work may cost.
     *
     * @param what its name
     * @param least how often it has to fit into its primitive at least
     * @param work the work
     */
    private record Demand(String what, double least, Callable<?> work) {}

    private static boolean hold(Callable<?> primitive, Demand... demands) throws Exception {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        works.put("primitive", primitive);
        for (Demand demand : demands) {
            works.put(demand.what(), demand.work());
        }
        Map<String, Interleaved.Figure> figures = INTERLEAVED.measure(works);
        boolean all = true;
        for (Demand demand : demands) {
            double median = Objects.requireNonNull(figures.get(demand.what())).ratio();
            all &= judged(demand.what(), median, demand.least());
        }
        return all;
    }
}
