package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.TcbInfo;
import dev.assay.endorsement.UnreadableItem;
import dev.assay.model.Bytes;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.Quote;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The procedure for TDX quotes, as Intel's quote verification library has it. Its steps, each in a class of its own, under
 * the numbers by which the classes refer to them:
 *
 * <dl>
 *   <dt>8.1 {@link TdxQuoteForm}
 *   <dd>what the quote says of itself
 *   <dt>8.2 {@link TdxChainSource}, {@link TdxChain}, {@link TdxProfile}, {@link TdxCrl}
 *   <dd>the platform's certificates, to the anchor, not revoked
 *   <dt>8.3, 8.4, 8.5 {@link TdxSigner}, {@link TdxCollateral}
 *   <dd>TCB info and identity: Intel's, and for this platform and TEE
 *   <dt>8.6 {@link TdxModuleCheck}
 *   <dd>the TDX module
 *   <dt>8.7 {@link TdxQeReport}, {@link TdxQuoteSignature}
 *   <dd>from the PCK to the quoting enclave to the attestation key to the quote
 *   <dt>8.8, 8.9 {@link TdxTcb}, {@link TcbMatching}, {@link TcbMerge}
 *   <dd>the TCB status
 *   <dt>8.10 {@link TdxTimeline}
 *   <dd>the validity of everything that was used
 * </dl>
 *
 * <p>Checks go on after a failure as far as they still mean something, so that the findings tell the whole story. Nothing
 * is concluded from a document whose signature was not established.
 */
public final class TdxVerification {
    private final VerificationOptions options;
    private final P256Signatures signatures;
    private final EvidenceCertificates certificates;

    /**
     * Makes the procedure for some options.
     *
     * @param options anchors, demands and implementation
     */
    public TdxVerification(VerificationOptions options) {
        this.options = options;
        this.signatures = new P256Signatures(options);
        this.certificates = new EvidenceCertificates(options.memory());
    }

    /**
     * Verifies a quote.
     *
     * @param quote a strictly decoded quote
     * @param endorsements TCB info, identity, TCB signing certificate, and the root's and PCK issuer's revocation lists
     * @param at the time to verify for
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedQuote> verify(Quote quote, Endorsements endorsements, Instant at) {
        return options.memory()
                .attempt(trial -> new TdxVerification(options.withMemory(trial)).attempt(quote, endorsements, at));
    }

    private Outcome<VerifiedQuote> attempt(Quote quote, Endorsements endorsements, Instant at) {
        FindingList findings = new FindingList();
        for (UnreadableItem item : endorsements.unreadable()) {
            findings.add(TdxCheck.ENDORSEMENT_UNREADABLE, "a certificate, list or document", item.toString());
        }
        TdxQuoteForm.check(quote, findings);
        List<X509Certificate> anchors = options.trustAnchors().named(IntelAuthority.ROOT.subject());
        if (anchors.isEmpty()) {
            findings.add(TdxCheck.CHAIN_UNTRUSTED, "a trust anchor of Intel's name", "none");
            return findings.refusal();
        }
        Bytes attestationKey = quote.signatureData().attestationKey();
        Optional<Bytes> content = chainOf(quote);
        Optional<PckCertificates> known = content.flatMap(text -> certificates.chain(attestationKey, text));
        Optional<PckCertificates> chain =
                known.or(() -> new TdxChainSource(signatures, endorsements, anchors).find(quote, findings));
        X509Certificate anchor =
                chain.flatMap(found -> anchorOf(found, anchors)).orElse(anchors.get(0));
        Outcome<VerifiedQuote> outcome = verify(quote, endorsements, at, chain, anchor, findings);
        if (known.isEmpty() && outcome instanceof Accepted) {
            content.ifPresent(text -> certificates.keepChain(attestationKey, text, chain.orElseThrow()));
        }
        return outcome;
    }

    /** The text of the chain that came along, if one did. */
    private static Optional<Bytes> chainOf(Quote quote) {
        return quote.signatureData().certificationData() instanceof PckChain text
                ? Optional.of(text.content())
                : Optional.empty();
    }

    private Outcome<VerifiedQuote> verify(
            Quote quote,
            Endorsements endorsements,
            Instant at,
            Optional<PckCertificates> chain,
            X509Certificate anchor,
            FindingList findings) {
        TdxTimeline timeline = new TdxTimeline(options, at);
        Optional<PckPath> path = chain.map(found -> new TdxChain(options, timeline, anchor).check(found, findings));
        TdxCrl rootCrl = TdxCrl.of(IntelAuthority.ROOT, anchor, endorsements.crls(), options, timeline, findings);
        Optional<TdxCrl> pckCrl = path.map(found -> revocation(found, rootCrl, endorsements, timeline, findings));
        TdxCollateral collateral = new TdxCollateral(
                timeline,
                new TdxSigner(options, timeline, anchor, rootCrl, endorsements),
                options.tdx().floor());
        Optional<PckExtensions> pck = path.flatMap(PckPath::extensions);
        Optional<TdxCollateral.Authentic<TcbInfo>> info = collateral.tcbInfo(endorsements, pck, findings);
        Optional<TdxCollateral.Authentic<QeIdentity>> identity = collateral.qeIdentity(endorsements, findings);
        info.ifPresent(found -> TdxModuleCheck.check(quote.body(), found.document(), findings));
        path.ifPresent(found -> TdxQeReport.checkSignature(
                quote.signatureData(), found.certificates().leaf(), signatures, findings));
        TdxQeReport.checkBinding(quote.signatureData(), findings);
        identity.ifPresent(
                found -> TdxQeReport.checkIdentity(quote.signatureData().qeReport(), found.document(), findings));
        TdxQuoteSignature.check(quote, signatures, findings);
        if (pck.isEmpty() || info.isEmpty() || identity.isEmpty() || pckCrl.isEmpty()) {
            return findings.refusal();
        }
        Optional<TdxTcb.Result> tcb =
                new TdxTcb(pck.get(), info.get().document(), identity.get().document(), quote).judge(quote, findings);
        if (tcb.isEmpty()) {
            return findings.refusal();
        }
        QuoteBasis basis = new QuoteBasis(
                path.orElseThrow().certificates(),
                pck.get(),
                info.get().signer(),
                info.get().document(),
                identity.get().document(),
                tcb.get(),
                weaker(rootCrl.state(), pckCrl.get().state()),
                items(path.orElseThrow(), rootCrl, pckCrl.get(), info.get(), identity.get()),
                options.tdx().floor());
        return findings.outcome(noted -> new VerifiedQuote(quote, at, basis, noted));
    }

    private TdxCrl revocation(
            PckPath path, TdxCrl rootCrl, Endorsements endorsements, TdxTimeline timeline, FindingList findings) {
        PckCertificates chain = path.certificates();
        TdxCrl pckCrl = TdxCrl.of(path.authority(), chain.issuer(), endorsements.crls(), options, timeline, findings);
        rootCrl.check(chain.issuer(), TdxCheck.CHAIN_REVOKED, findings);
        pckCrl.check(chain.leaf(), TdxCheck.PCK_REVOKED, findings);
        return pckCrl;
    }

    private static Optional<X509Certificate> anchorOf(PckCertificates chain, List<X509Certificate> anchors) {
        Optional<CurvePoint> root = P256Signatures.point(chain.root());
        for (X509Certificate anchor : anchors) {
            if (root.isPresent() && P256Signatures.point(anchor).equals(root)) {
                return Optional.of(anchor);
            }
        }
        return Optional.empty();
    }

    /** Both lists must have been checked for revocation to count as checked. */
    private static CrlState weaker(CrlState a, CrlState b) {
        return a == CrlState.CHECKED ? b : a;
    }

    private static List<DatedItem> items(
            PckPath path,
            TdxCrl rootCrl,
            TdxCrl pckCrl,
            TdxCollateral.Authentic<TcbInfo> info,
            TdxCollateral.Authentic<QeIdentity> identity) {
        List<DatedItem> items = new ArrayList<>(path.items());
        rootCrl.item().ifPresent(items::add);
        pckCrl.item().ifPresent(items::add);
        items.addAll(info.signers());
        items.add(info.own());
        if (!identity.signers().equals(info.signers())) {
            identity.signers().stream().filter(item -> !items.contains(item)).forEach(items::add);
        }
        items.add(identity.own());
        return List.copyOf(items);
    }
}
