package dev.assay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends evidence to {@link LoadService} as fast as it is answered: of five requests two are good, one has a flipped bit in
 * what is signed, one in the signature, and one is no evidence. Every answer must be the one that its request deserves, and
 * come in time: the first that does not ends the run, as a failure.
 */
public final class LoadClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** For a request that was begun just before the end, and is sent twice. */
    private static final Duration LAST = ANSWER.multipliedBy(2).plus(CONNECT);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String address;
    private final List<LoadRequest> requests = LoadRequest.mix();
    private final AtomicLong repeated = new AtomicLong();

    private LoadClient(String port) {
        address = "http://localhost:" + port;
    }

    /**
     * Runs the load and prints what came of it; fails if an answer was wrong or did not come in time.
     *
     * @param arguments the port, the number of connections, and seconds
     * @throws Exception if the service does not answer
     */
    public static void main(String[] arguments) throws Exception {
        LoadClient client = new LoadClient(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        client.run(connections, Math.max(5, seconds / 6));
        long before = client.number("/heap");
        long start = System.nanoTime();
        long[] nanos = client.run(connections, seconds);
        double elapsed = (System.nanoTime() - start) / 1e9;
        long after = client.number("/heap");
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%,d requests in %.0f s, %,.0f a second, none answered wrongly, %d sent twice; p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms;"
                        + " heap after collection %.1f MB, then %.1f MB; without HTTP, one thread answers %,d a second%n",
                nanos.length,
                elapsed,
                nanos.length / elapsed,
                client.repeated.get(),
                at(nanos, 0.5),
                at(nanos, 0.99),
                at(nanos, 0.999),
                before / 1e6,
                after / 1e6,
                client.number("/bare"));
    }

    private long[] run(int connections, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        CompletionService<long[]> ended = new ExecutorCompletionService<>(pool);
        for (int i = 0; i < connections; i++) {
            int first = i;
            ended.submit(() -> send(first, end));
        }
        long[] nanos = new long[0];
        try {
            for (int i = 0; i < connections; i++) {
                // The time-out of a request ends with the headers of its answer; this is for one that stops behind
                // them.
                Future<long[]> next = ended.poll(end - System.nanoTime() + LAST.toNanos(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new HttpTimeoutException("a connection is still waiting for an answer after the run");
                }
                long[] more = next.get();
                int old = nanos.length;
                nanos = Arrays.copyOf(nanos, old + more.length);
                System.arraycopy(more, 0, nanos, old, more.length);
            }
        } finally {
            pool.shutdownNow();
        }
        return nanos;
    }

    private long[] send(int first, long end) throws IOException, InterruptedException {
        long[] nanos = new long[1 << 12];
        int count = 0;
        while (System.nanoTime() < end) {
            LoadRequest request = requests.get((first + count) % requests.size());
            long start = System.nanoTime();
            int status = status(request);
            long taken = System.nanoTime() - start;
            if (status != request.status()) {
                throw new IllegalStateException("answered " + status + " where " + request.status() + " is right");
            }
            nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
            nanos[count++] = taken;
        }
        return Arrays.copyOf(nanos, count);
    }

    /**
     * The answer. A server closes connections that were idle, sometimes at the very moment at which one is used again; any
     * client sends what can be repeated once more then, and here it is counted. One that does not answer in time has failed.
     */
    private int status(LoadRequest request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(address + "/verify"))
                .timeout(ANSWER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
        try {
            return http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            repeated.incrementAndGet();
            return http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private long number(String path) throws IOException, InterruptedException {
        return Long.parseLong(http.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .timeout(ANSWER)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
    }
}
