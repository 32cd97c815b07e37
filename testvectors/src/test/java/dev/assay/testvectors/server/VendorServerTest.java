package dev.assay.testvectors.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the stand-in serves, asked for with nothing but the JDK's client. */
@Timeout(60)
class VendorServerTest {
    private static final SnpSimulator TURIN = SnpSimulator.create(AmdProduct.TURIN);
    private static final SnpEvidence REPORT = TURIN.report(report -> report);
    private static final TdxSimulator INTEL = TdxSimulator.create();
    private static final TdxEvidence QUOTE = INTEL.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);

    private final VendorServer server = VendorServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(target))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void amdsAddressesAreThoseOfItsDocument() throws Exception {
        server.amd().machine(TURIN, REPORT);
        var tcb = AmdProduct.TURIN.tcb();
        String vcek = "/vcek/v1/Turin/" + HexFormat.of().formatHex(TURIN.chipId(), 0, 8) + "?fmcSPL=" + tcb.fmc()
                + "&blSPL=" + tcb.bootLoader() + "&teeSPL=" + tcb.tee() + "&snpSPL=" + tcb.snp() + "&ucodeSPL="
                + tcb.microcode();
        assertArrayEquals(REPORT.leaf(), get(vcek).body());
        assertArrayEquals(
                REPORT.leaf(), get(vcek.replace("teeSPL=", "teeSPL=0")).body());
        assertArrayEquals(REPORT.crl(), get("/vcek/v1/Turin/crl").body());
        var chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(
                        get("/vcek/v1/Turin/cert_chain").body()));
        assertEquals(
                List.of("SEV-Turin", "ARK-Turin"),
                chain.stream()
                        .map(certificate -> ((java.security.cert.X509Certificate) certificate)
                                .getSubjectX500Principal()
                                .getName()
                                .replaceAll("CN=([^,]*),.*", "$1"))
                        .toList());
        assertEquals(404, get("/vlek/v1/Turin/crl").statusCode());
    }

    @Test
    void vleksAreNotServedButWhatIsAboveThemIs() throws Exception {
        SnpSimulator cloud = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 0), VekKind.VLEK);
        server.amd().machine(cloud, cloud.report(report -> report));
        assertEquals(200, get("/vlek/v1/Milan/cert_chain").statusCode());
        assertEquals(200, get("/vlek/v1/Milan/crl").statusCode());
    }

    @Test
    void intelsAnswersHaveTheirIssuersInAHeader() throws Exception {
        server.intel().machine(INTEL, QUOTE);
        String fmspc = HexFormat.of().formatHex(INTEL.platform().fmspc());
        for (String set : List.of("", "&update=standard")) {
            var answer = get("/tdx/certification/v4/tcb?fmspc=" + fmspc + set);
            assertArrayEquals(QUOTE.tcbInfo(), answer.body());
            String header = answer.headers().firstValue("tcb-info-issuer-chain").orElseThrow();
            assertFalse(header.contains("+"), "a plus sign is escaped");
            String pem = URLDecoder.decode(header, StandardCharsets.US_ASCII);
            assertEquals(
                    2,
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                            .size());
        }
        assertEquals(
                404,
                get("/tdx/certification/v4/tcb?fmspc=" + fmspc + "&update=early")
                        .statusCode());
        assertArrayEquals(
                QUOTE.pckCrl(),
                get("/sgx/certification/v4/pckcrl?encoding=der&ca=platform").body());
        assertArrayEquals(QUOTE.rootCrl(), get("/IntelSGXRootCA.der").body());
        assertEquals(
                HexFormat.of().formatHex(QUOTE.rootCrl()),
                new String(get("/sgx/certification/v4/rootcacrl").body(), StandardCharsets.US_ASCII));
    }

    @Test
    void faultsStrikeInTurnAndPass() throws Exception {
        server.serve("/item", Served.text("right"));
        server.breakDown("/item", Fault.status(503), 2).breakDown("/item", Fault.tooManyRequests("9"), 1);
        server.breakDown("/other", Fault.status(500));
        assertEquals(503, get("/item").statusCode());
        assertEquals(503, get("/item").statusCode());
        assertEquals("9", get("/item").headers().firstValue("Retry-After").orElseThrow());
        assertEquals("right", new String(get("/item").body(), StandardCharsets.US_ASCII));
        assertEquals(List.of("/item", "/item", "/item", "/item"), server.requests());
    }

    @Test
    void aRepairedServerIsRight() throws Exception {
        server.serve("/item", Served.text("right")).breakDown("/", Fault.garbage());
        assertTrue(new String(get("/item").body(), StandardCharsets.US_ASCII).contains("<html>"));
        server.repair();
        assertEquals("right", new String(get("/item").body(), StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsCutOffBreaksTheConnection() {
        server.serve("/item", Served.text("right")).breakDown("/item", Fault.cutOff());
        assertThrows(IOException.class, () -> get("/item"));
    }

    @Test
    void whatIsSilentNeverAnswers() {
        server.breakDown("/item", Fault.silent());
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/item"))
                .timeout(Duration.ofMillis(200))
                .build();
        assertThrows(HttpTimeoutException.class, () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
    }

    @Test
    void whatIsOversizedIsThatLarge() throws Exception {
        for (boolean announced : new boolean[] {true, false}) {
            server.repair().breakDown("/item", Fault.oversized(200_000, announced));
            var answer = get("/item");
            assertEquals(200_000, answer.body().length);
            assertEquals(
                    announced, answer.headers().firstValue("Content-Length").isPresent());
        }
    }

    @Test
    void aRedirectionSaysWhereTo() throws Exception {
        server.breakDown("/item", Fault.redirect(URI.create("https://elsewhere.example/")));
        var answer = get("/item");
        assertEquals(302, answer.statusCode());
        assertEquals(
                "https://elsewhere.example/",
                answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void nobodyTrustsItsTls() throws Exception {
        try (VendorServer secure = VendorServer.startWithTls()) {
            assertEquals("https", secure.address().getScheme());
            HttpRequest request = HttpRequest.newBuilder(secure.address()).build();
            assertThrows(SSLException.class, () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(secure.tlsCertificate()));
        }
        assertEquals(0, server.tlsCertificate().length);
    }

    @Test
    void aHostOfAzureCertifiesItsMachine() throws Exception {
        server.amd().azure(REPORT);
        String text = new String(get("/metadata/THIM/amd/certification").body(), StandardCharsets.US_ASCII);
        assertTrue(text.startsWith("{\"vcekCert\":\"-----BEGIN CERTIFICATE-----\\n"), text);
        assertTrue(
                text.contains(String.format(
                        "\"tcbm\":\"%016X\"", AmdProduct.TURIN.tcb().value())),
                text);
    }
}
