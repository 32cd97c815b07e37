package dev.assay.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a verification costs when something around it grows. Writes a table and a plot into a folder. */
public final class Growth {
    /** Each takes an RSA-4096 signature to make. */
    private static final int MOST_CHIPS = 10_000;

    private Growth() {}

    /**
     * Measures all series.
     *
     * @param arguments the folder to write to, and the largest number of platforms
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        GrowthResults results = new GrowthResults();
        SnpChips chips = SnpChips.mint(Math.min(MOST_CHIPS, count));
        TdxPlatforms platforms = TdxPlatforms.mint(count);
        new UseGrowth(chips, platforms).measure(results);
        new SnpGrowth(chips).measure(results);
        new TdxGrowth(platforms).measure(results);
        new ListGrowth().measure(results);
        new PolicyGrowth(platforms.verify(platforms.roomyVerifier(1), 0)).measure(results);
        Files.writeString(folder.resolve("growth.md"), results.table());
        Files.writeString(folder.resolve("growth.svg"), results.plot());
    }
}
