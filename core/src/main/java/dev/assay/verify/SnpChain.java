package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Step 3: the leaf's issuer, and the issuer's anchor.
 *
 * <p>Several certificates may bear the issuer's name: given ones, the embedded one, one that was revoked and its
 * successor. Those whose key signed the leaf are judged one by one, and the first with nothing against it is taken. So a
 * bad extra does no harm, and a good one cannot hide what is wrong with the only issuer there is.
 */
final class SnpChain {
    /** Twins of an issuer that are looked at; each may cost two RSA operations. */
    private static final int MOST_CANDIDATES = 8;

    private final VerificationOptions options;
    private final Endorsements endorsements;
    private final Instant at;
    private final CertificateSignatures signatures;

    SnpChain(VerificationOptions options, Endorsements endorsements, Instant at) {
        this.options = options;
        this.endorsements = endorsements;
        this.at = at;
        this.signatures = new CertificateSignatures(options);
    }

    /** Returns the path if there is one to an anchor; whether it is good is in the findings. */
    Optional<SnpPath> build(X509Certificate leaf, FindingList findings) {
        Optional<AmdAuthority> issuer = AmdAuthority.named(leaf.getIssuerX500Principal())
                .filter(authority -> authority.role() != AmdAuthority.Role.ARK);
        if (issuer.isEmpty()) {
            findings.add(
                    SnpCheck.CHAIN_UNTRUSTED,
                    "a leaf issued by an ASK or ASVK",
                    "issued by " + leaf.getIssuerX500Principal().getName());
            return Optional.empty();
        }
        boolean usualAlgorithm = checkCertificate(leaf, "leaf", findings);
        List<X509Certificate> candidates = candidates(issuer.get());
        if (!usualAlgorithm) {
            return Optional.empty();
        }
        if (candidates.isEmpty()) {
            noteMissing(leaf, issuer.get(), findings);
            return Optional.empty();
        }
        List<X509Certificate> usable = new ArrayList<>(candidates.size());
        for (X509Certificate candidate : candidates) {
            if (SnpAuthorityProfile.hasUsualKey(candidate)) {
                usable.add(candidate);
            }
        }
        if (usable.isEmpty()) {
            findings.add(SnpCheck.CHAIN_KEY, "RSA with 4096 bits", SnpAuthorityProfile.describeKey(candidates.get(0)));
            return Optional.empty();
        }
        return best(leaf, issuer.get(), issuersOf(leaf, usable, findings), findings);
    }

    /** With anchors of the caller's own, a leaf by the vendor's issuer is not one whose issuer could still be given. */
    private void noteMissing(X509Certificate leaf, AmdAuthority issuer, FindingList findings) {
        boolean vendors = TrustAnchors.embeddedAmdIntermediates().stream()
                .filter(certificate -> certificate.getSubjectX500Principal().equals(issuer.name()))
                .anyMatch(certificate -> signatures.signed(certificate, leaf));
        if (vendors) {
            findings.add(
                    SnpCheck.CHAIN_UNTRUSTED,
                    "a leaf below a trust anchor",
                    "issued by AMD's own " + issuer.commonName() + ", whose root is not among the anchors");
        } else {
            findings.add(SnpCheck.CHAIN_INTERMEDIATE_MISSING, "a certificate of " + issuer.commonName(), "none");
        }
    }

    /** The given ones first; the embedded one however many were given, so that extras cannot crowd it out. */
    private List<X509Certificate> candidates(AmdAuthority issuer) {
        X500Principal name = issuer.name();
        List<X509Certificate> candidates = new ArrayList<>();
        for (X509Certificate given : endorsements.certificates()) {
            if (candidates.size() < MOST_CANDIDATES
                    && given.getSubjectX500Principal().equals(name)) {
                candidates.add(given);
            }
        }
        for (X509Certificate embedded : options.trustAnchors().embeddedBelow(name)) {
            if (!candidates.contains(embedded)) {
                candidates.add(embedded);
            }
        }
        return candidates;
    }

    private List<X509Certificate> issuersOf(
            X509Certificate leaf, List<X509Certificate> candidates, FindingList findings) {
        List<X509Certificate> issuers = new ArrayList<>(candidates.size());
        for (X509Certificate candidate : candidates) {
            if (signatures.signed(candidate, leaf)) {
                issuers.add(candidate);
            }
        }
        if (issuers.isEmpty()) {
            findings.add(
                    SnpCheck.CHAIN_LEAF_SIGNATURE,
                    "a signature by " + leaf.getIssuerX500Principal().getName(),
                    "none of " + candidates.size() + " known certificates of that name has the key that signed");
        }
        return issuers;
    }

    private Optional<SnpPath> best(
            X509Certificate leaf, AmdAuthority issuer, List<X509Certificate> issuers, FindingList findings) {
        Attempt best = null;
        for (X509Certificate intermediate : issuers) {
            Attempt attempt = attempt(leaf, issuer, intermediate);
            if (attempt.isBetterThan(best)) {
                best = attempt;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        findings.addAll(best.findings);
        return Optional.ofNullable(best.path);
    }

    private Attempt attempt(X509Certificate leaf, AmdAuthority issuer, X509Certificate intermediate) {
        FindingList findings = new FindingList();
        boolean usualAlgorithm = checkCertificate(intermediate, "intermediate", findings);
        if (!usualAlgorithm) {
            return new Attempt(null, findings);
        }
        List<X509Certificate> named = options.trustAnchors().named(intermediate.getIssuerX500Principal());
        Optional<X509Certificate> root = rootOf(intermediate, named);
        if (root.isEmpty() && !named.isEmpty() && named.stream().noneMatch(SnpAuthorityProfile::hasUsualKey)) {
            findings.add(SnpCheck.CHAIN_KEY, "RSA with 4096 bits", SnpAuthorityProfile.describeKey(named.get(0)));
            return new Attempt(null, findings);
        }
        if (root.isEmpty()) {
            findings.add(
                    SnpCheck.CHAIN_UNTRUSTED,
                    "an intermediate signed by a trust anchor",
                    named.isEmpty()
                            ? "no anchor named "
                                    + intermediate.getIssuerX500Principal().getName()
                            : "signed by another key in the name of "
                                    + intermediate.getIssuerX500Principal().getName());
            return new Attempt(null, findings);
        }
        SnpAuthorityProfile.check(
                issuer, intermediate, root.get(), options.trustAnchors().custom(), findings);
        checkValidity(root.get(), "root", findings);
        SnpRevocation.Result revocation =
                new SnpRevocation(options, endorsements.crls(), at).check(issuer, intermediate, root.get(), findings);
        return new Attempt(
                new SnpPath(leaf, issuer, intermediate, root.get(), revocation.state(), revocation.window()), findings);
    }

    private Optional<X509Certificate> rootOf(X509Certificate intermediate, List<X509Certificate> anchors) {
        for (X509Certificate anchor : anchors) {
            if (SnpAuthorityProfile.hasUsualKey(anchor) && signatures.signed(anchor, intermediate)) {
                return Optional.of(anchor);
            }
        }
        return Optional.empty();
    }

    /** What holds for leaf and intermediate alike. Returns whether the signature can be checked. */
    private boolean checkCertificate(X509Certificate certificate, String role, FindingList findings) {
        checkValidity(certificate, role, findings);
        SnpAuthorityProfile.checkCritical(certificate, role, findings);
        boolean usual = CertificateTraits.of(certificate).pss();
        if (!usual) {
            findings.add(
                    SnpCheck.CHAIN_ALGORITHM,
                    PssProfile.DESCRIPTION,
                    role + " is signed with " + certificate.getSigAlgName() + " or other parameters");
        }
        return usual;
    }

    private void checkValidity(X509Certificate certificate, String role, FindingList findings) {
        ValidityWindow window = CertificateFact.window(certificate);
        if (!window.contains(at, options.clockSkew())) {
            findings.add(SnpCheck.CHAIN_VALIDITY, role + " valid at " + at, "valid from " + window);
        }
    }

    /** One issuer followed to the end. */
    private record Attempt(@Nullable SnpPath path, FindingList findings) {
        boolean isBetterThan(@Nullable Attempt other) {
            return other == null || rank() > other.rank();
        }

        private int rank() {
            return (path == null ? 0 : 1) + (findings.clean() ? 2 : 0);
        }
    }
}
