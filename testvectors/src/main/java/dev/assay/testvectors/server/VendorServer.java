package dev.assay.testvectors.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that stands for AMD's, Intel's and Azure's. Point a client at {@link #address()} and give it something to serve:
 *
 * <pre>{@code
 * try (VendorServer server = VendorServer.start()) {
 *     server.amd().machine(machine, evidence);
 *     server.breakDown("/vcek/", Fault.status(500), 1);
 *     ...
 * }
 * }</pre>
 *
 * <p>What it has not been given is answered with 404. Thread-safe.
 */
public final class VendorServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final byte[] certificate;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<RequestLine, Served> shelf = new ConcurrentHashMap<>();
    private final Deque<Breakdown> breakdowns = new ConcurrentLinkedDeque<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    /** A fault, where it shows, and how often yet. */
    private record Breakdown(String prefix, Fault fault, AtomicInteger left) {
        boolean strikes(String target) {
            return target.startsWith(prefix) && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
        }
    }

    private VendorServer(HttpServer server, byte[] certificate) {
        this.server = server;
        this.certificate = certificate;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "vendor server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a server without TLS on a free port.
     *
     * @return the server
     */
    public static VendorServer start() {
        try {
            return new VendorServer(HttpServer.create(loopback(), 0), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("no server on the loopback interface", e);
        }
    }

    /**
     * Starts a server with TLS on a free port. Its certificate is its own root, which nobody trusts unless told to.
     *
     * @return the server
     */
    public static VendorServer startWithTls() {
        try {
            LoopbackTls tls = LoopbackTls.create();
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
            return new VendorServer(server, tls.certificate());
        } catch (IOException e) {
            throw new UncheckedIOException("no server on the loopback interface", e);
        }
    }

    private static InetSocketAddress loopback() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), 0);
    }

    /**
     * Where the server is.
     *
     * @return scheme, host and port, with a slash at the end
     */
    public URI address() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /**
     * The certificate of the server's TLS.
     *
     * @return its DER, empty without TLS
     */
    public byte[] tlsCertificate() {
        return certificate.clone();
    }

    /**
     * Where to put what AMD serves.
     *
     * @return a part of this server
     */
    public AmdShelf amd() {
        return new AmdShelf(this);
    }

    /**
     * Where to put what Intel serves.
     *
     * @return a part of this server
     */
    public IntelShelf intel() {
        return new IntelShelf(this);
    }

    /**
     * Serves an answer.
     *
     * @param target path and parameters, in any order
     * @param answer the answer, in place of an earlier one
     * @return this server
     */
    public VendorServer serve(String target, Served answer) {
        shelf.put(RequestLine.of(target), answer);
        return this;
    }

    /**
     * Breaks down.
     *
     * @param prefix for what: how path and parameters start, as the client writes them
     * @param fault how
     * @param times for how many requests; the next fault that was ordered, or the right answer, comes after
     * @return this server
     */
    public VendorServer breakDown(String prefix, Fault fault, int times) {
        breakdowns.add(new Breakdown(prefix, fault, new AtomicInteger(times)));
        return this;
    }

    /**
     * Breaks down until repaired.
     *
     * @param prefix for what
     * @param fault how
     * @return this server
     */
    public VendorServer breakDown(String prefix, Fault fault) {
        return breakDown(prefix, fault, Integer.MAX_VALUE);
    }

    /**
     * Works again.
     *
     * @return this server
     */
    public VendorServer repair() {
        breakdowns.clear();
        return this;
    }

    /**
     * What was asked for so far.
     *
     * @return path and parameters of each request as it came
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        String target = exchange.getRequestURI().toString();
        requests.add(target);
        Served right =
                shelf.getOrDefault(RequestLine.of(target), Served.status(404)).to(exchange.getRequestHeaders());
        try (exchange) {
            for (Breakdown breakdown : breakdowns) {
                if (breakdown.strikes(target)) {
                    breakdown.fault().answer(exchange, right, closing);
                    return;
                }
            }
            Fault.send(exchange, right);
        } catch (IOException e) {
            // The client went away, or the fault was to break the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
