package dev.assay.testvectors.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** A way in which a service breaks. Each method makes one. */
public final class Fault {
    private static final int CHUNK = 1 << 16;

    private final Behaviour behaviour;

    private Fault(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** What is done in place of the right answer. */
    private interface Behaviour {
        void answer(HttpExchange exchange, Served right, CountDownLatch closing)
                throws IOException, InterruptedException;
    }

    /**
     * Takes the request and says nothing until the server is closed.
     *
     * @return the fault
     */
    public static Fault silent() {
        return new Fault((exchange, right, closing) -> closing.await());
    }

    /**
     * Sends the headers and the first byte of the body, and then nothing until the server is closed.
     *
     * @return the fault
     */
    public static Fault slow() {
        return new Fault((exchange, right, closing) -> {
            OutputStream out = start(exchange, right, Math.max(2, right.body().length));
            out.write(right.body().length > 0 ? right.body()[0] : 0);
            out.flush();
            closing.await();
        });
    }

    /**
     * Announces the whole body and hangs up after half of it.
     *
     * @return the fault
     */
    public static Fault cutOff() {
        return new Fault((exchange, right, closing) -> {
            byte[] body = right.body();
            OutputStream out = start(exchange, right, Math.max(2, body.length));
            out.write(Arrays.copyOf(body, Math.max(1, body.length / 2)));
            out.flush();
        });
    }

    /**
     * Answers with a status and no body.
     *
     * @param status for instance 500
     * @return the fault
     */
    public static Fault status(int status) {
        return instead(Served.status(status));
    }

    /**
     * Answers that there are too many requests.
     *
     * @param retryAfter the value of Retry-After: seconds or a date
     * @return the fault
     */
    public static Fault tooManyRequests(String retryAfter) {
        return instead(Served.status(429).header("Retry-After", retryAfter));
    }

    /**
     * Answers with something that is no endorsement, as the page of a proxy.
     *
     * @return the fault
     */
    public static Fault garbage() {
        return instead(Served.text("<html><body>Please log in to the network.</body></html>"));
    }

    /**
     * Sends zeros.
     *
     * @param bytes how many
     * @param announced whether the headers say how many
     * @return the fault
     */
    public static Fault oversized(long bytes, boolean announced) {
        return new Fault((exchange, right, closing) -> {
            exchange.sendResponseHeaders(200, announced ? bytes : 0);
            OutputStream out = exchange.getResponseBody();
            for (long left = bytes; left > 0; left -= CHUNK) {
                out.write(new byte[(int) Math.min(left, CHUNK)]);
            }
        });
    }

    /**
     * Redirects.
     *
     * @param location where to
     * @return the fault
     */
    public static Fault redirect(URI location) {
        return instead(Served.status(302).header("Location", location.toString()));
    }

    /**
     * Gives another answer than the right one, for instance a chain of somebody else.
     *
     * @param other the answer
     * @return the fault
     */
    public static Fault instead(Served other) {
        return new Fault((exchange, right, closing) -> send(exchange, other));
    }

    void answer(HttpExchange exchange, Served right, CountDownLatch closing) throws IOException, InterruptedException {
        behaviour.answer(exchange, right, closing);
    }

    static void send(HttpExchange exchange, Served answer) throws IOException {
        byte[] body = answer.body();
        try (OutputStream out = start(exchange, answer, body.length)) {
            out.write(body);
        }
    }

    private static OutputStream start(HttpExchange exchange, Served answer, int length) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, ascii(value)));
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        return exchange.getResponseBody();
    }

    private static String ascii(String value) {
        return new String(value.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
