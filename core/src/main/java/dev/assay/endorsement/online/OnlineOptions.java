package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementObserver;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * How to talk to services. Immutable; each method gives a changed copy.
 */
public final class OnlineOptions {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration attemptTimeout;
    private final Duration totalTimeout;
    private final int attempts;
    private final Duration kdsInterval;
    private final boolean plainHttp;
    private final Timing timing;
    private final EndorsementObserver observer;
    private final Optional<String> pcsKey;

    private OnlineOptions(
            HttpClient client,
            Duration attemptTimeout,
            Duration totalTimeout,
            int attempts,
            Duration kdsInterval,
            boolean plainHttp,
            Timing timing,
            EndorsementObserver observer,
            Optional<String> pcsKey) {
        this.client = client;
        this.attemptTimeout = attemptTimeout;
        this.totalTimeout = totalTimeout;
        this.attempts = attempts;
        this.kdsInterval = kdsInterval;
        this.plainHttp = plainHttp;
        this.timing = timing;
        this.observer = observer;
        this.pcsKey = pcsKey;
    }

    /**
     * The platform's TLS roots, no proxy, 20 seconds for an attempt, three attempts within a minute, ten seconds between
     * requests to AMD, TLS everywhere.
     *
     * @return the options
     */
    public static OnlineOptions defaults() {
        return new OnlineOptions(
                HttpClient.newBuilder().connectTimeout(CONNECT).build(),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                3,
                Duration.ofSeconds(10),
                false,
                Timing.system(),
                EndorsementObserver.none(),
                Optional.empty());
    }

    /**
     * Another HTTP client, for instance with TLS roots of its own.
     *
     * @param other a client that follows no redirections: which to follow is decided here
     * @return changed options
     */
    public OnlineOptions withClient(HttpClient other) {
        if (other.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client must not follow redirections by itself");
        }
        return new OnlineOptions(
                other, attemptTimeout, totalTimeout, attempts, kdsInterval, plainHttp, timing, observer, pcsKey);
    }

    /**
     * The default client, through a proxy.
     *
     * @param proxy which proxy for which address, for instance {@link ProxySelector#of}
     * @return changed options
     */
    public OnlineOptions withProxy(ProxySelector proxy) {
        return withClient(
                HttpClient.newBuilder().connectTimeout(CONNECT).proxy(proxy).build());
    }

    /**
     * Other limits of time.
     *
     * @param attempt the most for one request, from the connection to the last byte
     * @param total the most for one item, waiting and all attempts included; a limit of the rate that would take longer is
     *     answered at once
     * @return changed options
     */
    public OnlineOptions withTimeouts(Duration attempt, Duration total) {
        if (attempt.isNegative() || attempt.isZero() || total.compareTo(attempt) < 0) {
            throw new IllegalArgumentException("an attempt takes some time, and no more than all");
        }
        return new OnlineOptions(client, attempt, total, attempts, kdsInterval, plainHttp, timing, observer, pcsKey);
    }

    /**
     * Another number of attempts.
     *
     * @param most 1 to 10
     * @return changed options
     */
    public OnlineOptions withAttempts(int most) {
        if (most < 1 || most > 10) {
            throw new IllegalArgumentException("1 to 10 attempts, not " + most);
        }
        return new OnlineOptions(
                client, attemptTimeout, totalTimeout, most, kdsInterval, plainHttp, timing, observer, pcsKey);
    }

    /**
     * Another time between two requests to a KDS; a mirror of one's own needs none.
     *
     * @param interval from the start of one to the start of the next
     * @return changed options
     */
    public OnlineOptions withKdsInterval(Duration interval) {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("a time below zero");
        }
        return new OnlineOptions(
                client, attemptTimeout, totalTimeout, attempts, interval, plainHttp, timing, observer, pcsKey);
    }

    /**
     * Allows services without TLS. Whoever is in between then learns which chips are asked about, and can hold up answers or
     * give older ones; they cannot forge any.
     *
     * @return changed options
     */
    public OnlineOptions withPlainHttp() {
        return new OnlineOptions(
                client, attemptTimeout, totalTimeout, attempts, kdsInterval, true, timing, observer, pcsKey);
    }

    /**
     * Another source of time and chance.
     *
     * @param other the source
     * @return changed options
     */
    public OnlineOptions withTiming(Timing other) {
        return new OnlineOptions(
                client, attemptTimeout, totalTimeout, attempts, kdsInterval, plainHttp, other, observer, pcsKey);
    }

    /**
     * Somebody to tell of every request.
     *
     * @param other the observer
     * @return changed options
     */
    public OnlineOptions withObserver(EndorsementObserver other) {
        return new OnlineOptions(
                client, attemptTimeout, totalTimeout, attempts, kdsInterval, plainHttp, timing, other, pcsKey);
    }

    /**
     * A key to Intel's service, which gives PCK certificates to nobody else. It is sent to Intel's service or its mirror
     * with requests for such certificates only, and shows in no message and no event.
     *
     * @param key the subscription key, up to 256 printable ASCII characters without spaces
     * @return changed options
     */
    public OnlineOptions withPcsKey(String key) {
        if (!key.matches("[!-~]{1,256}")) {
            throw new IllegalArgumentException("a key has 1 to 256 printable ASCII characters and no spaces");
        }
        return new OnlineOptions(
                client,
                attemptTimeout,
                totalTimeout,
                attempts,
                kdsInterval,
                plainHttp,
                timing,
                observer,
                Optional.of(key));
    }

    HttpClient client() {
        return client;
    }

    Duration attemptTimeout() {
        return attemptTimeout;
    }

    Duration totalTimeout() {
        return totalTimeout;
    }

    int attempts() {
        return attempts;
    }

    Duration kdsInterval() {
        return kdsInterval;
    }

    boolean plainHttp() {
        return plainHttp;
    }

    Timing timing() {
        return timing;
    }

    EndorsementObserver observer() {
        return observer;
    }

    Optional<String> pcsKey() {
        return pcsKey;
    }
}
