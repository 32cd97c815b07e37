package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What has no signature check, and what reads everything anew, on one thread and on two, in turn and by the clock, in code that
 * has been called for seconds before: decoding, the decision of a policy and the forms of its result, and verification from bytes.
 * Writes a table into a folder.
 */
public final class OneAndTwoThreads {
    private static final double WARM_UP_SECONDS = 3;
    private static final int ROUNDS = 11;
    private static final double ROUND_SECONDS = 0.1;

    /** To ask for the time takes as long as to decode a report does. */
    private static final int MANY = 100;

    private final ThreadRates threads;
    private final StringBuilder table = new StringBuilder();

    private OneAndTwoThreads(ThreadRates threads) {
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
            OneAndTwoThreads all = new OneAndTwoThreads(threads);
            all.decoding();
            all.appraisal();
            all.everythingFromBytes();
            all.write(folder.resolve("one-and-two-threads.md"));
        }
    }

    private void write(Path file) throws IOException {
        Files.writeString(
                file,
                "# One thread and two\n\n" + Machine.describe()
                        + "\n\nMicroseconds of a call on one thread, and the calls a second of two threads over those of one:"
                        + " medians of rounds in turn, and the quartiles of the second.\n\n"
                        + "| what | microseconds | second thread | quartiles |\n|---|---:|---:|---:|\n" + table);
    }

    private void decoding() throws Exception {
        for (Origin origin : Origin.values()) {
            SnpDecodeBenchmark report = SnpDecodeBenchmark.of(origin);
            compare("report, " + origin + ", copied", MANY, report::copy);
            compare("report, " + origin + ", decoded", MANY, report::report);
            TdxDecodeBenchmark quote = TdxDecodeBenchmark.of(origin);
            compare("quote, " + origin + ", copied", MANY, quote::copy);
            compare("quote, " + origin + ", decoded", MANY, quote::quote);
        }
    }

    private void appraisal() throws Exception {
        for (FortyRules rules : FortyRules.all()) {
            AppraisalBenchmark appraisal = AppraisalBenchmark.of(rules);
            compare("forty rules, " + rules + ", decision", MANY, appraisal::decide);
            compare("forty rules, " + rules + ", every rule spelled out", 1, appraisal::rules);
            compare("forty rules, " + rules + ", JSON", 1, appraisal::json);
            compare("forty rules, " + rules + ", EAR", 1, appraisal::ear);
        }
    }

    private void everythingFromBytes() throws Exception {
        for (Backend backend : Backend.available()) {
            for (Origin origin : Origin.values()) {
                SnpVerifyBenchmark snp = SnpVerifyBenchmark.of(backend, origin);
                compare("SNP, " + backend + ", " + origin + ", everything from bytes", 1, snp::whole);
            }
            for (Origin origin : TdxSample.origins()) {
                TdxVerifyBenchmark tdx = TdxVerifyBenchmark.of(backend, origin);
                compare("TDX, " + backend + ", " + origin + ", everything from bytes", 1, tdx::whole);
            }
        }
    }

    private void compare(String name, int times, Callable<?> once) throws Exception {
        Callable<?> work = times == 1 ? once : () -> repeated(once, times);
        List<Callable<?>> alone = List.of(work);
        List<Callable<?>> both = List.of(work, work);
        threads.rate(alone, WARM_UP_SECONDS);
        double[] micros = new double[ROUNDS];
        double[] gains = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double one = threads.rate(alone, ROUND_SECONDS);
            double two = threads.rate(both, ROUND_SECONDS);
            micros[round] = 1e6 / one / times;
            gains[round] = two / one;
        }
        String line = String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f, %.2f |%n",
                name,
                Interleaved.median(micros),
                Interleaved.median(gains),
                Interleaved.at(gains, 0.25),
                Interleaved.at(gains, 0.75));
        table.append(line);
        System.out.print(line);
    }

    /** Called with so many kinds of work that none is compiled into it, and so none is left out. */
    private static Object repeated(Callable<?> work, int times) throws Exception {
        Object last = work.call();
        for (int i = 1; i < times; i++) {
            last = work.call();
        }
        return last;
    }
}
