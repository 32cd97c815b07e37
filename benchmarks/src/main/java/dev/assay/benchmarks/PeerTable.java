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

/** Makes a table of the lines of JSON that the harnesses print: for each library the median of its rounds, and what was skipped. */
public final class PeerTable {
    /** What each library leaves out of the job, and how many wrong vectors RESULTS.md therefore finds it to accept. */
    static final Map<String, String> LESS = Map.of(
            "sev",
                    "signatures only: no dates, extensions, authority, key kinds or algorithms, no revocation, no binding of"
                            + " certificate to report, and no reserved bytes; with arithmetic in Rust, not by its feature"
                            + " for OpenSSL; accepts 87 wrong vectors",
            "github.com/google/go-sev-guest",
                    "dates, form and critical extensions of lists, the revocation of a VCEK, an ASVK or an ARK, the"
                            + " certificate's product name, key length and algorithm of intermediates, and bytes that only"
                            + " version 5 has; takes roots and intermediates parsed; accepts 20 wrong vectors",
            "github.com/google/go-tdx-guest",
                    "starts of validity of TCB info and lists, delta lists, key usage and constraints of issuers, and parts"
                            + " of the SGX extension that are missing or there twice; accepts 6 wrong vectors of version 4,"
                            + " and has no version 5",
            "dcap-qvl (Rust)",
                    "PCEID, half of the quoting enclave's report data, key usage and constraints, a fourth certificate,"
                            + " component versions of the SGX extension, missing components of levels, starts of lists'"
                            + " validity, and outer type and length; accepts 29 wrong vectors",
            "@phala/dcap-qvl (JavaScript)",
                    "signatures, issuers and dates of lists, the TDX module, PCEID, the QE vendor, half of the quoting"
                            + " enclave's report data, key usage, constraints and critical extensions, component versions of"
                            + " the SGX extension, numbers and lengths in TCB info, and types and sizes; accepts 74 wrong vectors");

    /** What must be known to read the table. */
    private static final String INTRODUCTION =
            "`whole` is from bytes to verdict with nothing kept; `known` and `kept` are the next evidence of a platform that"
                    + " is known, as far as a library has that. One thread. Medians of rounds in turn. Revocation lists are"
                    + " the vector's, and who does not check them says so in the last column: with `snp-real/milan-v2` there is"
                    + " none, with `snp/report/genuine` one, and with each of TDX two. How many wrong vectors each library"
                    + " accepts, which and why is in [RESULTS.md](../peers/RESULTS.md).\n\n"
                    + "Java's certificate factory keeps what it has parsed, 750 certificates and as many lists at most. So"
                    + " Assay's `whole`, which reads the same certificates and lists over and over, reads them more cheaply"
                    + " than ones that it never saw; all else is done anew. The other libraries parse anew each time, but"
                    + " for roots, which some take parsed, and what the last column says.\n\n";

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
        Map<String, String> skipped = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (line.startsWith("{\"tool\"")) {
                tools.add(member(line, "tool"));
                continue;
            }
            if (line.startsWith("{\"skipped\"")) {
                skipped.put(member(line, "skipped"), member(line, "why"));
                continue;
            }
            String name = String.join(
                    " | ", member(line, "vector"), member(line, "peer"), member(line, "version"), member(line, "job"));
            rates.computeIfAbsent(name, key -> new ArrayList<>()).add(number(line));
        }
        StringBuilder table = new StringBuilder("# Beside other libraries\n\n" + Machine.describe()
                + (tools.isEmpty() ? "" : " Tools: " + String.join("; ", tools) + ".") + "\n\n");
        table.append(INTRODUCTION);
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
        if (!skipped.isEmpty()) {
            table.append("\n## Skipped\n\n");
            skipped.forEach((what, why) ->
                    table.append("- ").append(what).append(": ").append(why).append('\n'));
        }
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
