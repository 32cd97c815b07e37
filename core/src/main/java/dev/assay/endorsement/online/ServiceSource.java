package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a service, again where that may help, within a limit of time for the whole.
 */
final class ServiceSource implements EndorsementSource {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Protocol protocol;
    private final OnlineOptions options;
    private final Timing timing;
    private final Spacing spacing;
    private final BoundedGet get;

    ServiceSource(Protocol protocol, Duration interval, OnlineOptions options) {
        this.protocol = protocol;
        this.options = options;
        this.timing = options.timing();
        this.spacing = new Spacing(interval);
        this.get = new BoundedGet(options.client());
    }

    @Override
    public SourceAnswer fetch(EndorsementRequest request) {
        Optional<Call> call = protocol.call(request);
        if (call.isEmpty()) {
            return protocol.without(request);
        }
        long end = timing.nanoTime() + options.totalTimeout().toNanos();
        try {
            return attempts(request, call.get(), end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable(SourceFailure.CANCELLED, "interrupted");
        }
    }

    private SourceAnswer attempts(EndorsementRequest request, Call call, long end) throws InterruptedException {
        Optional<SourceAnswer> failed = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            Duration left = left(end);
            Duration place = spacing.reserve(timing.nanoTime(), left);
            if (place.compareTo(left) > 0) {
                // That there is no room for another attempt is not why there is no item.
                return failed.orElseGet(() -> throttled("the limit of requests to it is used up", Optional.of(place)));
            }
            pause(request, place);
            SourceAnswer answer = attempt(request, call, end);
            if (attempt >= options.attempts() || !worthRepeating(answer)) {
                return answer;
            }
            Duration pause = pauseAfter(answer, attempt);
            if (pause.compareTo(left(end)) >= 0) {
                return answer;
            }
            failed = Optional.of(answer);
            pause(request, pause);
        }
    }

    private SourceAnswer attempt(EndorsementRequest request, Call call, long end) throws InterruptedException {
        long start = timing.nanoTime();
        Duration timeout = shorter(options.attemptTimeout(), left(end));
        SourceAnswer answer;
        try {
            answer = meaning(request, call, get.get(call, timeout, timing));
        } catch (GetFailure e) {
            answer = unavailable(e.failure(), String.valueOf(e.getMessage()));
        }
        Optional<SourceFailure> failure = answer instanceof SourceAnswer.Unavailable unavailable
                ? Optional.of(unavailable.failure())
                : Optional.empty();
        tell(EndorsementEvent.Kind.REQUEST, request, Duration.ofNanos(timing.nanoTime() - start), failure);
        return answer;
    }

    private SourceAnswer meaning(EndorsementRequest request, Call call, Reply reply) {
        int status = reply.status();
        if (status == Reply.OK) {
            return protocol.read(request, reply.body(), IssuerChain.of(reply.headers(), call.chainHeaders()), timing);
        }
        Optional<String> absence = protocol.absence(status);
        if (absence.isPresent()) {
            return new SourceAnswer.NotFound(protocol.origin(), absence.get());
        }
        Optional<Duration> after = RetryAfter.of(reply.headers(), timing.instant());
        if (status == 429) {
            after.ifPresent(wait -> spacing.holdOff(timing.nanoTime(), wait));
            return throttled("too many requests (429)", after);
        }
        if (status >= 500) {
            return new SourceAnswer.Unavailable(
                    protocol.origin(), SourceFailure.SERVICE_ERROR, "failed (" + status + ")", after);
        }
        return unavailable(SourceFailure.REFUSED, "answered with status " + status);
    }

    private static boolean worthRepeating(SourceAnswer answer) {
        if (!(answer instanceof SourceAnswer.Unavailable unavailable)) {
            return false;
        }
        return switch (unavailable.failure()) {
            case UNREACHABLE, TIMED_OUT, CUT_OFF, THROTTLED, SERVICE_ERROR -> true;
            case UNTRUSTED_TLS, REFUSED, TOO_LARGE, REDIRECTED, UNFIT, CANCELLED -> false;
        };
    }

    /** What the service says, else a random part of a time that doubles. */
    private Duration pauseAfter(SourceAnswer answer, int attempt) {
        Optional<Duration> said =
                answer instanceof SourceAnswer.Unavailable unavailable ? unavailable.retryAfter() : Optional.empty();
        Duration longest = FIRST_PAUSE.multipliedBy(1L << attempt);
        return said.orElseGet(() -> Duration.ofNanos((long) (longest.toNanos() * timing.random())));
    }

    private void pause(EndorsementRequest request, Duration time) throws InterruptedException {
        if (!time.isZero()) {
            tell(EndorsementEvent.Kind.WAIT, request, time, Optional.empty());
            timing.sleep(time);
        }
    }

    private Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - timing.nanoTime()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private SourceAnswer throttled(String reason, Optional<Duration> after) {
        return new SourceAnswer.Unavailable(protocol.origin(), SourceFailure.THROTTLED, reason, after);
    }

    private SourceAnswer unavailable(SourceFailure failure, String reason) {
        return new SourceAnswer.Unavailable(protocol.origin(), failure, reason);
    }

    private void tell(
            EndorsementEvent.Kind kind, EndorsementRequest request, Duration elapsed, Optional<SourceFailure> failure) {
        options.observer().tell(kind, request, protocol.origin(), elapsed, failure);
    }
}
