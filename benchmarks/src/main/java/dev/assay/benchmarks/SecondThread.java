package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What a second thread brings to verifications of known and of new platforms, beside what it brings to their bare checks: each
 * with one thread and with two, in turn, many times over, by the clock. Writes a table into a folder.
 */
public final class SecondThread {
    private static final double WARM_UP_SECONDS = 3;
    private static final int ROUNDS = 21;
    private static final double ROUND_SECONDS = 0.1;

    private final ThreadRates threads;
    private final StringBuilder table = new StringBuilder();

    private SecondThread(ThreadRates threads) {
        this.threads = threads;
    }

    /**
     * Measures everything.
     *
     * @param arguments the folder to write to
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (ThreadRates threads = new ThreadRates()) {
            SecondThread all = new SecondThread(threads);
            all.measure();
            all.write(folder.resolve("threads.md"));
        }
    }

    private void measure() throws Exception {
        for (Backend backend : Backend.available()) {
            for (Origin origin : Origin.values()) {
                SnpVerifyBenchmark snp = SnpVerifyBenchmark.of(backend, origin);
                String name = "SNP, " + backend + ", " + origin;
                known(name, snp.bareOfAThread(), snp.bareOfAThread(), snp::warm);
                fresh(name, snp::bareCold, snp::cold);
            }
            for (Origin origin : TdxSample.origins()) {
                TdxVerifyBenchmark tdx = TdxVerifyBenchmark.of(backend, origin);
                String name = "TDX, " + backend + ", " + origin;
                known(name, tdx.bareOfAThread(), tdx.bareOfAThread(), tdx::warm);
                fresh(name, tdx::bareCold, tdx::cold);
            }
        }
    }

    private void known(String name, Primitive one, Primitive two, Callable<?> warm) throws Exception {
        compare(name + ": known platform", List.<Callable<?>>of(one::run, two::run), warm);
    }

    /** Its bare checks make their keys anew, and so share none. */
    private void fresh(String name, Callable<?> bare, Callable<?> cold) throws Exception {
        compare(name + ": new platform", List.<Callable<?>>of(bare, bare), cold);
    }

    private void write(Path file) throws IOException {
        Files.writeString(
                file,
                "# A second thread\n\n" + Machine.describe()
                        + "\n\nRates of two threads over those of one; each thread has a key of its own for the bare check.\n\n"
                        + "| what | bare checks | verification | of the bare checks' | quartiles |\n|---|---:|---:|---:|---:|\n"
                        + table);
    }

    private void compare(String name, List<Callable<?>> bare, Callable<?> verification) throws Exception {
        List<Callable<?>> both = List.of(verification, verification);
        double[] bareGains = new double[ROUNDS];
        double[] gains = new double[ROUNDS];
        double[] shares = new double[ROUNDS];
        threads.rate(bare, WARM_UP_SECONDS);
        threads.rate(both, WARM_UP_SECONDS);
        for (int round = 0; round < ROUNDS; round++) {
            bareGains[round] = gain(bare);
            gains[round] = gain(both);
            shares[round] = gains[round] / bareGains[round];
        }
        String line = String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f, %.2f |%n",
                name,
                Interleaved.median(bareGains),
                Interleaved.median(gains),
                Interleaved.median(shares),
                Interleaved.at(shares, 0.25),
                Interleaved.at(shares, 0.75));
        table.append(line);
        System.out.print(line);
    }

    /** The rate of both over that of the first. */
    private double gain(List<Callable<?>> works) throws Exception {
        return threads.rate(works, ROUND_SECONDS) / threads.rate(works.subList(0, 1), ROUND_SECONDS);
    }
}
