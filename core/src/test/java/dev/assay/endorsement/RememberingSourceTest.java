package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.amd.SnpSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a source behind a cache is asked, and what stands in for an answer that does not come. */
class RememberingSourceTest {
    private static final EndorsementRequest CRL = new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK);
    private static final SourceAnswer DOWN =
            new SourceAnswer.Unavailable("service", SourceFailure.SERVICE_ERROR, "failed (500)");
    private static final SourceAnswer NONE = new SourceAnswer.NotFound("service", "has no such item");

    private final Deque<SourceAnswer> answers = new ArrayDeque<>();
    private final List<EndorsementRequest> asked = new ArrayList<>();
    private final List<EndorsementEvent.Kind> events = new ArrayList<>();
    private final EndorsementCache cache = EndorsementCache.inMemory(4);
    private final EndorsementSource source = remembering(CacheRules.defaults());
    private Instant now = SnpSimulator.AT;

    private EndorsementSource remembering(CacheRules rules) {
        EndorsementSource service = request -> {
            asked.add(request);
            return answers.isEmpty() ? DOWN : answers.remove();
        };
        return service.remembering(cache, rules, () -> now, event -> events.add(event.kind()));
    }

    private static byte[] crl(Duration life) {
        return MintedItems.MILAN
                .hierarchy()
                .crlTemplate()
                .nextUpdate(SnpSimulator.AT.plus(life))
                .sign(MintedItems.MILAN.hierarchy().crlSigner());
    }

    private SourceAnswer item(byte[] crl) {
        return EndorsementItem.examine(CRL, Bytes.copyOf(crl), Bytes.empty(), "service", now);
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aNoteOfAClockThatWasAheadDoesNotKeepAnybodyFromAsking() {
        answers.add(item(crl(Duration.ofDays(300))));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        wait(Duration.ofDays(3650));
        assertInstanceOf(SourceAnswer.Stale.class, source.fetch(CRL));
        wait(Duration.ofDays(-3648));
        asked.clear();
        answers.add(item(crl(Duration.ofDays(200))));
        source.fetch(CRL);
        assertEquals(List.of(CRL), asked);
    }

    @Test
    void whatIsKeptIsNotAskedForAgain() {
        answers.add(item(crl(Duration.ofDays(30))));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        wait(Duration.ofHours(23));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertEquals(1, asked.size());
        assertEquals(List.of(EndorsementEvent.Kind.CACHE_MISS, EndorsementEvent.Kind.CACHE_HIT), events);
    }

    @Test
    void aListIsAskedForAgainAfterADayAndServesUntilItsEndIfNoneComes() {
        answers.add(item(crl(Duration.ofDays(30))));
        source.fetch(CRL);
        wait(Duration.ofDays(2));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertEquals(2, asked.size());
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertEquals(2, asked.size(), "a service that is down is left alone for a minute");
        wait(Duration.ofMinutes(2));
        source.fetch(CRL);
        assertEquals(3, asked.size());
    }

    /** The clock was wrong when it was had, or somebody wants an old list to last. */
    @Test
    void whatWasHadInTheFutureIsAskedForAgain() {
        wait(Duration.ofDays(20));
        answers.add(item(crl(Duration.ofDays(30))));
        source.fetch(CRL);
        now = SnpSimulator.AT;
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL), "the service is down");
        assertEquals(2, asked.size());
        wait(Duration.ofMinutes(2));
        answers.add(item(crl(Duration.ofDays(60))));
        source.fetch(CRL);
        source.fetch(CRL);
        assertEquals(3, asked.size());
    }

    @Test
    void untilOwnDatesMeansThat() {
        EndorsementSource patient = remembering(CacheRules.untilOwnDates());
        answers.add(item(crl(Duration.ofDays(30))));
        patient.fetch(CRL);
        wait(Duration.ofDays(29));
        assertInstanceOf(SourceAnswer.Found.class, patient.fetch(CRL));
        assertEquals(1, asked.size());
    }

    @Test
    void whatHasEndedIsNeverPassedOffAsFresh() {
        answers.add(item(crl(Duration.ofDays(30))));
        source.fetch(CRL);
        wait(Duration.ofDays(31));
        SourceAnswer.Stale stale = assertInstanceOf(SourceAnswer.Stale.class, source.fetch(CRL));
        assertTrue(stale.reason().contains("SERVICE_ERROR"), stale::reason);
        assertTrue(events.contains(EndorsementEvent.Kind.CACHE_STALE));
        assertInstanceOf(SourceAnswer.Stale.class, source.fetch(CRL));
    }

    @Test
    void aNewerOneTakesItsPlace() {
        answers.add(item(crl(Duration.ofDays(30))));
        source.fetch(CRL);
        wait(Duration.ofDays(31));
        answers.add(item(crl(Duration.ofDays(60))));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertEquals(2, asked.size());
    }

    @Test
    void aServiceThatFallsBehindDoesNotReplaceWhatIsKept() {
        answers.add(item(crl(Duration.ofDays(30))));
        source.fetch(CRL);
        wait(Duration.ofDays(40));
        answers.add(item(crl(Duration.ofDays(10))));
        SourceAnswer.Stale stale = assertInstanceOf(SourceAnswer.Stale.class, source.fetch(CRL));
        assertEquals(SnpSimulator.AT.plus(Duration.ofDays(30)), stale.item().goodUntil());
        assertEquals(
                SnpSimulator.AT.plus(Duration.ofDays(30)),
                cache.find(CRL).orElseThrow().goodUntil());
    }

    @Test
    void whatHasEndedIsKeptInPlaceOfNothingAndOfWhatEndedEarlier() {
        wait(Duration.ofDays(90));
        answers.add(item(crl(Duration.ofDays(30))));
        assertInstanceOf(SourceAnswer.Stale.class, source.fetch(CRL));
        assertEquals(
                SnpSimulator.AT.plus(Duration.ofDays(30)),
                cache.find(CRL).orElseThrow().goodUntil());
        wait(Duration.ofMinutes(2));
        answers.add(item(crl(Duration.ofDays(60))));
        assertInstanceOf(SourceAnswer.Stale.class, source.fetch(CRL));
        assertEquals(
                SnpSimulator.AT.plus(Duration.ofDays(60)),
                cache.find(CRL).orElseThrow().goodUntil());
    }

    @Test
    void thatThereIsNoneIsBelievedForTenMinutes() {
        answers.add(NONE);
        assertInstanceOf(SourceAnswer.NotFound.class, source.fetch(CRL));
        wait(Duration.ofMinutes(9));
        assertInstanceOf(SourceAnswer.NotFound.class, source.fetch(CRL));
        assertEquals(1, asked.size());
        assertEquals(List.of(EndorsementEvent.Kind.CACHE_MISS, EndorsementEvent.Kind.CACHE_HIT), events);
        wait(Duration.ofMinutes(2));
        answers.add(item(crl(Duration.ofDays(30))));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(CRL));
        assertEquals(2, asked.size());
    }

    /** As of two threads that miss at the same time, one of which gets its answer while the other still waits. */
    @Test
    void thatThereIsNoneIsForgottenOnceThereIsOne() {
        List<SourceAnswer> meanwhile = new ArrayList<>();
        EndorsementSource[] again = new EndorsementSource[1];
        EndorsementSource service = request -> {
            asked.add(request);
            if (asked.size() == 1) {
                meanwhile.add(again[0].fetch(request));
                return item(crl(Duration.ofDays(30)));
            }
            return asked.size() == 2 ? NONE : item(crl(Duration.ofDays(60)));
        };
        CacheRules rules = new CacheRules(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(1));
        again[0] = service.remembering(cache, rules, () -> now);
        assertInstanceOf(SourceAnswer.Found.class, again[0].fetch(CRL));
        assertEquals(List.of(NONE), meanwhile);
        assertEquals(
                SnpSimulator.AT.plus(Duration.ofDays(60)),
                again[0].fetch(CRL).anyItem().orElseThrow().goodUntil());
        assertEquals(3, asked.size(), "the service is asked again, and not thought to have none");
    }

    @Test
    void aFailureIsNotRememberedWhereNothingIsKept() {
        source.fetch(CRL);
        assertInstanceOf(SourceAnswer.Unavailable.class, source.fetch(CRL));
        assertEquals(2, asked.size());
    }

    @Test
    void aVcekIsKeptUntilItEnds() {
        EndorsementRequest vcek = MintedItems.vcek();
        answers.add(
                EndorsementItem.examine(vcek, Bytes.copyOf(MintedItems.REPORT.leaf()), Bytes.empty(), "service", now));
        source.fetch(vcek);
        now = cache.find(vcek).orElseThrow().goodUntil();
        assertInstanceOf(SourceAnswer.Found.class, source.fetch(vcek));
        assertEquals(1, asked.size());
        wait(Duration.ofSeconds(1));
        assertInstanceOf(SourceAnswer.Stale.class, source.fetch(vcek));
        assertEquals(2, asked.size());
    }

    @Test
    void whoGaveUpLeavesNoMark() {
        answers.add(item(crl(Duration.ofDays(30))));
        source.fetch(CRL);
        wait(Duration.ofDays(2));
        answers.add(new SourceAnswer.Unavailable("service", SourceFailure.CANCELLED, "interrupted"));
        source.fetch(CRL);
        source.fetch(CRL);
        assertEquals(3, asked.size());
    }

    @Test
    void memoryForgetsWhatWasNotUsedForTheLongestTime() {
        EndorsementCache small = EndorsementCache.inMemory(2);
        EndorsementSource all = MintedItems.everything();
        List<EndorsementItem> items = MintedItems.requests().subList(0, 3).stream()
                .map(request -> all.fetch(request).anyItem().orElseThrow())
                .toList();
        small.keep(items.get(0));
        small.keep(items.get(1));
        small.find(items.get(0).request());
        small.keep(items.get(2));
        assertTrue(small.find(items.get(0).request()).isPresent());
        assertTrue(small.find(items.get(1).request()).isEmpty());
        EndorsementCache smallest = EndorsementCache.inMemory(1);
        smallest.keep(items.get(0));
        assertTrue(smallest.find(items.get(0).request()).isPresent());
        assertThrows(IllegalArgumentException.class, () -> EndorsementCache.inMemory(0));
    }

    @Test
    void aFasterCacheIsFilledFromASlowerOne() {
        EndorsementCache slow = EndorsementCache.inMemory(2);
        EndorsementCache fast = EndorsementCache.inMemory(2);
        EndorsementCache both = fast.over(slow);
        EndorsementItem item = MintedItems.everything().fetch(CRL).anyItem().orElseThrow();
        slow.keep(item);
        assertTrue(both.find(CRL).isPresent());
        assertTrue(fast.find(CRL).isPresent());
        EndorsementItem other =
                MintedItems.everything().fetch(MintedItems.vcek()).anyItem().orElseThrow();
        both.keep(other);
        assertTrue(slow.find(MintedItems.vcek()).isPresent());
    }

    @Test
    void rulesBelowZeroAreRefused() {
        Duration below = Duration.ofSeconds(-1);
        for (int i = 0; i < 3; i++) {
            Duration[] times = {Duration.ZERO, Duration.ZERO, Duration.ZERO};
            times[i] = below;
            assertThrows(IllegalArgumentException.class, () -> new CacheRules(times[0], times[1], times[2]));
        }
    }
}
