package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDraft;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerifiedQuote;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** What a verification costs when something around it grows. Writes a table and a plot into a folder. */
public final class Growth {
    private static final long ROUND_NANOS = 300_000_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP_ROUNDS = 4;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int ENTRIES = 6;
    private static final int MOST_CERTIFICATES = 1000;

    private final List<byte[]> quotes;
    private final TdxSample sample = TdxSample.minted();
    private final Endorsements endorsements = sample.endorsements();
    private final Map<String, Map<Integer, Double>> series = new TreeMap<>();

    private Growth(int platforms) {
        quotes = IntStream.range(0, platforms)
                .parallel()
                .mapToObj(i -> TdxSimulator.create(IntelHierarchy.create(1000L + i), PckCa.PLATFORM)
                        .quote(4, TdReportEncoder.Kind.TD_1_0, right -> right)
                        .quote())
                .toList();
    }

    /**
     * Measures all series.
     *
     * @param arguments the folder to write to, and the largest number of platforms
     * @throws Exception if evidence is broken
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Growth growth = new Growth(Integer.parseInt(arguments[1]));
        double bytes = growth.platforms();
        growth.capacity();
        growth.lists();
        growth.certificates();
        growth.policies();
        growth.threads();
        StringBuilder table = new StringBuilder("# Growth\n\n" + Machine.describe() + "\n");
        growth.series.forEach((name, points) -> {
            table.append("\n| ").append(name).append(" | microseconds |\n|---:|---:|\n");
            points.forEach(
                    (size, micros) -> table.append(String.format(Locale.ROOT, "| %,d | %.1f |%n", size, micros)));
        });
        table.append(String.format(Locale.ROOT, "%nEach remembered TDX platform takes %.1f kB.%n", bytes / 1000));
        Files.writeString(folder.resolve("growth.md"), table);
        Files.writeString(folder.resolve("growth.svg"), LinePlot.of("microseconds for each quote", growth.series));
    }

    private Verifier verifier(int capacity) {
        return Verifier.of(sample.options(Backend.BOUNCY_CASTLE).withMemory(SignatureMemory.ofCapacity(capacity)));
    }

    /** Returns the bytes that each platform takes. */
    private double platforms() throws Exception {
        double bytes = 0;
        for (int count = 1; count <= quotes.size(); count *= 10) {
            Verifier verifier = verifier(2 * (ENTRIES * count + 64));
            long before = used();
            for (int i = 0; i < count; i++) {
                verify(verifier, i);
            }
            bytes = (double) (used() - before) / count;
            put("known platforms", count, inTurn(verifier, count));
        }
        return bytes;
    }

    private void capacity() throws Exception {
        int platforms = Math.min(100, quotes.size());
        for (int capacity = 64; capacity <= 4096; capacity *= 4) {
            put("entries of memory, for " + platforms + " platforms", capacity, inTurn(verifier(capacity), platforms));
        }
    }

    private Callable<Object> inTurnWork(Verifier verifier, int platforms) {
        AtomicInteger next = new AtomicInteger();
        return () -> verify(verifier, Math.floorMod(next.getAndIncrement(), platforms));
    }

    private double inTurn(Verifier verifier, int platforms) throws Exception {
        return median(inTurnWork(verifier, platforms));
    }

    private VerifiedQuote verify(Verifier verifier, int platform) throws Exception {
        return verifier.verify(Quote.decode(quotes.get(platform)), endorsements, sample.at())
                .orElseThrow();
    }

    private void lists() throws Exception {
        for (int revoked : new int[] {1, 10, 100, 1000, 10_000, 100_000}) {
            TdxEvidence evidence = TdxSimulator.create()
                    .pckCrl(crl -> revoking(crl, revoked))
                    .quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
            Endorsements given = Endorsements.of(
                    evidence.tcbInfo(),
                    evidence.qeIdentity(),
                    evidence.pckCrl(),
                    evidence.rootCrl(),
                    evidence.tcbSigningCertificate());
            Verifier verifier = verifier(64);
            put(
                    "entries of the revocation list",
                    revoked,
                    median(() -> verifier.verify(Quote.decode(evidence.quote()), given, sample.at())
                            .orElseThrow()));
        }
    }

    private CrlEncoder revoking(CrlEncoder crl, int count) {
        CrlEncoder longer = crl;
        for (int i = 0; i < count; i++) {
            longer = longer.revoke(BigInteger.valueOf(1_000_000_007L + i), sample.at());
        }
        return longer;
    }

    private void certificates() throws Exception {
        Endorsements.Builder all = Endorsements.builder().add(endorsements);
        int added = 0;
        for (int count = 1; count <= Math.min(MOST_CERTIFICATES, quotes.size()); count *= 10) {
            for (; added < count; added++) {
                PckChain chain = (PckChain)
                        Quote.decode(quotes.get(added)).signatureData().certificationData();
                all.add("chain", chain.content());
            }
            Endorsements given = all.build();
            Verifier verifier = verifier(64);
            put(
                    "other certificates among the endorsements",
                    count,
                    median(() -> verifier.verify(Quote.decode(quotes.get(0)), given, sample.at())
                            .orElseThrow()));
        }
    }

    private void policies() throws Exception {
        VerifiedQuote verified = verify(verifier(64), 0);
        Policy draft = PolicyDraft.from(verified, "draft", "1");
        for (int parts = 1; parts <= 16; parts *= 2) {
            Policy policy = Policy.allOf("all", "1", copies(draft, parts));
            put(
                    "policies of all rules that must be met",
                    parts,
                    median(() -> policy.appraise(verified).passed()));
        }
    }

    private static Policy[] copies(Policy policy, int count) {
        Policy[] all = new Policy[count];
        Arrays.fill(all, policy);
        return all;
    }

    private void threads() throws Exception {
        int platforms = Math.min(100, quotes.size());
        Verifier verifier = verifier(2 * (ENTRIES * platforms + 64));
        inTurn(verifier, platforms);
        for (int threads = 1; threads <= 4; threads *= 2) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<Double>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> median(inTurnWork(verifier, platforms), System::nanoTime)));
            }
            double perSecond = 0;
            for (Future<Double> each : all) {
                perSecond += 1e6 / each.get();
            }
            pool.shutdown();
            put("threads", threads, 1e6 / perSecond);
        }
    }

    private void put(String name, int size, double micros) {
        series.computeIfAbsent(name, key -> new TreeMap<>()).put(size, micros);
        System.out.printf(Locale.ROOT, "%s %,d: %.1f%n", name, size, micros);
    }

    /** By the processor time of the thread, since the machine may do something else besides. */
    private static double median(Callable<?> work) throws Exception {
        return median(work, PROCESSOR::getCurrentThreadCpuTime);
    }

    private static double median(Callable<?> work, LongSupplier clock) throws Exception {
        double[] rounds = new double[ROUNDS];
        for (int i = -WARM_UP_ROUNDS; i < ROUNDS; i++) {
            long end = System.nanoTime() + ROUND_NANOS;
            long start = clock.getAsLong();
            long calls = 0;
            do {
                work.call();
                calls++;
            } while (System.nanoTime() < end);
            if (i >= 0) {
                rounds[i] = (clock.getAsLong() - start) / 1e3 / calls;
            }
        }
        return Interleaved.median(rounds);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
