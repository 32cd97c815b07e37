package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.SignedBody;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Part of steps 8.3 and 8.4: whose key signed a document, and whether that is the anchor's TCB signing key. Intel has
 * issued three certificates for the one key, with one serial number; of those that fit, the first with nothing against it
 * is taken.
 */
final class TdxSigner {
    /** Certificates that are looked at; each may cost two signature checks. */
    private static final int MOST_CANDIDATES = 16;

    private final P256Signatures signatures;
    private final TdxProfile profile;
    private final TdxTimeline timeline;
    private final X509Certificate anchor;
    private final TdxCrl rootCrl;
    private final List<X509Certificate> candidates;
    private final IdentityHashMap<X509Certificate, Signer> judged = new IdentityHashMap<>();

    TdxSigner(
            VerificationOptions options,
            TdxTimeline timeline,
            X509Certificate anchor,
            TdxCrl rootCrl,
            Endorsements endorsements) {
        this.signatures = new P256Signatures(options);
        this.profile = new TdxProfile(options);
        this.timeline = timeline;
        this.anchor = anchor;
        this.rootCrl = rootCrl;
        this.candidates = candidates(endorsements.certificates());
    }

    private static List<X509Certificate> candidates(List<X509Certificate> given) {
        X500Principal name = IntelAuthority.TCB_SIGNING.subject();
        List<X509Certificate> candidates = new ArrayList<>();
        for (X509Certificate certificate : given) {
            if (candidates.size() < MOST_CANDIDATES
                    && certificate.getSubjectX500Principal().equals(name)) {
                candidates.add(certificate);
            }
        }
        return candidates;
    }

    /**
     * A certificate of the key that signed.
     *
     * @param certificate the certificate
     * @param trusted whether the anchor issued it
     * @param items its validity, and the anchor's
     * @param findings what speaks against it
     */
    record Signer(X509Certificate certificate, boolean trusted, List<DatedItem> items, FindingList findings) {}

    /** Returns the signer of a document; its findings are not reported yet. */
    Optional<Signer> of(SignedBody body, String document, TdxCheck check, FindingList findings) {
        if (candidates.isEmpty()) {
            findings.add(
                    TdxCheck.SIGNER_MISSING, "a certificate of " + IntelAuthority.TCB_SIGNING.commonName(), "none");
            return Optional.empty();
        }
        Signer first = null;
        for (X509Certificate candidate : candidates) {
            if (signatures.document(candidate, body)) {
                Signer signer = judged.computeIfAbsent(candidate, this::judge);
                if (signer.findings().clean()) {
                    return Optional.of(signer);
                }
                first = first == null ? signer : first;
            }
        }
        if (first == null) {
            findings.add(
                    check,
                    document + " signed by the key of a given TCB signing certificate",
                    "a signature that verifies with none of " + candidates.size());
        }
        return Optional.ofNullable(first);
    }

    private Signer judge(X509Certificate certificate) {
        String role = "TCB signing certificate";
        FindingList findings = new FindingList();
        boolean trusted = CertificateNames.of(certificate)
                        .issuer()
                        .equals(CertificateNames.of(anchor).subject())
                && signatures.certificate(anchor, certificate);
        if (!trusted) {
            findings.add(
                    TdxCheck.SIGNER_UNTRUSTED,
                    role + " signed by the trust anchor",
                    "issued by " + certificate.getIssuerX500Principal().getName() + " with another key");
        }
        profile.endEntity(certificate, role, TdxCheck.SIGNER_PROFILE, findings);
        rootCrl.check(certificate, TdxCheck.SIGNER_REVOKED, findings);
        DatedItem own = timeline.collateral(
                TdxCheck.SIGNER_VALIDITY,
                role,
                CertificateFact.window(certificate),
                TdxCheck.SIGNER_VALIDITY::nextStep,
                findings);
        DatedItem root = timeline.certificate("trust anchor", anchor, findings);
        return new Signer(certificate, trusted, List.of(own, root), findings);
    }
}
