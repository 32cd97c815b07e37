package dev.assay.endorsement.online;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** A client without a network: does what it was told for each request in turn, and the last of it from then on. */
final class ScriptedClient extends HttpClient {
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<URI> addresses = new ArrayList<>();
    private final RecordedSubscription subscription = new RecordedSubscription();
    private Future<?> last = CompletableFuture.completedFuture(null);

    /** What happens first, then a failure or an answer; without a body it never ends. */
    private record Turn(
            Runnable first,
            Optional<Throwable> failure,
            int status,
            Map<String, String> headers,
            Optional<byte[]> body) {}

    record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        static Info of(int status, Map<String, String> headers) {
            Map<String, List<String>> lists = new java.util.TreeMap<>();
            headers.forEach((name, value) -> lists.put(name, List.of(value)));
            return new Info(status, HttpHeaders.of(lists, (name, value) -> true));
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private record Response<T>(HttpRequest request, Info info, T body) implements HttpResponse<T> {
        @Override
        public int statusCode() {
            return info.statusCode();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return info.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public Version version() {
            return info.version();
        }
    }

    ScriptedClient answers(Runnable first, int status, Map<String, String> headers, byte... body) {
        turns.add(new Turn(first, Optional.empty(), status, headers, Optional.of(body)));
        return this;
    }

    ScriptedClient answers(int status, Map<String, String> headers) {
        return answers(() -> {}, status, headers);
    }

    ScriptedClient fails(Runnable first, Throwable failure) {
        turns.add(new Turn(first, Optional.of(failure), 0, Map.of(), Optional.empty()));
        return this;
    }

    ScriptedClient neverEnds() {
        turns.add(new Turn(() -> {}, Optional.empty(), 200, Map.of(), Optional.empty()));
        return this;
    }

    List<URI> addresses() {
        return List.copyOf(addresses);
    }

    /** Of the last body. */
    RecordedSubscription subscription() {
        return subscription;
    }

    /** The last answer. */
    Future<?> last() {
        return last;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        addresses.add(request.uri());
        Turn turn = turns.size() > 1 ? turns.remove() : turns.element();
        turn.first().run();
        if (turn.failure().isPresent()) {
            return CompletableFuture.failedFuture(turn.failure().get());
        }
        Info info = Info.of(turn.status(), turn.headers());
        HttpResponse.BodySubscriber<T> receiving = handler.apply(info);
        receiving.onSubscribe(subscription);
        turn.body().ifPresent(body -> {
            receiving.onNext(List.of(ByteBuffer.wrap(body)));
            receiving.onComplete();
        });
        CompletableFuture<HttpResponse<T>> answer =
                receiving.getBody().toCompletableFuture().thenApply(body -> new Response<>(request, info, body));
        last = answer;
        return answer;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        throw new IOException("nobody waits without a limit");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
