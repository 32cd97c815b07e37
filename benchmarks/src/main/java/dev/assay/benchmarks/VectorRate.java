package dev.assay.benchmarks;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * How many verifications of one vector a second, as lines of JSON, in the form of the harnesses of other libraries.
 * {@code whole} is from bytes to verdict with nothing kept; {@code known} is the next evidence of a platform that is
 * known, with endorsements that are kept.
 */
public final class VectorRate {
    private static final int MEMORY = 256;
    private static final double WARM_UP_SECONDS = 4;

    private VectorRate() {}

    /**
     * Measures.
     *
     * @param arguments a manifest, the id of a vector in it, and seconds for each figure
     * @throws Exception if the vector is not there, or is not genuine
     */
    public static void main(String[] arguments) throws Exception {
        Vector vector = Manifest.load(Path.of(arguments[0])).entries().stream()
                .filter(Vector.class::isInstance)
                .map(Vector.class::cast)
                .filter(each -> each.id().equals(arguments[1]))
                .findFirst()
                .orElseThrow();
        double seconds = Double.parseDouble(arguments[2]);
        byte[] evidence = vector.evidence().bytes();
        Instant at = Objects.requireNonNull(vector.at());
        List<byte[]> items = VectorItems.items(vector);
        for (Backend backend : Backend.available()) {
            VerificationOptions options = VerificationOptions.defaults()
                    .withTrustAnchors(VectorItems.anchors(vector))
                    .withSignatures(backend.signatures());
            print(
                    vector,
                    backend,
                    "whole",
                    seconds,
                    () -> Verifier.of(options.withMemory(SignatureMemory.ofCapacity(MEMORY)))
                            .verify(Evidence.decode(evidence), read(items), at)
                            .orElseThrow());
            Verifier known = Verifier.of(options.withMemory(SignatureMemory.ofCapacity(MEMORY)));
            Endorsements kept = read(items);
            print(
                    vector,
                    backend,
                    "known",
                    seconds,
                    () -> known.verify(Evidence.decode(evidence), kept, at).orElseThrow());
        }
    }

    private static void print(Vector vector, Backend backend, String job, double seconds, Callable<?> work)
            throws Exception {
        rate(work, Math.max(WARM_UP_SECONDS, seconds / 2));
        System.out.printf(
                Locale.ROOT,
                "{\"peer\":\"Assay, %s\",\"version\":\"Java %s\",\"vector\":\"%s\",\"job\":\"%s\",\"perSecond\":%.1f}%n",
                backend,
                System.getProperty("java.specification.version"),
                vector.id(),
                job,
                rate(work, seconds));
    }

    /** Calls a second, by the clock. */
    static double rate(Callable<?> work, double seconds) throws Exception {
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            work.call();
            calls++;
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static Endorsements read(List<byte[]> items) {
        return Endorsements.of(items.toArray(new byte[0][]));
    }
}
