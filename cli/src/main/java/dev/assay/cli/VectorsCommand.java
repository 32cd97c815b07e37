package dev.assay.cli;

import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.ManifestException;
import dev.assay.testvectors.manifest.RunReport;
import dev.assay.testvectors.manifest.Runner;
import dev.assay.testvectors.manifest.VectorResult;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay vectors}: runs test vectors against this library. */
final class VectorsCommand implements Command {
    @Override
    public CommandSpec spec() {
        return new Syntax("vectors", "Runs test vectors, prints each that fails, and counts.")
                .operand("MANIFEST", "1..*", "lists of vectors; their files are relative to the folder above each list")
                .spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException {
        List<Manifest> manifests = new ArrayList<>();
        for (String name : arguments.matchedPositionalValue(0, List.<String>of())) {
            try {
                manifests.add(Manifest.load(InputFile.path(name)));
            } catch (ManifestException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
        RunReport report = run(manifests);
        for (VectorResult failure : report.failures()) {
            terminal.out().print(failure.description() + "\n");
        }
        terminal.out().print(report.summary() + "\n");
        return report.success() ? ExitStatus.SUCCESS : ExitStatus.REFUSED;
    }

    private static RunReport run(List<Manifest> manifests) {
        try {
            return Runner.of(new AssaySubject())
                    .threads(Runtime.getRuntime().availableProcessors())
                    .run(manifests);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
