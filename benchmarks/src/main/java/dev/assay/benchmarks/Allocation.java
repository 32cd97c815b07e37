package dev.assay.benchmarks;

import dev.assay.endorsement.Endorsements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Where every allocated byte goes: the exact bytes of each part and of the whole, and the library's methods that are
 * responsible for them. Writes a table into a folder.
 *
 * <p>Samples are taken when a thread gets a new allocation buffer. So that there are enough of them, and none favours large
 * objects, the buffers should be small and always be left for a new one: {@code -XX:TLABSize=32k -XX:-ResizeTLAB
 * -XX:TLABRefillWasteFraction=1}. The exact figures do not depend on that.
 */
public final class Allocation {
    private static final int KNOWN_CALLS = 200;
    private static final int NEW_CALLS = 30;
    private static final int SAMPLED_BYTES = 120_000_000;
    private static final int LEAST_CALLS = 400;
    private static final int MOST_SITES = 24;

    /** Shares below this are summed up in one row. */
    private static final double LEAST = 0.004;

    private final StringBuilder known = new StringBuilder();
    private final StringBuilder fresh = new StringBuilder();
    private final StringBuilder items = new StringBuilder();
    private final StringBuilder forms = new StringBuilder();
    private final StringBuilder places = new StringBuilder();

    private Allocation() {}

    /**
     * Measures everything.
     *
     * @param arguments the folder to write to
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Allocation all = new Allocation();
        List<AllocationSubject> subjects = AllocationSubject.all();
        // All before any is measured, since they share code, and what is compiled for one may be compiled anew for
        // another.
        for (AllocationSubject subject : subjects) {
            Allocated.warmUp(subject.service(), 1_000);
            Allocated.warmUp(subject.whole(), 1_500);
        }
        for (AllocationSubject subject : subjects) {
            all.measure(subject);
        }
        for (FortyRules rules : FortyRules.all()) {
            all.measure(rules);
        }
        Files.writeString(folder.resolve("allocation.md"), all.text());
    }

    private String text() {
        return "# Where the bytes go\n\n" + Machine.describe()
                + "\n\nBytes for each call, by the counter of the thread, medians. \"All else\" is verification without its"
                + " signature checks; the sum is of the four columns before it, and the difference what the whole takes"
                + " beyond that.\n\n## A known platform\n\n"
                + "| | decoding | signature check | all else | appraisal | sum | from bytes to appraisal | difference |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|\n" + known
                + "\n## A new platform\n\n"
                + "| | decoding | endorsements read | signature checks | all else | sum | everything from bytes | difference |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|\n" + fresh
                + "\nThe difference is what a verification reads of a new endorsement only when it asks: facts of a certificate are kept"
                + " with it, and known to the columns before.\n"
                + "\n## Reading an endorsement\n\nThe platform's certificate factory keeps what it has parsed: a certificate"
                + " that it never saw takes more.\n\n"
                + "| | bytes | allocated | for each byte |\n|---|---:|---:|---:|\n" + items
                + "\n## A result of forty rules\n\n"
                + "| | decision | every rule spelled out | JSON | of characters | EAR | of characters |\n"
                + "|---|---:|---:|---:|---:|---:|---:|\n" + forms
                + "\n## By step and by place\n\nShares are from samples, bytes are these shares of the exact whole. A step is"
                + " the first method of the library below the verification, a place the last before anybody else's code,"
                + " with what was allocated.\n" + places;
    }

    private void measure(AllocationSubject subject) throws Exception {
        String name = subject.name() + ", " + subject.backend();
        System.out.println(name);
        double decode = exact(subject.decode(), KNOWN_CALLS);
        double service = exact(subject.service(), KNOWN_CALLS);
        row(
                known,
                name,
                decode,
                exact(subject.bare(), KNOWN_CALLS),
                exact(subject.warm(), KNOWN_CALLS),
                exact(subject.appraise(), KNOWN_CALLS),
                service);
        double whole = exact(subject.whole(), NEW_CALLS);
        row(
                fresh,
                name,
                decode,
                exact(subject.bareCold(), NEW_CALLS),
                exact(subject.cold(), NEW_CALLS),
                exact(subject.endorsements(), NEW_CALLS),
                whole);
        if (subject.backend() != Backend.BOUNCY_CASTLE) {
            for (byte[] item : subject.items()) {
                double bytes = exact(() -> Endorsements.of(item), NEW_CALLS);
                items.append(String.format(
                        Locale.ROOT,
                        "| %s, %s | %d | %.0f | %.1f |%n",
                        subject.name(),
                        kind(item),
                        item.length,
                        bytes,
                        bytes / item.length));
            }
        }
        places(name + ", from bytes to appraisal", service, subject.service());
        places(name + ", everything from bytes", whole, subject.whole());
    }

    /** The forms of a result: what a response is made of may be larger than all that led to it. */
    private void measure(FortyRules rules) throws Exception {
        System.out.println(rules);
        AppraisalBenchmark appraisal = AppraisalBenchmark.of(rules);
        double json = exact(appraisal::json, NEW_CALLS);
        double ear = exact(appraisal::ear, NEW_CALLS);
        forms.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %d | %.0f | %d |%n",
                rules,
                exact(appraisal::decide, KNOWN_CALLS),
                exact(appraisal::rules, NEW_CALLS),
                json,
                appraisal.json().length(),
                ear,
                appraisal.ear().length()));
        places(rules + ", as JSON", json, appraisal::json);
        places(rules + ", as EAR", ear, appraisal::ear);
    }

    private static double exact(Callable<?> work, int calls) throws Exception {
        Allocated.warmUp(work, 150);
        return Allocated.bytes(work, calls);
    }

    /** Both tables have the same columns but for one: what is not decoding, verification or the whole. */
    private void row(
            StringBuilder table,
            String name,
            double decode,
            double checks,
            double verification,
            double other,
            double whole) {
        double sum = decode + verification + other;
        boolean otherFirst = table == fresh;
        table.append(String.format(Locale.ROOT, "| %s | %.0f |", name, decode));
        if (otherFirst) {
            table.append(String.format(Locale.ROOT, " %.0f |", other));
        }
        table.append(String.format(Locale.ROOT, " %.0f | %.0f |", checks, verification - checks));
        if (!otherFirst) {
            table.append(String.format(Locale.ROOT, " %.0f |", other));
        }
        table.append(String.format(Locale.ROOT, " %.0f | %.0f | %+.0f |%n", sum, whole, whole - sum));
    }

    private void places(String name, double whole, Callable<?> work) throws Exception {
        AllocationSites found = AllocationSites.of(work, Math.max(LEAST_CALLS, (int) (SAMPLED_BYTES / whole)));
        places.append(String.format(
                Locale.ROOT,
                "%n### %s%n%n%.0f bytes; by %d samples %.0f.%n",
                name,
                whole,
                found.samples(),
                found.bytes()));
        places.append("\n| step | bytes | of these signature checks |\n|---|---:|---:|\n");
        rows(
                found.steps(),
                whole,
                step -> String.format(Locale.ROOT, " %.0f |", found.checks().getOrDefault(step, 0.0) * whole));
        places.append("\n| place | bytes |\n|---|---:|\n");
        rows(found.sites(), whole, site -> "");
    }

    private void rows(Map<String, Double> shares, double whole, Function<String, String> more) {
        double rest = 1;
        int rows = 0;
        for (Map.Entry<String, Double> each : AllocationSites.sorted(shares)) {
            if (each.getValue() < LEAST || rows == MOST_SITES) {
                break;
            }
            places.append(String.format(Locale.ROOT, "| %s | %.0f |", each.getKey(), each.getValue() * whole))
                    .append(more.apply(each.getKey()))
                    .append('\n');
            rest -= each.getValue();
            rows++;
        }
        places.append(String.format(
                Locale.ROOT, "| %d more | %.0f |%s%n", shares.size() - rows, Math.max(rest, 0) * whole, blank(more)));
    }

    private static String blank(Function<String, String> more) {
        return more.apply("").isEmpty() ? "" : " |";
    }

    private static String kind(byte[] item) {
        Endorsements read = Endorsements.of(item);
        if (!read.certificates().isEmpty()) {
            return "certificate";
        }
        if (!read.crls().isEmpty()) {
            return "revocation list";
        }
        return read.tcbInfos().isEmpty() ? "QE identity" : "TCB info";
    }
}
