package dev.assay;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.manifest.Conclusion;
import dev.assay.testvectors.manifest.Options;
import dev.assay.testvectors.manifest.Outcome;
import dev.assay.testvectors.manifest.OutcomeBuilder;
import dev.assay.testvectors.manifest.Subject;
import dev.assay.testvectors.manifest.TcbFacts;
import dev.assay.testvectors.manifest.TdxEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import dev.assay.verify.CrlMode;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.TdxOptions;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs TDX vectors of a manifest against this library. Policies are not this test's business. */
public final class TdxSubject implements Subject {
    private final SignatureMemory memory;

    /**
     * Makes a subject.
     *
     * @param memory what to remember good signatures in
     */
    public TdxSubject(SignatureMemory memory) {
        this.memory = memory;
    }

    @Override
    public Outcome run(Vector vector) {
        Quote quote;
        try {
            quote = Quote.decode(vector.evidence().bytes());
        } catch (MalformedEvidenceException e) {
            return Outcome.malformed(String.valueOf(e.getMessage()));
        }
        OutcomeBuilder outcome = Outcome.decoded(Map.of());
        if (vector.decodingOnly()) {
            return outcome.build();
        }
        TdxEndorsements given = (TdxEndorsements) vector.endorsements();
        dev.assay.verify.Outcome<VerifiedQuote> verdict = Verifier.of(options(vector.options(), given))
                .verify(quote, endorsements(given), Objects.requireNonNull(vector.at()));
        verdict.verified().ifPresent(verified -> outcome.tcb(facts(verified)));
        return outcome.conclusion(conclusion(verdict))
                .findings(verdict.findings().stream().map(Finding::code).toList())
                .detail(verdict.findings().toString())
                .build();
    }

    private static Conclusion conclusion(dev.assay.verify.Outcome<VerifiedQuote> verdict) {
        if (verdict.verified().isPresent()) {
            return Conclusion.VERIFIED;
        }
        return verdict instanceof Indeterminate ? Conclusion.INDETERMINATE : Conclusion.REJECTED;
    }

    private static TcbFacts facts(VerifiedQuote verified) {
        return new TcbFacts(verified.tcbStatus().label(), verified.tcbDate(), verified.advisories(), (long)
                verified.tcbEvaluationDataNumber());
    }

    private VerificationOptions options(Options options, TdxEndorsements given) {
        CrlMode mode = switch (options.crl()) {
            case REQUIRED -> CrlMode.REQUIRED;
            case IF_GIVEN -> CrlMode.IF_GIVEN;
            case OFF -> CrlMode.OFF;
        };
        VerificationOptions all = VerificationOptions.defaults()
                .withMemory(memory)
                .withTdx(TdxOptions.defaults().withCrlMode(mode).withCollateralGrace(orZero(options.grace())))
                .withClockSkew(orZero(options.skew()));
        List<VectorFile> anchors = given.trustAnchors();
        return anchors == null ? all : all.withTrustAnchors(TrustAnchors.of(certificates(anchors)));
    }

    private static Duration orZero(@Nullable Duration duration) {
        return duration == null ? Duration.ZERO : duration;
    }

    private static List<X509Certificate> certificates(List<VectorFile> files) {
        List<X509Certificate> all = new ArrayList<>();
        files.forEach(file -> all.addAll(Endorsements.of(file.bytes()).certificates()));
        return all;
    }

    /** The manifest says what each file is; a list in the place of another is not what it says. */
    private static Endorsements endorsements(TdxEndorsements given) {
        Endorsements.Builder builder = Endorsements.builder();
        add(given.tcbInfo(), builder);
        add(given.qeIdentity(), builder);
        add(given.tcbSigningCertificate(), builder);
        if (given.pckCrl() != null) {
            builder.addPckCrl("pckCrl", Bytes.copyOf(given.pckCrl().bytes()));
        }
        if (given.rootCrl() != null) {
            builder.addRootCrl("rootCrl", Bytes.copyOf(given.rootCrl().bytes()));
        }
        return builder.build();
    }

    private static void add(@Nullable VectorFile file, Endorsements.Builder builder) {
        if (file != null) {
            builder.add(file.name(), Bytes.copyOf(file.bytes()));
        }
    }
}
