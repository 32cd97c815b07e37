package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementCollector;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.PckExtensionReader;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.Product;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.manifest.Entry;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.SnpEndorsements;
import dev.assay.testvectors.manifest.TdxEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import dev.assay.testvectors.manifest.Verdict;
import dev.assay.testvectors.server.VendorServer;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Real evidence and real endorsements, if they are there: served by the stand-in, fetched, and verified as they should be. */
class OnlineCorpusTest {
    private final Verifier verifier =
            Verifier.of(VerificationOptions.defaults().withMemory(SignatureMemory.ofCapacity(4096)));

    private Path corpus = Path.of("");

    @BeforeEach
    void onlyWithACorpus() {
        String folder = System.getProperty("assay.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus");
        corpus = Path.of(folder);
    }

    /** The first of each verdict on each piece of evidence; the others differ in collateral alone. */
    private List<Vector> judged(String name) throws Exception {
        Map<String, Vector> all = new LinkedHashMap<>();
        for (Entry entry : Manifest.load(corpus.resolve(name)).entries()) {
            if (entry instanceof Vector vector && !vector.decodingOnly()) {
                boolean good = vector.expect().verdict() == Verdict.VERIFIED;
                all.putIfAbsent(vector.evidence().name() + good, vector);
            }
        }
        return List.copyOf(all.values());
    }

    @Test
    void realQuotesAreVerifiedFromTheService(TestReporter reporter) throws Exception {
        int verified = 0;
        List<Vector> vectors = judged("tdx/verdicts.json");
        try (VendorServer server = VendorServer.start()) {
            for (Vector vector : vectors) {
                serve((TdxEndorsements) vector.endorsements(), vector.evidence().bytes(), server);
                verified += check(vector, source(server, vector, false), PlanOptions.defaults());
            }
        }
        reporter.publishEntry("quotes verified", verified + " of " + vectors.size());
    }

    @Test
    void realReportsAreVerifiedFromTheService(TestReporter reporter) throws Exception {
        int verified = 0;
        List<Vector> vectors = judged("snp/vectors.json");
        for (Vector vector : vectors) {
            try (VendorServer server = VendorServer.start()) {
                Optional<Product> product = serve(
                        (SnpEndorsements) vector.endorsements(),
                        vector.evidence().bytes(),
                        server);
                PlanOptions options = PlanOptions.defaults().withCrls(false);
                EndorsementSource source = EndorsementSource.firstOf(vlek(vector), source(server, vector, true));
                verified +=
                        check(vector, source, product.map(options::withProduct).orElse(options));
            }
        }
        reporter.publishEntry("reports verified", verified + " of " + vectors.size());
    }

    private static EndorsementSource source(VendorServer server, Vector vector, boolean amd) {
        OnlineOptions options = OnlineOptions.defaults()
                .withKdsInterval(Duration.ZERO)
                .withTiming(new TestTiming(Objects.requireNonNull(vector.at(), "a verdict has a time")));
        return amd ? OnlineSources.amdKds(server.address(), options) : OnlineSources.pccs(server.address(), options);
    }

    /** AMD's service has no VLEKs: these are given. */
    private static EndorsementSource vlek(Vector vector) {
        VectorFile vek = ((SnpEndorsements) vector.endorsements()).vek();
        Endorsements given = vek == null ? Endorsements.none() : Endorsements.of(vek.bytes());
        return EndorsementSource.of(given, "given", () -> Objects.requireNonNull(vector.at()))
                .restrictedTo(request -> request instanceof EndorsementRequest.Vlek);
    }

    private int check(Vector vector, EndorsementSource source, PlanOptions options) {
        Evidence evidence;
        try {
            evidence = Evidence.decode(vector.evidence().bytes());
        } catch (MalformedEvidenceException e) {
            assertNotEquals(Verdict.VERIFIED, vector.expect().verdict(), vector.id());
            return 0;
        }
        Instant at = Objects.requireNonNull(vector.at());
        CollectedEndorsements had =
                new EndorsementCollector(source, () -> at).collect(evidence.endorsementPlan(options));
        boolean verified =
                verifier.verify(evidence, had.endorsements(), at).verified().isPresent();
        assertEquals(
                vector.expect().verdict() == Verdict.VERIFIED, verified, () -> vector.id() + " " + had.shortcomings());
        return verified ? 1 : 0;
    }

    private static void serve(TdxEndorsements given, byte[] quote, VendorServer server)
            throws MalformedEvidenceException {
        var carried = Evidence.decode(quote)
                .endorsementPlan(PlanOptions.defaults())
                .carried()
                .certificates();
        if (carried.isEmpty()) {
            return;
        }
        var pck = new PckExtensionReader(carried.get(0)).extensions().orElseThrow();
        PckCa ca = PckCa.valueOf(pck.issuer().name().replace("_CA", ""));
        byte[] root = TrustAnchors.embedded().certificates().stream()
                .filter(anchor -> anchor.getSubjectX500Principal().getName().contains("Intel"))
                .map(OnlineCorpusTest::encoded)
                .findFirst()
                .orElseThrow();
        PemChain chain = PemChain.of(der(given.tcbSigningCertificate()), root).tail();
        server.intel()
                .tcbInfo(pck.fmspc().toArray(), "", bytes(given.tcbInfo()), chain)
                .qeIdentity("", bytes(given.qeIdentity()), chain)
                .pckCrl(ca, bytes(given.pckCrl()), PemChain.of(root).tail())
                .rootCrl(bytes(given.rootCrl()));
    }

    /** The product is that of the certificate's issuer, which a client of the service has to know for old reports. */
    private static Optional<Product> serve(SnpEndorsements given, byte[] report, VendorServer server) {
        if (given.vek() == null) {
            return Optional.empty();
        }
        byte[] leaf = der(given.vek());
        String issuer = Endorsements.of(leaf)
                .certificates()
                .get(0)
                .getIssuerX500Principal()
                .getName();
        for (AmdProduct product : AmdProduct.values()) {
            if (issuer.contains("CN=" + VekKind.VCEK.issuerName(product) + ",")) {
                server.amd().vcek(product, report, leaf);
                return Product.named(product.label());
            }
        }
        return Optional.empty();
    }

    private static byte[] der(@Nullable VectorFile file) {
        return encoded(Endorsements.of(bytes(file)).certificates().get(0));
    }

    private static byte[] encoded(java.security.cert.X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(@Nullable VectorFile file) {
        return Objects.requireNonNull(file).bytes();
    }
}
