package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.SnpEvidence;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** All that goes into one verification; the copy that a method returns differs in one part. */
record SnpTrial(
        Bytes report,
        List<Bytes> items,
        List<Bytes> anchors,
        Instant at,
        Strictness strictness,
        UnaryOperator<VerificationOptions> change) {
    /** Leaf, intermediate and revocation list as endorsements, the root as the only anchor, defaults otherwise. */
    static SnpTrial of(SnpEvidence evidence) {
        return new SnpTrial(
                Bytes.copyOf(evidence.report()),
                bytes(evidence.leaf(), evidence.intermediate(), evidence.crl()),
                bytes(evidence.root()),
                evidence.at(),
                Strictness.STRICT,
                options -> options);
    }

    SnpTrial report(byte[] other) {
        return new SnpTrial(Bytes.copyOf(other), items, anchors, at, strictness, change);
    }

    SnpTrial only(byte[]... others) {
        return new SnpTrial(report, bytes(others), anchors, at, strictness, change);
    }

    SnpTrial with(byte[] extra) {
        List<Bytes> more = new ArrayList<>(items);
        more.add(Bytes.copyOf(extra));
        return new SnpTrial(report, more, anchors, at, strictness, change);
    }

    SnpTrial anchors(byte[]... roots) {
        return new SnpTrial(report, items, bytes(roots), at, strictness, change);
    }

    SnpTrial at(Instant time) {
        return new SnpTrial(report, items, anchors, time, strictness, change);
    }

    SnpTrial lenient() {
        return new SnpTrial(report, items, anchors, at, Strictness.LENIENT, change);
    }

    /** Anchors are set before, so that the change may replace them too. */
    SnpTrial options(UnaryOperator<VerificationOptions> more) {
        return new SnpTrial(report, items, anchors, at, strictness, options -> more.apply(change.apply(options)));
    }

    Outcome<VerifiedReport> outcome() {
        VerificationOptions options = VerificationOptions.defaults().withTrustAnchors(anchorsOf(anchors));
        return new SnpVerification(change.apply(options)).verify(decoded(), endorsements(), at);
    }

    AttestationReport decoded() {
        try {
            return AttestationReport.decode(report, strictness);
        } catch (MalformedEvidenceException e) {
            throw new AssertionError("a trial is about verification, so its report must decode", e);
        }
    }

    Endorsements endorsements() {
        return Endorsements.of(items.stream().map(Bytes::toArray).toArray(byte[][]::new));
    }

    /** The codes that speak against acceptance. */
    static Set<String> refusals(Outcome<?> outcome) {
        return codes(outcome, false);
    }

    /** The codes that do not. */
    static Set<String> notes(Outcome<?> outcome) {
        return codes(outcome, true);
    }

    static TrustAnchors anchorsOf(List<Bytes> roots) {
        List<X509Certificate> parsed = Endorsements.of(
                        roots.stream().map(Bytes::toArray).toArray(byte[][]::new))
                .certificates();
        if (parsed.size() != roots.size()) {
            throw new AssertionError("an anchor of a trial must be readable");
        }
        return TrustAnchors.of(parsed);
    }

    private static Set<String> codes(Outcome<?> outcome, boolean noted) {
        Set<String> codes = new TreeSet<>();
        outcome.findings().stream()
                .filter(finding -> (finding.effect() == Effect.NOTED) == noted)
                .map(Finding::code)
                .forEach(codes::add);
        return codes;
    }

    private static List<Bytes> bytes(byte[]... arrays) {
        return Arrays.stream(arrays).map(Bytes::copyOf).toList();
    }
}
