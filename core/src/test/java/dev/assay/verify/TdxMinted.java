package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Minted evidence and the options to verify it with.
 *
 * @param evidence quote and collateral
 * @param anchor whose root is trusted
 * @param options what to vary besides the anchors
 * @param extra one more endorsement, possibly empty
 */
record TdxMinted(TdxEvidence evidence, Bytes anchor, VerificationOptions options, Bytes extra) {
    /** What all tests of a run may share. */
    static final SignatureMemory MEMORY = SignatureMemory.ofCapacity(4096);

    static TdxMinted of(TdxEvidence evidence) {
        return new TdxMinted(
                evidence,
                Bytes.copyOf(evidence.root()),
                VerificationOptions.defaults().withMemory(MEMORY),
                Bytes.empty());
    }

    static TdxMinted of(TdxSimulator machine) {
        return of(machine.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right));
    }

    static TdxMinted genuine() {
        return of(TdxSimulator.create());
    }

    TdxMinted with(UnaryOperator<TdxEvidence> change) {
        return new TdxMinted(change.apply(evidence), anchor, options, extra);
    }

    TdxMinted trusting(byte[] root) {
        return new TdxMinted(evidence, Bytes.copyOf(root), options, extra);
    }

    TdxMinted options(UnaryOperator<VerificationOptions> change) {
        return new TdxMinted(evidence, anchor, change.apply(options), extra);
    }

    TdxMinted tdx(UnaryOperator<TdxOptions> change) {
        return options(all -> all.withTdx(change.apply(all.tdx())));
    }

    TdxMinted and(byte[] more) {
        return new TdxMinted(evidence, anchor, options, Bytes.copyOf(more));
    }

    Instant at() {
        return evidence.at();
    }

    Quote quote() {
        try {
            return Quote.decode(Bytes.copyOf(evidence.quote()), Strictness.LENIENT);
        } catch (MalformedEvidenceException e) {
            throw new AssertionError(e);
        }
    }

    Endorsements endorsements() {
        Endorsements.Builder all = Endorsements.builder();
        add("TCB info", evidence.tcbInfo(), all);
        add("QE identity", evidence.qeIdentity(), all);
        add("PCK CRL", evidence.pckCrl(), all);
        add("root CRL", evidence.rootCrl(), all);
        add("TCB signing", evidence.tcbSigningCertificate(), all);
        add("extra", extra.toArray(), all);
        return all.build();
    }

    private static void add(String name, byte[] item, Endorsements.Builder all) {
        if (item.length > 0) {
            all.add(name, Bytes.copyOf(item));
        }
    }

    VerificationOptions allOptions() {
        return options.withTrustAnchors(
                TrustAnchors.of(Endorsements.of(anchor.toArray()).certificates()));
    }

    Outcome<VerifiedQuote> verify() {
        return new TdxVerification(allOptions()).verify(quote(), endorsements(), at());
    }

    VerifiedQuote verified() {
        Outcome<VerifiedQuote> outcome = verify();
        return outcome.verified().orElseThrow(() -> new AssertionError(outcome.findings()));
    }

    /** The codes of what stands against acceptance. */
    static Set<String> failing(Outcome<VerifiedQuote> outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.effect() != Effect.NOTED)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> failing() {
        return failing(verify());
    }

    static byte[] flipped(byte[] bytes, int offset) {
        byte[] changed = bytes.clone();
        changed[offset < 0 ? changed.length + offset : offset] ^= 1;
        return changed;
    }
}
