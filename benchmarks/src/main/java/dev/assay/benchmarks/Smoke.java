package dev.assay.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A quick look at the ratios that matter, for builds: what JMH measures of verification, decoding and decision is called in
 * turn with its primitive in the same process, and only the median of the ratios is judged, with room for a busy machine. No
 * time is. JMH itself would measure one after the other, and compare two moments of the machine.
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
        boolean good = holds("SNP, known chip", 0.65, snp::warm, snp::bare);
        good &= holds("SNP, known chip, with appraisal", 0.60, snp::service, snp::bare);
        good &= holds("TDX, known platform", 0.50, tdx::warm, tdx::bare);
        good &= holds("TDX, known platform, with appraisal", 0.45, tdx::service, tdx::bare);
        good &= holds("SNP, new chip", 0.55, snp::cold, snp::bareCold);
        good &= holds("TDX, new platform", 0.50, tdx::cold, tdx::bareCold);
        good &= holds("SNP, everything from bytes", 0.50, snp::whole, snp::bareCold);
        good &= holds("TDX, everything from bytes", 0.45, tdx::whole, tdx::bareCold);
        SnpDecodeBenchmark report = SnpDecodeBenchmark.of(Origin.REAL);
        good &= holds("SNP, decoding", 200, report::report, snp::bare);
        TdxDecodeBenchmark quote = TdxDecodeBenchmark.of(Origin.MINTED);
        good &= holds("TDX, decoding", 20, quote::quote, tdx::bare);
        AppraisalBenchmark appraisal = AppraisalBenchmark.of(FortyRules.TDX_MINTED);
        good &= holds("TDX, forty rules", 5.0, appraisal::decide, tdx::bare);
        if (!good) {
            System.exit(1);
        }
    }

    private static boolean holds(String what, double least, Callable<?> whole, Callable<?> primitive) throws Exception {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        works.put("primitive", primitive);
        works.put(what, whole);
        double median =
                Objects.requireNonNull(INTERLEAVED.measure(works).get(what)).ratio();
        boolean good = median >= least;
        System.out.printf(
                "%s: %.2f of the primitive, at least %.2f: %s%n", what, median, least, good ? "ok" : "FAILED");
        return good;
    }
}
