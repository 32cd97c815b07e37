package dev.assay.endorsement;

import java.time.Duration;
import java.util.Optional;

/** What a source of endorsements says to a request. */
public sealed interface SourceAnswer {
    /**
     * The item, within its own dates when it was handed out.
     *
     * @param item what was asked for
     */
    record Found(EndorsementItem item) implements SourceAnswer {
        @Override
        public Optional<EndorsementItem> anyItem() {
            return Optional.of(item);
        }

        @Override
        public String toString() {
            return item + " from " + item.origin();
        }
    }

    /**
     * The item, past its own dates: good to see what was used, and for a verifier that grants a grace.
     *
     * @param item what was asked for
     * @param reason why there is none that is fresh
     */
    record Stale(EndorsementItem item, String reason) implements SourceAnswer {
        @Override
        public Optional<EndorsementItem> anyItem() {
            return Optional.of(item);
        }

        @Override
        public String toString() {
            return item + " from " + item.origin() + ", which ended at " + item.goodUntil() + ": " + reason;
        }
    }

    /**
     * The source knows that it has no such item.
     *
     * @param origin who says so
     * @param reason one sentence without the chip's identity
     */
    record NotFound(String origin, String reason) implements SourceAnswer {
        @Override
        public String toString() {
            return origin + ": " + reason;
        }
    }

    /**
     * The source never has items of this kind, so that its answer says nothing.
     *
     * @param origin who says so
     * @param reason one sentence
     */
    record NotOffered(String origin, String reason) implements SourceAnswer {
        @Override
        public String toString() {
            return origin + ": " + reason;
        }
    }

    /**
     * The source could not say.
     *
     * @param origin who was asked
     * @param failure why
     * @param reason one sentence without the chip's identity
     * @param retryAfter how long to wait before asking again, if that is known
     */
    record Unavailable(String origin, SourceFailure failure, String reason, Optional<Duration> retryAfter)
            implements SourceAnswer {
        /**
         * Without advice on when to ask again.
         *
         * @param origin who was asked
         * @param failure why
         * @param reason one sentence without the chip's identity
         */
        public Unavailable(String origin, SourceFailure failure, String reason) {
            this(origin, failure, reason, Optional.empty());
        }

        @Override
        public String toString() {
            return origin + ": " + failure + ", " + reason
                    + retryAfter
                            .map(wait -> "; ask again in " + wait.toSeconds() + " s")
                            .orElse("");
        }
    }

    /**
     * The item, whether or not it is within its dates.
     *
     * @return empty if there is none
     */
    default Optional<EndorsementItem> anyItem() {
        return Optional.empty();
    }
}
