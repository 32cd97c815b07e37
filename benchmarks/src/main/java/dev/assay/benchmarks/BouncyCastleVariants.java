package dev.assay.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * What one signature check costs with Bouncy Castle, by what of its interface is used and what is kept, each in turn with
 * the library's way, with Java's own code and with Amazon's. Writes a table into a folder.
 */
public final class BouncyCastleVariants {
    private static final int CALLS = 100;

    private final Interleaved interleaved = new Interleaved(1, 21, 40);
    private final StringBuilder table = new StringBuilder();

    private BouncyCastleVariants() {}

    /**
     * Measures everything.
     *
     * @param arguments the folder to write to
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        BouncyCastleVariants all = new BouncyCastleVariants();
        all.measure("P-384", SnpSample.of(Origin.REAL).signed());
        all.measure("P-256", TdxSample.minted().signed());
        Files.writeString(
                folder.resolve("bouncy-castle.md"),
                "# What Bouncy Castle's interface allows\n\n" + Machine.describe()
                        + "\n\nOne signature check, hash included: microseconds, how often the library's way fits into it"
                        + " (medians, round by round, and quartiles), and bytes.\n" + all.table);
    }

    private void measure(String curve, Primitive.Signed signed) throws Exception {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        add(works, BouncyCastleVariant.CUSTOM_OWN.label(), BouncyCastleVariant.CUSTOM_OWN.prepare(signed), signed);
        for (BouncyCastleVariant variant : BouncyCastleVariant.values()) {
            if (variant != BouncyCastleVariant.CUSTOM_OWN) {
                add(works, variant.label(), variant.prepare(signed), signed);
            }
        }
        add(works, "Java platform, key kept", Backend.PLATFORM.prepare(signed), signed);
        if (Backend.available().contains(Backend.CORRETTO)) {
            add(works, "Amazon Corretto, key kept", Backend.CORRETTO.prepare(signed), signed);
        }
        Map<String, Interleaved.Figure> figures = interleaved.measure(works);
        table.append(String.format(
                "%n## %s%n%n| | microseconds | of the library's | quartiles | bytes |%n|---|---:|---:|---:|---:|%n",
                curve));
        for (Map.Entry<String, Callable<?>> work : works.entrySet()) {
            Interleaved.Figure figure = Objects.requireNonNull(figures.get(work.getKey()));
            String line = String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.2f | %.2f, %.2f | %.0f |%n",
                    work.getKey(),
                    figure.micros(),
                    1 / figure.ratio(),
                    1 / figure.high(),
                    1 / figure.low(),
                    Allocated.bytes(work.getValue(), CALLS));
            table.append(line);
            System.out.print(curve + " " + line);
        }
    }

    private static void add(
            Map<String, Callable<?>> works, String label, Primitive.PreparedKey key, Primitive.Signed signed) {
        works.put(label, () -> key.check(signed));
    }
}
