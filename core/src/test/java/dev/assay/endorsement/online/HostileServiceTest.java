package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.testvectors.pki.DerValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service that does not keep to HTTP, byte by byte: always an answer, of the kind that is documented, and in time. Where
 * it has two kinds, versions of the platform's client differ in which they see.
 */
@Timeout(60)
class HostileServiceTest {
    private static final Duration ATTEMPT = Duration.ofMillis(800);
    private static final EndorsementRequest WANTED = Scene.vcek();

    private ServerSocket socket;

    @BeforeEach
    void open() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    /** Writes its part once, then what follows until the client is gone. */
    private record Script(String once, String forEver, boolean thenClose) {
        static Script of(String text) {
            return new Script(text, "", true);
        }

        static Script endless(String text, String more) {
            return new Script(text, more, false);
        }

        void play(Socket client) {
            try (client) {
                InputStream in = client.getInputStream();
                int ends = 0;
                for (int c = in.read(); c >= 0 && ends < 4; c = ends < 4 ? in.read() : c) {
                    ends = c == '\r' || c == '\n' ? ends + 1 : 0;
                }
                OutputStream out = client.getOutputStream();
                out.write(once.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                while (!thenClose) {
                    out.write(forEver.getBytes(StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // The client hung up, as it should.
            }
        }
    }

    private SourceAnswer ask(Script script) {
        Thread server = new Thread(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread one = new Thread(() -> script.play(client));
                    one.setDaemon(true);
                    one.start();
                } catch (IOException e) {
                    return;
                }
            }
        });
        server.setDaemon(true);
        server.start();
        OnlineOptions options = OnlineOptions.defaults()
                .withTimeouts(ATTEMPT, Duration.ofSeconds(5))
                .withKdsInterval(Duration.ZERO)
                .withAttempts(2)
                .withTiming(new TestTiming());
        URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> OnlineSources.amdKds(address, options).fetch(WANTED));
    }

    private static String ok(String headers) {
        return "HTTP/1.1 200 OK\r\n" + headers + "\r\n";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String zipped(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text(out.toByteArray());
    }

    static Stream<Arguments> answers() {
        String leaf = text(Scene.REPORT.leaf());
        String bomb = zipped(new byte[1 << 26]);
        return Stream.of(
                Arguments.of("no HTTP", Script.of("SSH-2.0-OpenSSH_9.9\r\n\r\n"), Set.of(SourceFailure.CUT_OFF)),
                Arguments.of("nothing", Script.of(""), Set.of(SourceFailure.CUT_OFF)),
                Arguments.of(
                        "length below zero",
                        Script.of(ok("Content-Length: -1\r\n")),
                        Set.of(SourceFailure.CUT_OFF, SourceFailure.UNFIT)),
                Arguments.of(
                        "length no number", Script.of(ok("Content-Length: many\r\n")), Set.of(SourceFailure.CUT_OFF)),
                Arguments.of(
                        "length of 64 bits",
                        Script.of(ok("Content-Length: 9223372036854775807\r\n")),
                        Set.of(SourceFailure.TOO_LARGE)),
                Arguments.of(
                        "longer than announced",
                        Script.of(ok("Content-Length: 10\r\n") + leaf),
                        Set.of(SourceFailure.UNFIT)),
                Arguments.of(
                        "a chunk of no length",
                        Script.of(ok("Transfer-Encoding: chunked\r\n") + "zz\r\n" + leaf),
                        Set.of(SourceFailure.CUT_OFF)),
                Arguments.of(
                        "chunks without end",
                        Script.endless(ok("Transfer-Encoding: chunked\r\n"), "1000\r\n" + "x".repeat(4096) + "\r\n"),
                        Set.of(SourceFailure.TOO_LARGE)),
                Arguments.of(
                        "a chunk's extension without end",
                        Script.endless(ok("Transfer-Encoding: chunked\r\n") + "1;", "x".repeat(4096)),
                        Set.of(SourceFailure.TIMED_OUT, SourceFailure.CUT_OFF)),
                Arguments.of(
                        "a zip bomb",
                        Script.of(ok("Content-Encoding: gzip\r\nContent-Length: " + bomb.length() + "\r\n") + bomb),
                        Set.of(SourceFailure.UNFIT, SourceFailure.TOO_LARGE)),
                Arguments.of(
                        "a zipped answer nobody asked for",
                        Script.of(ok("Content-Encoding: gzip\r\n") + zipped(Scene.REPORT.leaf())),
                        Set.of(SourceFailure.UNFIT)),
                Arguments.of(
                        "a header that never ends",
                        Script.endless("HTTP/1.1 200 OK\r\nX: ", "x".repeat(4096)),
                        Set.of(SourceFailure.CUT_OFF, SourceFailure.TIMED_OUT)),
                Arguments.of(
                        "headers that never end",
                        Script.endless("HTTP/1.1 200 OK\r\n", "X: " + "x".repeat(1000) + "\r\n"),
                        Set.of(SourceFailure.CUT_OFF, SourceFailure.TIMED_OUT)),
                Arguments.of(
                        "provisional answers without end",
                        Script.endless("", "HTTP/1.1 102 Processing\r\n\r\n".repeat(50)),
                        Set.of(SourceFailure.TIMED_OUT, SourceFailure.CUT_OFF)),
                Arguments.of(
                        "a redirection to another scheme",
                        Script.of("HTTP/1.1 301 Moved\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
                        Set.of(SourceFailure.REDIRECTED)),
                Arguments.of(
                        "a redirection to the same host's other port",
                        Script.of("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:22/\r\nContent-Length: 0\r\n\r\n"),
                        Set.of(SourceFailure.REDIRECTED)),
                Arguments.of(
                        "a redirection to another's name",
                        Script.of(
                                "HTTP/1.1 302 Moved\r\nLocation: //169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n"),
                        Set.of(SourceFailure.REDIRECTED)),
                Arguments.of(
                        "a certificate of very deep DER",
                        Script.of(ok("") + text(deep(12_000))),
                        Set.of(SourceFailure.UNFIT)));
    }

    private static byte[] deep(int levels) {
        byte[] inner = DerValue.sequence();
        for (int i = 0; i < levels && inner.length < 60_000; i++) {
            inner = DerValue.sequence(inner);
        }
        return inner;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void itsAnswerHasADocumentedMeaningInTime(String name, Script script, Set<SourceFailure> failures) {
        SourceAnswer.Unavailable answer = assertInstanceOf(SourceAnswer.Unavailable.class, ask(script), name);
        assertTrue(failures.contains(answer.failure()), answer::toString);
        assertTrue(answer.reason().length() < 300, answer::reason);
    }
}
