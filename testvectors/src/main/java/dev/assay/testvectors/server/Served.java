package dev.assay.testvectors.server;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of a service. Immutable. */
public final class Served {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private final Map<String, String> demanded;

    private Served(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Map.of());
    }

    private Served(int status, Map<String, String> headers, byte[] body, Map<String, String> demanded) {
        this.demanded = Map.copyOf(demanded);
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /**
     * An answer with status 200.
     *
     * @param body any bytes
     * @return the answer
     */
    public static Served ok(byte[] body) {
        return new Served(200, Map.of(), body.clone());
    }

    /**
     * An answer with status 200 and ASCII text.
     *
     * @param body the text
     * @return the answer
     */
    public static Served text(String body) {
        return ok(body.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * An answer without a body.
     *
     * @param status for instance 404
     * @return the answer
     */
    public static Served status(int status) {
        return new Served(status, Map.of(), new byte[0]);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return a changed copy
     */
    public Served header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Served(status, more, body, demanded);
    }

    /**
     * Gives the answer only to who sends a header, for instance a key; others get status 401.
     *
     * @param name the header's name
     * @param value its value
     * @return a changed copy
     */
    public Served onlyWith(String name, String value) {
        return new Served(status, headers, body, Map.of(name, value));
    }

    /** What is served to who sent these headers. */
    Served to(Headers sent) {
        boolean allowed =
                demanded.entrySet().stream().allMatch(one -> one.getValue().equals(sent.getFirst(one.getKey())));
        return allowed ? this : status(401);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }
}
