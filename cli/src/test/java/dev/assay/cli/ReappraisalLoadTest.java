package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.bundle.Bundle;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run over many bundles in a process of its own, with little memory, killed in the middle and taken up. Small by
 * default; {@code docs/bundle.md} has the command for the large one and its figures.
 */
class ReappraisalLoadTest {
    private static final int BUNDLES = Integer.getInteger("assay.reappraisal.bundles", 240);
    private static final int PLATFORMS = Math.min(1000, Math.max(4, BUNDLES / 100));
    private static final String HEAP = System.getProperty("assay.reappraisal.heap", "64m");
    private static final double NANOS_PER_SECOND = 1e9;

    @Test
    void aKilledRunOverManyBundlesGoesOnInLittleMemory(@TempDir Path temporary) throws Exception {
        String kept = System.getProperty("assay.reappraisal.folder", "");
        Path top = kept.isEmpty() ? temporary : Files.createDirectories(Path.of(kept));
        long started = System.nanoTime();
        MintedFolder minted = Files.exists(top.resolve("newer.json"))
                ? new MintedFolder(top)
                : MintedFolder.of(top, BUNDLES, PLATFORMS);
        say("%d bundles over %d platforms minted in %.0f s", BUNDLES, PLATFORMS, seconds(started));

        Path whole = temporary.resolve("whole.jsonl");
        Process uninterrupted = start(minted, whole);
        started = System.nanoTime();
        long peak = watch(uninterrupted, whole, Long.MAX_VALUE);
        double time = seconds(started);
        assertEquals(1, uninterrupted.waitFor(), "half of the bundles are out of date now");
        say(
                "reappraised in %.1f s: %.0f a second on %d processors, start included",
                time, BUNDLES / time, processors());
        say("heap limited to %s; the process had at most %d MiB in memory", HEAP, peak >> 10);

        Path cut = temporary.resolve("cut.jsonl");
        Process killed = start(minted, cut);
        watch(killed, cut, Files.size(whole) / 2);
        killed.destroyForcibly().waitFor();
        long left = Files.size(cut);
        assertTrue(left < Files.size(whole), "killed in the middle");
        Process resumed = start(minted, cut, "--resume");
        started = System.nanoTime();
        watch(resumed, cut, Long.MAX_VALUE);
        say("killed after %d of %d bytes, taken up and finished in %.1f s", left, Files.size(whole), seconds(started));
        assertEquals(1, resumed.waitFor());
        assertEquals(-1, Files.mismatch(whole, cut), "the same as without interruption");

        try (Stream<String> lines = Files.lines(whole)) {
            assertEquals(BUNDLES + 2L, lines.count());
        }
        String summary = last(whole);
        assertTrue(summary.contains("\"total\":" + BUNDLES + ",\"pass\":" + (BUNDLES + 1) / 2 + ","), summary);
        assertTrue(summary.contains("\"lost\":" + BUNDLES / 2 + ",\"gained\":0"), summary);
        single(minted, time);
    }

    private static Process start(MintedFolder minted, Path out, String... more) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-cp",
                path,
                Main.class.getName(),
                "reappraise",
                minted.bundles().toString(),
                "--trust-anchor",
                minted.top().resolve("amd.der").toString(),
                "--trust-anchor",
                minted.top().resolve("intel.der").toString(),
                "--endorsements",
                minted.top().resolve("newer.json").toString(),
                "--at",
                TdxSimulator.AT.toString(),
                "--out",
                out.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until a process ends, or its output is that large. Gives the most memory that it was seen to have, in kB. */
    private static long watch(Process process, Path out, long enough) throws Exception {
        long peak = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMemory(process.pid()));
            if (Files.exists(out) && Files.size(out) >= enough) {
                break;
            }
        }
        return peak;
    }

    private static long peakMemory(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** What verifying alone takes, of bundles that were read before, on one thread with everything remembered. */
    private static void single(MintedFolder minted, double time) throws Exception {
        record Read(Evidence evidence, Endorsements endorsements) {}
        List<Read> read = new ArrayList<>();
        try (Stream<Path> files = Files.walk(minted.bundles())) {
            for (Path file :
                    files.filter(Files::isRegularFile).sorted().limit(200).toList()) {
                Bundle bundle = Bundle.read(Bytes.copyOf(Files.readAllBytes(file)));
                read.add(new Read(bundle.decoded().orElseThrow(), bundle.endorsements()));
            }
        }
        List<X509Certificate> roots = new ArrayList<>();
        for (String name : List.of("amd.der", "intel.der")) {
            roots.addAll(Endorsements.of(Files.readAllBytes(minted.top().resolve(name)))
                    .certificates());
        }
        Verifier verifier = Verifier.of(VerificationOptions.defaults()
                .withTrustAnchors(TrustAnchors.of(roots))
                .withMemory(SignatureMemory.ofCapacity(8192)));
        int rounds = Math.min(40, BUNDLES / 80);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            for (Read one : read) {
                Optional<?> verified = verifier.verify(one.evidence(), one.endorsements(), TdxSimulator.AT)
                        .verified();
                assertTrue(verified.isPresent());
            }
            best = Math.min(best, seconds(started) / read.size());
        }
        double each = time * Math.min(2, processors()) / BUNDLES;
        say(
                "one warm verification: %.0f microseconds; a bundle, verified twice, takes %.0f of one processor, %.1f"
                        + " times as long",
                best * 1e6, each * 1e6, each / best);
    }

    private static String last(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.reduce((first, second) -> second).orElse("");
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / NANOS_PER_SECOND;
    }

    private static void say(String text, Object... values) {
        System.out.println("reappraisal: " + String.format(Locale.ROOT, text, values));
    }
}
