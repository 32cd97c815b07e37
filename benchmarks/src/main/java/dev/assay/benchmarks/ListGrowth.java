package dev.assay.benchmarks;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.tdx.Quote;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import java.util.List;

/** What a quote costs while the revocation list has more entries: a list that was read, and one that is read. */
final class ListGrowth {
    private static final int LONGEST = 100_000;

    /** So many entries are read in a round, or a few lists at least. */
    private static final int ENTRIES_IN_A_ROUND = 200_000;

    private static final int LEAST_LISTS = 2;
    private static final int MOST_LISTS = 100;

    private final TdxSample sample = TdxSample.minted();
    private final RevocationLists lists = new RevocationLists();

    void measure(GrowthResults results) throws Exception {
        results.add(GrowthSeries.measure(
                "TDX: the next quote of a known platform, with a list that was read",
                "more revoked certificates",
                GrowthSeries.sizes(1, 10, LONGEST),
                this::read));
        results.add(GrowthSeries.measure(
                "TDX: a quote from bytes with nothing remembered, and a list that is new",
                "more revoked certificates",
                GrowthSeries.sizes(1, 10, LONGEST),
                this::unread));
    }

    private VerificationOptions options() {
        return sample.options(Backend.BOUNCY_CASTLE);
    }

    private MedianTime.Part read(int entries) {
        Endorsements given = lists.endorsements(lists.different(entries, 1).get(0));
        Verifier verifier = Verifier.of(options().withMemory(SignatureMemory.ofCapacity(64)));
        return MedianTime.repeated(() -> verify(verifier, given));
    }

    private MedianTime.Part unread(int entries) {
        List<byte[]> all =
                lists.different(entries, Math.max(LEAST_LISTS, Math.min(MOST_LISTS, ENTRIES_IN_A_ROUND / entries)));
        Verifier verifier = Verifier.of(options());
        MedianTime.Part reading = MedianTime.once(all, list -> verify(verifier, lists.endorsements(list)));
        return () -> {
            lists.makeUnread();
            return reading.micros();
        };
    }

    private VerifiedQuote verify(Verifier verifier, Endorsements given) throws Exception {
        return verifier.verify(Quote.decode(lists.quote()), given, sample.at()).orElseThrow();
    }
}
