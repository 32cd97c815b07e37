package dev.assay.endorsement;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that happened on the way to an endorsement.
 *
 * @param kind what
 * @param subject which item: without the chip's identity, or the request's key if the observer wants identifiers
 * @param origin the cache, or the service by its base address
 * @param elapsed how long it took; zero for the cache
 * @param failure why it failed, if it did
 */
public record EndorsementEvent(
        Kind kind, String subject, String origin, Duration elapsed, Optional<SourceFailure> failure) {
    /** What can happen. */
    public enum Kind {
        /** The cache had the answer. */
        CACHE_HIT,
        /** The cache had no answer that is fresh. */
        CACHE_MISS,
        /** There was no other answer than an item past its dates. */
        CACHE_STALE,
        /** The cache could not keep an item, which will have to be asked for again. */
        CACHE_UNWRITABLE,
        /** One request to a service ended, well or not. */
        REQUEST,
        /** A service had to be left alone for so long before the next request. */
        WAIT
    }
}
