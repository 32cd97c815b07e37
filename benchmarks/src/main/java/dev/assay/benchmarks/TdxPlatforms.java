package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerifiedQuote;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** TDX platforms, each with a PCK certificate, an attestation key and a quote of its own. */
final class TdxPlatforms {
    /** More than the entries of memory that a platform takes. */
    private static final int ENTRIES = 6;

    /** For what is remembered once for all platforms. */
    private static final int SHARED = 64;

    private static final long FIRST_SEED = 1000;

    private final TdxSample sample = TdxSample.minted();
    private final Endorsements endorsements = sample.endorsements();
    private final List<byte[]> quotes;

    private TdxPlatforms(List<byte[]> quotes) {
        this.quotes = quotes;
    }

    static TdxPlatforms mint(int count) {
        return new TdxPlatforms(IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> TdxSimulator.create(IntelHierarchy.create(FIRST_SEED + i), PckCa.PLATFORM)
                        .quote(4, TdReportEncoder.Kind.TD_1_0, right -> right)
                        .quote())
                .toList());
    }

    int count() {
        return quotes.size();
    }

    Endorsements endorsements() {
        return endorsements;
    }

    Verifier verifier(int capacity) {
        return Verifier.of(sample.options(Backend.BOUNCY_CASTLE).withMemory(SignatureMemory.ofCapacity(capacity)));
    }

    /** A verifier that forgets none of so many platforms. */
    Verifier roomyVerifier(int platforms) {
        return verifier(2 * (ENTRIES * platforms + SHARED));
    }

    Quote quote(int platform) throws MalformedEvidenceException {
        return Quote.decode(quotes.get(platform));
    }

    void makeKnown(Verifier verifier, int platforms) throws Exception {
        for (int i = 0; i < UseGrowth.SETTLED * platforms; i++) {
            verify(verifier, i % platforms);
        }
    }

    VerifiedQuote verify(Verifier verifier, int platform) throws Exception {
        return verify(verifier, platform, endorsements);
    }

    VerifiedQuote verify(Verifier verifier, int platform, Endorsements given) throws Exception {
        return verifier.verify(quote(platform), given, sample.at()).orElseThrow();
    }

    /** Verifies a quote of the next platform at each call, and of the first one after the last. */
    Callable<VerifiedQuote> inTurn(Verifier verifier, int platforms) {
        AtomicInteger next = new AtomicInteger();
        return () -> verify(verifier, Math.floorMod(next.getAndIncrement(), platforms));
    }
}
