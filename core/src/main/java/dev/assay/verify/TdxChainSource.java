package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.model.Bytes;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.PckLeaf;
import dev.assay.tdx.PemText;
import dev.assay.tdx.PlatformManifest;
import dev.assay.tdx.Quote;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Step 8.2, first part: which certificates. A quote that brings its chain is judged by that chain, exactly three
 * certificates in any order; for one that only points at its PCK, the chain must be among the endorsements.
 */
final class TdxChainSource {
    private static final int CHAIN = 3;

    /** Certificates of one name that are looked at; each may cost a signature check. */
    private static final int MOST_CANDIDATES = 16;

    private final P256Signatures signatures;
    private final Endorsements endorsements;
    private final List<X509Certificate> anchors;

    TdxChainSource(P256Signatures signatures, Endorsements endorsements, List<X509Certificate> anchors) {
        this.signatures = signatures;
        this.endorsements = endorsements;
        this.anchors = anchors;
    }

    Optional<PckCertificates> find(Quote quote, FindingList findings) {
        if (quote.signatureData().certificationData() instanceof PckChain chain) {
            return embedded(chain.split(), chain.content(), findings).map(this::withKnownRoot);
        }
        if (quote.signatureData().certificationData() instanceof PlatformManifest manifest) {
            // Intel's library takes types 1 to 5, and the type is not signed: one inverted bit makes 7 of 5.
            findings.add(
                    TdxCheck.CHAIN_FORM,
                    "certification data of types 1 to 5, which say which PCK signed",
                    "type " + manifest.type() + ", a platform manifest");
            return Optional.empty();
        }
        Optional<X509Certificate> leaf = quote.signatureData().certificationData() instanceof PckLeaf alone
                ? embeddedLeaf(alone, findings)
                : given(quote, findings);
        return leaf.flatMap(found -> completed(found, findings));
    }

    private static Optional<PckCertificates> embedded(PemText text, Bytes content, FindingList findings) {
        Optional<List<X509Certificate>> certificates = certificates(text, content, CHAIN, findings);
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        Optional<X509Certificate> leaf = only(certificates.get(), name -> name == IntelAuthority.PCK);
        Optional<X509Certificate> issuer = only(certificates.get(), IntelAuthority::issuesPcks);
        Optional<X509Certificate> root = only(certificates.get(), name -> name == IntelAuthority.ROOT);
        if (leaf.isEmpty() || issuer.isEmpty() || root.isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_ROLES,
                    "a PCK certificate, an authority that issues such, and the root",
                    certificates.get().stream()
                            .map(certificate ->
                                    certificate.getSubjectX500Principal().getName())
                            .toList()
                            .toString());
            return Optional.empty();
        }
        return Optional.of(new PckCertificates(leaf.get(), issuer.get(), root.get()));
    }

    /** The anchor in place of its like: about that certificate everything has been worked out already. */
    private PckCertificates withKnownRoot(PckCertificates chain) {
        return anchors.stream()
                .filter(chain.root()::equals)
                .findFirst()
                .map(anchor -> new PckCertificates(chain.leaf(), chain.issuer(), anchor))
                .orElse(chain);
    }

    private static Optional<X509Certificate> embeddedLeaf(PckLeaf alone, FindingList findings) {
        Optional<X509Certificate> leaf =
                certificates(alone.split(), alone.content(), 1, findings).map(list -> list.get(0));
        if (leaf.isPresent() && !isNamed(leaf.get(), IntelAuthority.PCK)) {
            findings.add(
                    TdxCheck.CHAIN_ROLES,
                    "a PCK certificate",
                    leaf.get().getSubjectX500Principal().getName());
            return Optional.empty();
        }
        return leaf;
    }

    /** Text of exactly so many certificates, with nothing around them but line ends, and NULs behind the last. */
    private static Optional<List<X509Certificate>> certificates(
            PemText text, Bytes content, int count, FindingList findings) {
        String expected = "PEM text of exactly " + count + " different certificates";
        boolean tidy = text.strayBytes() == 0 && text.tailOthers() == 0;
        if (text.blocks().size() != count || !tidy) {
            // Not read at all: whoever sends a quote chooses what this is, and how long reading it takes.
            findings.add(
                    TdxCheck.CHAIN_FORM,
                    expected,
                    text.blocks().size() + " blocks" + (tidy ? "" : ", other text between or behind them"));
            return Optional.empty();
        }
        Endorsements read =
                Endorsements.builder().add("certification data", content).build();
        if (!read.unreadable().isEmpty() || read.certificates().size() != count) {
            findings.add(
                    TdxCheck.CHAIN_FORM,
                    expected,
                    read.certificates().size() + " certificates"
                            + (read.unreadable().isEmpty() ? "" : ", " + read.unreadable()));
            return Optional.empty();
        }
        return Optional.of(read.certificates());
    }

    /** Of the PCK certificates among the endorsements, the one whose key signed the QE report. */
    private Optional<X509Certificate> given(Quote quote, FindingList findings) {
        List<X509Certificate> candidates = named(IntelAuthority.PCK);
        if (candidates.isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_MISSING,
                    "the PCK certificate",
                    "certification data of type "
                            + quote.signatureData().certificationData().type()
                            + ", and no PCK certificate among the endorsements");
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> signatures.qeReport(
                        candidate,
                        quote.signatureData().qeReport().raw(),
                        quote.signatureData().qeReportSignature()))
                .findFirst()
                .or(() -> Optional.of(candidates.get(0)));
    }

    private Optional<PckCertificates> completed(X509Certificate leaf, FindingList findings) {
        List<X509Certificate> issuers = IntelAuthority.named(leaf.getIssuerX500Principal())
                .filter(IntelAuthority::issuesPcks)
                .map(this::named)
                .orElse(List.of());
        if (issuers.isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_MISSING,
                    "the certificate of " + leaf.getIssuerX500Principal().getName(),
                    "none among the endorsements");
            return Optional.empty();
        }
        X509Certificate issuer = signer(issuers, leaf);
        return Optional.of(new PckCertificates(leaf, issuer, signer(anchors, issuer)));
    }

    /** The one whose key signed a certificate, or the first, for the findings to be about. */
    private X509Certificate signer(List<X509Certificate> candidates, X509Certificate subject) {
        return candidates.stream()
                .filter(candidate -> signatures.certificate(candidate, subject))
                .findFirst()
                .orElse(candidates.get(0));
    }

    private List<X509Certificate> named(IntelAuthority authority) {
        return endorsements.certificates().stream()
                .filter(certificate -> isNamed(certificate, authority))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static Optional<X509Certificate> only(List<X509Certificate> certificates, Predicate<IntelAuthority> role) {
        List<X509Certificate> found = certificates.stream()
                .filter(certificate -> IntelAuthority.named(certificate.getSubjectX500Principal())
                        .filter(role)
                        .isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isNamed(X509Certificate certificate, IntelAuthority authority) {
        return certificate.getSubjectX500Principal().equals(authority.subject());
    }
}
