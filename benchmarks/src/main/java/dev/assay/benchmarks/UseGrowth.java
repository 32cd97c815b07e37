package dev.assay.benchmarks;

import dev.assay.Verifier;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the first, the second, the next evidence of one platform costs: Bouncy Castle makes a key's tables when it is used
 * first, and larger ones when it has been used a few times.
 */
final class UseGrowth {
    /** After so many uses a key's tables do not change any more. */
    static final int SETTLED = 6;

    private static final int USES = 8;
    private static final int PLATFORMS = 100;

    private final SnpChips chips;
    private final TdxPlatforms platforms;

    UseGrowth(SnpChips chips, TdxPlatforms platforms) {
        this.chips = chips;
        this.platforms = platforms;
    }

    /** Verifies evidence of a platform. */
    private interface Verification {
        void of(int platform) throws Exception;
    }

    void measure(GrowthResults results) throws Exception {
        List<byte[]> extended = IntStream.range(0, Math.min(PLATFORMS, chips.count()))
                .mapToObj(chips::extended)
                .toList();
        results.add(series(
                "SEV-SNP: the reports of a new platform, one after another", "report", extended.size(), () -> {
                    Verifier verifier = chips.roomyVerifier(extended.size());
                    return chip -> chips.verify(verifier, extended.get(chip));
                }));
        int quotes = Math.min(PLATFORMS, platforms.count());
        results.add(series("TDX: the quotes of a new platform, one after another", "quote", quotes, () -> {
            Verifier verifier = platforms.roomyVerifier(quotes);
            return platform -> platforms.verify(verifier, platform);
        }));
    }

    private static GrowthSeries series(String title, String evidence, int count, Supplier<Verification> start)
            throws Exception {
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        double[] medians = MedianTime.medians(() -> {
            Verification verification = start.get();
            double[] micros = new double[USES];
            for (int use = 0; use < USES; use++) {
                micros[use] = MedianTime.once(all, verification::of).micros();
            }
            return micros;
        });
        return GrowthSeries.of(title, evidence, IntStream.rangeClosed(1, USES).toArray(), medians);
    }
}
