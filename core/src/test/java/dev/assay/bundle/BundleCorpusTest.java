package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.manifest.Entry;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.SnpEndorsements;
import dev.assay.testvectors.manifest.TdxEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import dev.assay.verify.Outcome;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every verdict on the larger set of real evidence is reached again from a bundle. */
class BundleCorpusTest {
    private static final VerificationOptions OPTIONS =
            VerificationOptions.defaults().withMemory(SignatureMemory.ofCapacity(4096));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snp/vectors.json",
                "snp/negatives.json",
                "tdx/quotes.json",
                "tdx/verdicts.json",
                "tdx/negatives.json"
            })
    void theVerdictIsTheSameFromABundle(String name) throws Exception {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        int replayed = 0;
        for (Entry entry : Manifest.load(Path.of(corpus, name)).entries()) {
            replayed += check((Vector) entry) ? 1 : 0;
        }
        assertTrue(replayed > 40, "only " + replayed);
    }

    private static boolean check(Vector vector) throws Exception {
        Evidence evidence;
        try {
            evidence = Evidence.decode(vector.evidence().bytes());
        } catch (MalformedEvidenceException e) {
            return false;
        }
        Endorsements.Builder direct = Endorsements.builder();
        BundleBuilder builder = Bundle.at(Objects.requireNonNullElse(vector.at(), Vector.AT_WITHOUT_ENDORSEMENTS))
                .evidence(evidence);
        for (VectorFile file : given(vector)) {
            direct.add(file.name(), Bytes.copyOf(file.bytes()));
            builder.add(file.name(), Bytes.copyOf(file.bytes()));
        }
        Bundle bundle = Bundle.read(builder.build().write());
        assertEquals(builder.build(), bundle);
        Verifier verifier = Verifier.of(options(vector));
        assertEquals(
                words(verifier.verify(evidence, direct.build(), bundle.at())),
                words(bundle.verify(verifier)),
                vector.id());
        return true;
    }

    private static String words(Outcome<? extends Verified<?>> outcome) {
        return outcome.getClass().getSimpleName() + " "
                + outcome.findings().stream().map(Finding::code).toList() + " "
                + outcome.verified()
                        .map(verified -> verified.window()
                                + (verified instanceof VerifiedQuote quote
                                        ? quote.tcbStatus() + " " + quote.advisories()
                                        : ""))
                        .orElse("");
    }

    private static List<VectorFile> given(Vector vector) {
        if (vector.endorsements() instanceof SnpEndorsements snp) {
            return Stream.of(Stream.ofNullable(snp.vek()), snp.chain().stream(), snp.crl().stream())
                    .flatMap(files -> files)
                    .toList();
        }
        TdxEndorsements tdx = (TdxEndorsements) vector.endorsements();
        return Stream.of(tdx.tcbInfo(), tdx.qeIdentity(), tdx.pckCrl(), tdx.rootCrl(), tdx.tcbSigningCertificate())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static VerificationOptions options(Vector vector) {
        @Nullable
        List<VectorFile> anchors = vector.endorsements() instanceof SnpEndorsements snp
                ? snp.trustAnchors()
                : ((TdxEndorsements) vector.endorsements()).trustAnchors();
        if (anchors == null) {
            return OPTIONS;
        }
        List<X509Certificate> roots = new ArrayList<>();
        anchors.forEach(file -> roots.addAll(Endorsements.of(file.bytes()).certificates()));
        return OPTIONS.withTrustAnchors(TrustAnchors.of(roots));
    }
}
