package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a table of the lines of JSON that the harnesses print: for each library the median of its rounds. */
public final class PeerTable {
    private static final Map<String, String> LESS = Map.of(
            "sev",
                    "signatures only: no dates, no revocation, no binding of certificate to report; with arithmetic in Rust, not by its"
                            + " feature for OpenSSL",
            "github.com/google/go-sev-guest",
                    "its second step, which ties report to certificate and judges versions, is left out",
            "github.com/google/go-tdx-guest", "starts of validity and delta lists are not looked at",
            "dcap-qvl (Rust)", "PCEID and half of the quoting enclave's report data are not compared",
            "@phala/dcap-qvl (JavaScript)", "signatures of revocation lists and the TDX module are not checked");

    private PeerTable() {}

    /**
     * Reads lines and writes the table.
     *
     * @param arguments the file with the lines, and that for the table
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, List<Double>> rates = new TreeMap<>();
        List<String> tools = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (line.startsWith("{\"tool\"")) {
                tools.add(member(line, "tool"));
                continue;
            }
            String name = String.join(
                    " | ", member(line, "vector"), member(line, "peer"), member(line, "version"), member(line, "job"));
            rates.computeIfAbsent(name, key -> new ArrayList<>()).add(number(line));
        }
        StringBuilder table = new StringBuilder("# Beside other libraries\n\n" + Machine.describe()
                + (tools.isEmpty() ? "" : " Tools: " + String.join("; ", tools) + ".") + "\n\n");
        table.append(
                "`whole` is from bytes to verdict with nothing kept; `known` and `kept` are the next evidence of a");
        table.append(
                " platform that is known, as far as a library has that. One thread. Medians of rounds in turn. Whether"
                        + " there is a revocation list to check is the vector's: there is none for SEV-SNP, for"
                        + " anybody.\n\n");
        table.append("| vector | library | version | job | a second | from, to | checks less |\n");
        table.append("|---|---|---|---|---:|---:|---|\n");
        rates.forEach((name, all) -> {
            Collections.sort(all);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f, %,.0f | %s |%n",
                    name,
                    all.get(all.size() / 2),
                    all.get(0),
                    all.get(all.size() - 1),
                    LESS.getOrDefault(name.split(" \\| ", -1)[1], "")));
        });
        Files.writeString(Path.of(arguments[1]), table);
    }

    private static String member(String line, String name) {
        return find(line, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static double number(String line) {
        return Double.parseDouble(find(line, "\"perSecond\":([0-9.eE+]+)"));
    }

    private static String find(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.find()) {
            throw new IllegalArgumentException("not a line of a harness: " + line);
        }
        return matcher.group(1);
    }
}
