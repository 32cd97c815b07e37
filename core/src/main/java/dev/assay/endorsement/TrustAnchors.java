package dev.assay.endorsement;

import dev.assay.x509.KeptCertificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The roots that a verification ends at. Either the vendors' own, which this library carries, or those that the caller
 * gives instead; never one that comes with evidence or endorsements. An anchor counts by its name and public key: a
 * root that its vendor re-issues with the same key is the same anchor.
 */
public final class TrustAnchors {
    private static final X500Principal INTEL_ROOT =
            new X500Principal("C=US, ST=CA, L=Santa Clara, O=Intel Corporation, CN=Intel SGX Root CA");

    private final List<X509Certificate> certificates;
    private final Map<X500Principal, List<X509Certificate>> byName;
    private final boolean custom;

    /** Worked out when first asked for; two threads may do so at once, to the same result. */
    private volatile @Nullable Map<X500Principal, List<X509Certificate>> below;

    private TrustAnchors(List<X509Certificate> certificates, boolean custom) {
        this.certificates =
                certificates.stream().<X509Certificate>map(KeptCertificate::of).toList();
        this.byName = this.certificates.stream()
                .collect(Collectors.groupingBy(
                        X509Certificate::getSubjectX500Principal, Collectors.toUnmodifiableList()));
        this.custom = custom;
    }

    /**
     * AMD's ARKs for Milan, Genoa and Turin, and Intel's SGX root.
     *
     * @return the anchors that nearly everybody wants
     */
    public static TrustAnchors embedded() {
        return Embedded.ANCHORS;
    }

    /**
     * Other anchors, in place of the embedded ones: a test hierarchy, or a vendor's pre-production one.
     *
     * @param roots self-issued certificates under the names that the vendors' roots have
     * @return exactly these anchors
     * @throws IllegalArgumentException if there are none, or one has a name that no evidence would chain to
     */
    public static TrustAnchors of(List<X509Certificate> roots) {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("no trust anchors: name at least one, or use TrustAnchors.embedded()");
        }
        for (X509Certificate root : roots) {
            X500Principal name = root.getSubjectX500Principal();
            if (!isAmdRoot(name) && !name.equals(INTEL_ROOT)) {
                throw new IllegalArgumentException("not a root of AMD's (CN=ARK-Milan, ARK-Genoa, ARK-Turin) or Intel's"
                        + " (CN=Intel SGX Root CA) by its name: " + name);
            }
        }
        return new TrustAnchors(roots, true);
    }

    /**
     * The anchors.
     *
     * @return at least one certificate
     */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /**
     * Whether the caller gave them.
     *
     * @return false for the embedded ones
     */
    public boolean custom() {
        return custom;
    }

    /**
     * Finds the anchors of a name.
     *
     * @param name a root's distinguished name
     * @return those that have it, possibly several keys, possibly none
     */
    public List<X509Certificate> named(X500Principal name) {
        return byName.getOrDefault(name, List.of());
    }

    /**
     * AMD's intermediate authorities, so that callers need not bring them. They are no anchors: verification follows
     * them to one, and looks them up in revocation lists, like any other.
     *
     * @return the ASK and ASVK of each product
     */
    public static List<X509Certificate> embeddedAmdIntermediates() {
        return Embedded.AMD_INTERMEDIATES;
    }

    /**
     * Those of AMD's embedded intermediate authorities whose root's key is one of these anchors; below others they prove
     * nothing.
     *
     * @param name an intermediate authority's distinguished name
     * @return those that have it, mostly one
     */
    public List<X509Certificate> embeddedBelow(X500Principal name) {
        Map<X500Principal, List<X509Certificate>> known = below;
        if (known == null) {
            known = embeddedBelow();
            below = known;
        }
        return known.getOrDefault(name, List.of());
    }

    private Map<X500Principal, List<X509Certificate>> embeddedBelow() {
        return Embedded.AMD_INTERMEDIATES.stream()
                .filter(this::mayReach)
                .collect(Collectors.groupingBy(X509Certificate::getSubjectX500Principal));
    }

    private boolean mayReach(X509Certificate intermediate) {
        X500Principal root = intermediate.getIssuerX500Principal();
        return Embedded.ANCHORS.named(root).stream()
                .anyMatch(vendors ->
                        named(root).stream().anyMatch(own -> own.getPublicKey().equals(vendors.getPublicKey())));
    }

    private static boolean isAmdRoot(X500Principal name) {
        Optional<AmdAuthority> authority = AmdAuthority.named(name);
        return authority.isPresent() && authority.get().role() == AmdAuthority.Role.ARK;
    }

    /** Read once, when first asked for. */
    private static final class Embedded {
        static final List<X509Certificate> AMD_INTERMEDIATES = EmbeddedCertificates.amdIntermediates();
        static final TrustAnchors ANCHORS = anchors();

        private static TrustAnchors anchors() {
            List<X509Certificate> roots = new ArrayList<>(EmbeddedCertificates.amdRoots());
            roots.add(EmbeddedCertificates.intelRoot());
            return new TrustAnchors(roots, false);
        }
    }
}
