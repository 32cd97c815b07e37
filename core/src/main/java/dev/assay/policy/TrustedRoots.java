package dev.assay.policy;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roots that evidence may chain to, by their keys: certificates are re-issued, keys are not.
 *
 * @param vendors whether AMD's and Intel's own roots are accepted
 * @param keys SHA-256 of the SubjectPublicKeyInfo of other roots that are accepted, 32 bytes each
 */
public record TrustedRoots(boolean vendors, List<Bytes> keys) implements Demand<Bytes> {
    /**
     * Keeps each key once, in the order given.
     *
     * @param vendors whether AMD's and Intel's own roots are accepted
     * @param keys SHA-256 of the SubjectPublicKeyInfo of other roots that are accepted, 32 bytes each
     * @throws IllegalArgumentException if nothing is accepted, or a digest does not have 32 bytes
     */
    public TrustedRoots {
        keys = vendors && keys.isEmpty() ? List.of() : Listing.distinct(keys);
        if (keys.stream().anyMatch(key -> key.length() != 32)) {
            throw new IllegalArgumentException("a root is named by the 32 bytes of its key's SHA-256");
        }
    }

    /**
     * AMD's and Intel's own roots and no others, which is the default.
     *
     * @return the demand
     */
    public static TrustedRoots vendorsOnly() {
        return new TrustedRoots(true, List.of());
    }

    /**
     * Exactly some roots.
     *
     * @param roots their certificates
     * @return the demand
     * @throws IllegalArgumentException if there is none
     */
    public static TrustedRoots of(List<X509Certificate> roots) {
        return new TrustedRoots(
                false, roots.stream().map(TrustedRoots::fingerprint).toList());
    }

    @Override
    public boolean accepts(Bytes fact) {
        return (vendors && Vendors.KEYS.contains(fact)) || keys.contains(fact);
    }

    @Override
    public String words() {
        String named = keys.stream().map(Bytes::hex).collect(Collectors.joining(", "));
        return keys.isEmpty() ? "the vendor's own root" : (vendors ? "the vendor's own root, or " : "") + named;
    }

    private static Bytes fingerprint(X509Certificate root) {
        return Bytes.copyOf(root.getPublicKey().getEncoded()).sha256();
    }

    /** Read once, when first asked for. */
    private static final class Vendors {
        static final Set<Bytes> KEYS = TrustAnchors.embedded().certificates().stream()
                .map(TrustedRoots::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }
}
