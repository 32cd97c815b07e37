package dev.assay.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What verifications cost beside the signature checks that they cannot do without, each measured in turn with its own.
 * Writes a table, the same as JSON, and a plot into a folder. A ratio of 1 means that everything else is free.
 */
public final class Ratios {
    private final Interleaved interleaved = new Interleaved(4, 21, 80);
    private final StringBuilder table = new StringBuilder();
    private final List<String> json = new ArrayList<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();

    private Ratios() {}

    /**
     * Measures everything.
     *
     * @param arguments the folder to write to
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Ratios all = new Ratios();
        all.table.append("# Beside the primitives\n\n").append(Machine.describe());
        all.table.append("\n\n| what | microseconds | of its primitive | quartiles |\n|---|---:|---:|---:|\n");
        for (Backend backend : Backend.available()) {
            for (Origin origin : Origin.values()) {
                all.snp(backend, origin);
            }
            for (Origin origin : TdxSample.origins()) {
                all.tdx(backend, origin);
            }
        }
        Files.writeString(folder.resolve("ratios.md"), all.table);
        Files.writeString(folder.resolve("ratios.json"), "[\n" + String.join(",\n", all.json) + "\n]\n");
        Files.writeString(folder.resolve("ratios.svg"), RatioPlot.of(all.ratios));
    }

    private void snp(Backend backend, Origin origin) throws Exception {
        SnpVerifyBenchmark snp = SnpVerifyBenchmark.of(backend, origin);
        String name = "SNP, " + backend + ", " + origin + ": ";
        known(name, snp::bare, snp::warm, snp::appraised, snp::service);
        fresh(name, snp::bareCold, snp::cold, snp::whole);
    }

    private void tdx(Backend backend, Origin origin) throws Exception {
        TdxVerifyBenchmark tdx = TdxVerifyBenchmark.of(backend, origin);
        String name = "TDX, " + backend + ", " + origin + ": ";
        known(name, tdx::bare, tdx::warm, tdx::appraised, tdx::service);
        fresh(name, tdx::bareCold, tdx::cold, tdx::whole);
    }

    private void known(String name, Callable<?> bare, Callable<?> warm, Callable<?> appraised, Callable<?> service)
            throws Exception {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        works.put(name + "one signature check", bare);
        works.put(name + "known platform", warm);
        works.put(name + "known platform, with appraisal", appraised);
        works.put(name + "known platform, from bytes to appraisal", service);
        note(works);
    }

    private void fresh(String name, Callable<?> bare, Callable<?> cold, Callable<?> whole) throws Exception {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        works.put(name + "all signature checks", bare);
        works.put(name + "new platform", cold);
        works.put(name + "new platform, everything from bytes", whole);
        note(works);
    }

    private void note(Map<String, Callable<?>> works) throws Exception {
        String first = works.keySet().iterator().next();
        interleaved.measure(works).forEach((name, figure) -> {
            boolean bound = name.equals(first);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %s |%n",
                    name,
                    figure.micros(),
                    bound ? "" : String.format(Locale.ROOT, "%.2f", figure.ratio()),
                    bound ? "" : String.format(Locale.ROOT, "%.2f, %.2f", figure.low(), figure.high())));
            json.add(String.format(
                    Locale.ROOT,
                    "  {\"what\": \"%s\", \"microseconds\": %.1f, \"ratio\": %.3f, \"quartiles\": [%.3f, %.3f]}",
                    name,
                    figure.micros(),
                    figure.ratio(),
                    figure.low(),
                    figure.high()));
            if (!bound) {
                ratios.put(name, figure.ratio());
            }
            System.out.printf(Locale.ROOT, "%s: %.1f, %.2f%n", name, figure.micros(), figure.ratio());
        });
    }
}
