package dev.assay.endorsement.online;

import dev.assay.endorsement.SourceFailure;
import dev.assay.model.Bytes;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * One GET with a limit of time for the whole of it and one of size. The platform's own time-out ends with the headers, so
 * that a body may drip for ever; here the wait itself is bounded.
 */
final class BoundedGet {
    private static final int MOST_REDIRECTIONS = 3;

    private final HttpClient client;

    BoundedGet(HttpClient client) {
        this.client = client;
    }

    /** Follows redirections on the same host, all within the same time. */
    Reply get(Call call, Duration timeout, Timing timing) throws GetFailure, InterruptedException {
        long end = timing.nanoTime() + timeout.toNanos();
        URI address = call.address();
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            Reply reply = inTime(address, call, end, timing);
            Optional<String> location = reply.headers().firstValue("Location");
            if (reply.status() < 300 || reply.status() >= 400 || location.isEmpty()) {
                return reply;
            }
            address = next(address, location.get());
        }
        throw new GetFailure(SourceFailure.REDIRECTED, "more than " + MOST_REDIRECTIONS + " redirections");
    }

    /** A client that gives up by its own clock says so in several ways: what breaks when time is up was too late. */
    private Reply inTime(URI address, Call call, long end, Timing timing) throws GetFailure, InterruptedException {
        try {
            return once(address, call, Duration.ofNanos(end - timing.nanoTime()));
        } catch (GetFailure e) {
            if (e.failure() == SourceFailure.CUT_OFF && end - timing.nanoTime() <= 0) {
                throw new GetFailure(SourceFailure.TIMED_OUT, "no whole answer in time");
            }
            throw e;
        }
    }

    private Reply once(URI address, Call call, Duration timeout) throws GetFailure, InterruptedException {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new GetFailure(SourceFailure.TIMED_OUT, "no answer in time");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET().timeout(timeout);
        call.headers().forEach(request::header);
        AtomicReference<CappedBody> body = new AtomicReference<>();
        CompletableFuture<HttpResponse<Bytes>> answer = client.sendAsync(request.build(), info -> {
            CappedBody receiving = CappedBody.of(info, call.most());
            body.set(receiving);
            return receiving;
        });
        try {
            HttpResponse<Bytes> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw new GetFailure(SourceFailure.TIMED_OUT, "no whole answer in " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            answer.cancel(true);
            CappedBody receiving = body.get();
            if (receiving != null) {
                receiving.hangUp();
            }
        }
    }

    private static URI next(URI from, String location) throws GetFailure {
        try {
            URI to = from.resolve(location);
            if (from.getScheme().equalsIgnoreCase(to.getScheme())
                    && from.getHost().equalsIgnoreCase(to.getHost())
                    && from.getPort() == to.getPort()) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // Not an address at all: refused like one of another host.
        }
        throw new GetFailure(SourceFailure.REDIRECTED, "redirected to another host");
    }

    private static GetFailure failure(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof GetFailure own) {
                return own;
            }
            if (at instanceof SSLException) {
                return isOfTrust(at)
                        ? new GetFailure(SourceFailure.UNTRUSTED_TLS, "no trusted TLS: " + at.getMessage())
                        : new GetFailure(SourceFailure.CUT_OFF, "no TLS: " + at.getMessage());
            }
            if (at instanceof HttpTimeoutException) {
                return new GetFailure(SourceFailure.TIMED_OUT, "no answer in time");
            }
            if (at instanceof ConnectException || at instanceof UnresolvedAddressException) {
                return new GetFailure(SourceFailure.UNREACHABLE, "no connection");
            }
        }
        return new GetFailure(
                SourceFailure.CUT_OFF,
                "the connection broke: " + cause.getClass().getSimpleName());
    }

    /** A certificate that will not do, unlike a peer that hangs up or speaks otherwise. */
    private static boolean isOfTrust(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof GeneralSecurityException || at instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
