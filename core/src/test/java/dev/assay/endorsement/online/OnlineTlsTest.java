package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.VendorServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may answer, and by which way. */
class OnlineTlsTest {
    private final OnlineOptions options = OnlineOptions.defaults().withTiming(new TestTiming());

    @Test
    void aServiceWithAnUnknownRootIsNotListenedTo() {
        try (VendorServer server = VendorServer.startWithTls()) {
            server.amd().machine(Scene.MILAN, Scene.REPORT);
            SourceAnswer answer =
                    OnlineSources.amdKds(server.address(), options).fetch(Scene.vcek());
            assertEquals(
                    SourceFailure.UNTRUSTED_TLS,
                    assertInstanceOf(SourceAnswer.Unavailable.class, answer).failure());
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void aClientOfTheCallersMayTrustIt() throws Exception {
        try (VendorServer server = VendorServer.startWithTls()) {
            server.amd().machine(Scene.MILAN, Scene.REPORT);
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting(server.tlsCertificate()))
                    .build();
            assertInstanceOf(
                    SourceAnswer.Found.class,
                    OnlineSources.amdKds(server.address(), options.withClient(client))
                            .fetch(Scene.vcek()));
        }
    }

    private static SSLContext trusting(byte[] certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "server",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void aConnectionThatBreaksIsNotTakenForOneThatIsNotTrusted() throws Exception {
        try (VendorServer server = VendorServer.startWithTls()) {
            server.amd().machine(Scene.MILAN, Scene.REPORT);
            server.breakDown("/vcek", Fault.cutOff());
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting(server.tlsCertificate()))
                    .build();
            SourceAnswer answer = OnlineSources.amdKds(server.address(), options.withClient(client))
                    .fetch(Scene.vcek());
            assertEquals(
                    SourceFailure.CUT_OFF,
                    assertInstanceOf(SourceAnswer.Unavailable.class, answer, answer::toString)
                            .failure());
            assertEquals(3, server.requests().size());
        }
    }

    /** It hangs up in the middle of the handshake. */
    @Test
    void aServiceThatHangsUpInTheHandshakeIsCutOff() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                while (!socket.isClosed()) {
                    try (Socket client = socket.accept()) {
                        client.getInputStream().read();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            server.setDaemon(true);
            server.start();
            SourceAnswer answer = OnlineSources.amdKds(
                            URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/"), options)
                    .fetch(Scene.vcek());
            assertEquals(
                    SourceFailure.CUT_OFF,
                    assertInstanceOf(SourceAnswer.Unavailable.class, answer, answer::toString)
                            .failure());
        }
    }

    @Test
    void aProxyIsUsed() {
        try (VendorServer proxy = VendorServer.start()) {
            InetSocketAddress address = new InetSocketAddress(
                    proxy.address().getHost(), proxy.address().getPort());
            OnlineOptions through = options.withPlainHttp().withProxy(ProxySelector.of(address));
            OnlineSources.amdKds(URI.create("http://kds.example/mirror"), through)
                    .fetch(Scene.vcek());
            assertEquals(1, proxy.requests().size());
            assertEquals(
                    "http://kds.example/mirror/vcek/v1/Milan/",
                    proxy.requests().get(0).substring(0, 40));
        }
    }

    @Test
    void aClientThatFollowsRedirectionsIsRefused() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThrows(IllegalArgumentException.class, () -> options.withClient(client));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kds.example/",
                "http://127.0.0.1.example/",
                "http://localhost.example/",
                "ftp://127.0.0.1/",
                "https:///vcek",
                "kdsintf.amd.com",
                "https://user@kds.example/",
                "https://kds.example/?q",
                "https://kds.example/#f"
            })
    void anAddressThatWillNotDoIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> OnlineSources.amdKds(URI.create(address), options));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kds.example",
                "https://kds.example/a/b",
                "HTTP://LOCALHOST:8080/",
                "http://127.1.2.3/",
                "http://[::1]/",
                "http://169.254.169.254"
            })
    void anAddressThatWillDoGetsASlash(String address) {
        String text = BaseAddress.of(URI.create(address), options).text();
        assertTrue(text.endsWith("/"), text);
        assertEquals(address.length() + (address.endsWith("/") ? 0 : 1), text.length());
    }

    @Test
    void withoutTlsOnlyOnDemand() {
        URI plain = URI.create("http://kds.example/");
        assertEquals(
                "http://kds.example/",
                BaseAddress.of(plain, options.withPlainHttp()).text());
    }
}
