package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What a second thread brings to verifications of a known platform, beside what it brings to the bare check: each with one
 * thread and with two, in turn, many times over, by the clock. Writes a table into a folder.
 */
public final class SecondThread {
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 21;
    private static final double ROUND_SECONDS = 0.15;

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
            SnpVerifyBenchmark snp = SnpVerifyBenchmark.of(backend, Origin.REAL);
            compare(
                    "SNP, " + backend,
                    List.<Callable<?>>of(snp.bareOfAThread()::run, snp.bareOfAThread()::run),
                    snp::warm);
            TdxVerifyBenchmark tdx = TdxVerifyBenchmark.of(backend, Origin.MINTED);
            compare(
                    "TDX, " + backend,
                    List.<Callable<?>>of(tdx.bareOfAThread()::run, tdx.bareOfAThread()::run),
                    tdx::warm);
        }
    }

    private void write(Path file) throws IOException {
        Files.writeString(
                file,
                "# A second thread\n\n" + Machine.describe()
                        + "\n\nRates of two threads over those of one; each thread has a key of its own for the bare check.\n\n"
                        + "| known platform | bare check | verification | of the bare check's | quartiles |\n|---|---:|---:|---:|---:|\n"
                        + table);
    }

    private void compare(String name, List<Callable<?>> bare, Callable<?> warm) throws Exception {
        double[] bareGains = new double[ROUNDS];
        double[] warmGains = new double[ROUNDS];
        double[] shares = new double[ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double bareGain = threads.rate(bare, ROUND_SECONDS) / threads.rate(bare.subList(0, 1), ROUND_SECONDS);
            double warmGain =
                    threads.rate(List.of(warm, warm), ROUND_SECONDS) / threads.rate(List.of(warm), ROUND_SECONDS);
            if (round >= 0) {
                bareGains[round] = bareGain;
                warmGains[round] = warmGain;
                shares[round] = warmGain / bareGain;
            }
        }
        String line = String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f, %.2f |%n",
                name,
                Interleaved.median(bareGains),
                Interleaved.median(warmGains),
                Interleaved.median(shares),
                Interleaved.at(shares, 0.25),
                Interleaved.at(shares, 0.75));
        table.append(line);
        System.out.print(line);
    }
}
