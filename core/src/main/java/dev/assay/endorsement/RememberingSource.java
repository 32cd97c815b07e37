package dev.assay.endorsement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A source behind a cache. What is not there is remembered too, in memory and for a short time. */
final class RememberingSource implements EndorsementSource {
    private static final int MOST_NOTES = 10_000;
    private static final String CACHE = "cache";

    /** An answer without an item that stands until some time. */
    private record Note(SourceAnswer answer, Instant made, Instant until) {
        /** Not if it was made in a time to come, by a clock that was wrong. */
        boolean stands(Instant now) {
            return !made.isAfter(now) && until.isAfter(now);
        }
    }

    private final EndorsementSource source;
    private final EndorsementCache cache;
    private final CacheRules rules;
    private final InstantSource clock;
    private final EndorsementObserver observer;
    private final BoundedMap<String, Note> notes = new BoundedMap<>(MOST_NOTES);

    RememberingSource(
            EndorsementSource source,
            EndorsementCache cache,
            CacheRules rules,
            InstantSource clock,
            EndorsementObserver observer) {
        this.source = source;
        this.cache = cache;
        this.rules = rules;
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public SourceAnswer fetch(EndorsementRequest request) {
        Instant now = clock.instant();
        Optional<EndorsementItem> kept = cache.find(request);
        if (kept.isPresent() && serves(kept.get(), now)) {
            tell(EndorsementEvent.Kind.CACHE_HIT, request);
            return new SourceAnswer.Found(kept.get());
        }
        Optional<Note> note = notes.find(request.key()).filter(noted -> noted.stands(now));
        if (note.isPresent()) {
            tell(EndorsementEvent.Kind.CACHE_HIT, request);
            return withKept(kept, note.get().answer(), now);
        }
        tell(EndorsementEvent.Kind.CACHE_MISS, request);
        return remember(request, kept, source.fetch(request));
    }

    private SourceAnswer remember(EndorsementRequest request, Optional<EndorsementItem> kept, SourceAnswer answer) {
        Instant now = clock.instant();
        if (answer instanceof SourceAnswer.Found found) {
            cache.keep(found.item());
            notes.remove(request.key());
            return answer;
        }
        if (answer instanceof SourceAnswer.Stale stale
                && kept.map(item -> item.goodUntil().isBefore(stale.item().goodUntil()))
                        .orElse(true)) {
            cache.keep(stale.item());
        }
        if (answer instanceof SourceAnswer.NotFound) {
            note(request, answer, now, rules.absenceFor());
        } else if (kept.isPresent() && !FirstSource.isCancelled(answer)) {
            note(request, answer, now, rules.pauseAfterFailure());
        }
        return withKept(kept, answer, now);
    }

    private void note(EndorsementRequest request, SourceAnswer answer, Instant now, Duration time) {
        notes.put(request.key(), new Note(answer, now, now.plus(time)));
    }

    /** What is kept serves in place of no item, and of one that ended earlier. */
    private SourceAnswer withKept(Optional<EndorsementItem> kept, SourceAnswer answer, Instant now) {
        if (kept.isEmpty()
                || answer.anyItem()
                        .map(item -> !item.goodUntil().isBefore(kept.get().goodUntil()))
                        .orElse(false)) {
            return answer;
        }
        if (!kept.get().isStale(now)) {
            return new SourceAnswer.Found(kept.get());
        }
        tell(EndorsementEvent.Kind.CACHE_STALE, kept.get().request());
        return new SourceAnswer.Stale(kept.get(), answer.toString());
    }

    private boolean serves(EndorsementItem item, Instant now) {
        if (item.isStale(now)) {
            return false;
        }
        boolean neverChanges =
                item.request() instanceof EndorsementRequest.Vcek || item.request() instanceof EndorsementRequest.Vlek;
        // A time to come is that of a clock that was wrong: the item may be of any age.
        return neverChanges
                || (!item.retrievedAt().isAfter(now)
                        && item.retrievedAt().plus(rules.refreshAfter()).isAfter(now));
    }

    private void tell(EndorsementEvent.Kind kind, EndorsementRequest request) {
        observer.tell(kind, request, CACHE, Duration.ZERO, Optional.empty());
    }
}
