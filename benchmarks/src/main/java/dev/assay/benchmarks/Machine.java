package dev.assay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What results were measured on, without names of hosts or people. */
public final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path MEMORY_INFO = Path.of("/proc/meminfo");
    private static final String UNKNOWN = "unknown";

    private Machine() {}

    /**
     * Prints the description, for tables that a script makes.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(describe());
    }

    static String describe() {
        return field(CPU_INFO, "model name") + " (family " + field(CPU_INFO, "cpu family") + ", model "
                + field(CPU_INFO, "model\t") + "), " + Runtime.getRuntime().availableProcessors() + " processors, "
                + field(MEMORY_INFO, "MemTotal") + " of memory; Java " + System.getProperty("java.vm.version") + " ("
                + System.getProperty("java.vendor") + "), " + System.getProperty("os.name") + " "
                + System.getProperty("os.version").replaceFirst("-.*", "") + " " + System.getProperty("os.arch") + ".";
    }

    /** What stands behind the colon of the first line that begins so. */
    private static String field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException | UncheckedIOException e) {
            return UNKNOWN;
        }
    }
}
