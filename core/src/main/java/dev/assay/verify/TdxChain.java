package dev.assay.verify;

import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PckExtensionReader;
import dev.assay.endorsement.PckExtensions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Step 8.2, second part: whether the certificates are a chain of Intel's from the PCK to the anchor, link by link and
 * extension by extension. Revocation is {@link TdxCrl}'s.
 */
final class TdxChain {
    private final P256Signatures signatures;
    private final TdxProfile profile;
    private final boolean customAnchors;
    private final TdxTimeline timeline;
    private final X509Certificate anchor;

    TdxChain(VerificationOptions options, TdxTimeline timeline, X509Certificate anchor) {
        this.signatures = new P256Signatures(options);
        this.profile = new TdxProfile(options);
        this.customAnchors = options.trustAnchors().custom();
        this.timeline = timeline;
        this.anchor = anchor;
    }

    PckPath check(PckCertificates chain, FindingList findings) {
        IntelAuthority authority =
                IntelAuthority.named(chain.issuer().getSubjectX500Principal()).orElse(IntelAuthority.PLATFORM_CA);
        checkLink(chain.root(), chain.root(), "root", findings);
        checkLink(chain.root(), chain.issuer(), authority.commonName(), findings);
        checkLink(chain.issuer(), chain.leaf(), "PCK certificate", findings);
        profile.authority(chain.root(), "root", 1, TdxCheck.CHAIN_PROFILE, findings);
        profile.authority(chain.issuer(), authority.commonName(), 0, TdxCheck.CHAIN_PROFILE, findings);
        profile.endEntity(chain.leaf(), "PCK certificate", TdxCheck.CHAIN_PROFILE, findings);
        checkAnchor(chain.root(), findings);
        List<DatedItem> items = List.of(
                timeline.certificate("PCK certificate", chain.leaf(), findings),
                timeline.certificate(authority.commonName(), chain.issuer(), findings),
                timeline.certificate(IntelAuthority.ROOT.commonName(), chain.root(), findings));
        return new PckPath(chain, authority, extensions(chain.leaf(), authority, findings), items);
    }

    private void checkLink(X509Certificate issuer, X509Certificate subject, String role, FindingList findings) {
        if (!CertificateNames.of(subject)
                .issuer()
                .equals(CertificateNames.of(issuer).subject())) {
            findings.add(
                    TdxCheck.CHAIN_ROLES,
                    role + " issued by " + issuer.getSubjectX500Principal().getName(),
                    "issued by " + subject.getIssuerX500Principal().getName());
        } else if (!signatures.certificate(issuer, subject)) {
            findings.add(
                    TdxCheck.CHAIN_SIGNATURE,
                    role + " signed by " + issuer.getSubjectX500Principal().getName(),
                    "a signature that does not verify");
        }
    }

    /** By name and key: Intel has issued two certificates for its root, and may issue more. */
    private void checkAnchor(X509Certificate root, FindingList findings) {
        boolean same = P256Signatures.point(root).isPresent()
                && P256Signatures.point(root).equals(P256Signatures.point(anchor))
                && root.getSubjectX500Principal().equals(anchor.getSubjectX500Principal());
        if (!same) {
            findings.add(
                    TdxCheck.CHAIN_UNTRUSTED,
                    "a root with the trust anchor's key",
                    "another key in the name of "
                            + root.getSubjectX500Principal().getName());
        }
    }

    private Optional<PckExtensions> extensions(X509Certificate leaf, IntelAuthority authority, FindingList findings) {
        PckExtensionReader reader = PckExtensionReader.of(leaf);
        if (reader.extensions().isEmpty()) {
            findings.add(TdxCheck.PCK_EXTENSION, "Intel's SGX extension", reader.fault());
            return Optional.empty();
        }
        PckExtensions extensions = reader.extensions().get();
        if (!extensions.complete()) {
            findings.add(
                    customAnchors ? TdxCheck.CHAIN_REDUCED : TdxCheck.PCK_EXTENSION,
                    "all entries of Intel's SGX extension",
                    "PPID, TCB, PCEID and FMSPC only");
        } else if (extensions.issuer() != authority) {
            findings.add(
                    customAnchors ? TdxCheck.CHAIN_REDUCED : TdxCheck.PCK_EXTENSION,
                    "the entries of certificates of " + authority.commonName(),
                    "those of certificates of " + extensions.issuer().commonName());
        }
        if (!extensions.cpuSvn().equals(extensions.componentSvns())) {
            findings.add(
                    TdxCheck.PCK_CPUSVN,
                    "CPUSVN " + extensions.componentSvns().hex() + ", as the components say",
                    extensions.cpuSvn().hex());
        }
        return Optional.of(extensions);
    }
}
