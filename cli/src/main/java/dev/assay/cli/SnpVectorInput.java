package dev.assay.cli;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.Endorsements;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.manifest.Options;
import dev.assay.testvectors.manifest.SnpEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import dev.assay.verify.VerificationOptions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/**
 * What a vector of an SEV-SNP report gives and asks for, in the library's terms. A file that is something else than the
 * manifest says is an error of the endorsements, not an extra that does no harm: a leaf whose name was altered, say.
 */
final class SnpVectorInput {
    private SnpVectorInput() {}

    static Endorsements endorsements(Vector vector) {
        Endorsements.Builder builder = Endorsements.builder();
        if (vector.endorsements() instanceof SnpEndorsements given) {
            VectorFile vek = given.vek();
            if (vek != null) {
                ExpectedFile.add(builder, vek, "a VCEK or VLEK", SnpVectorInput::hasLeaf);
            }
            given.chain()
                    .forEach(file -> ExpectedFile.add(
                            builder, file, "certificates of AMD's", read -> hasLeaf(read) || hasAuthority(read)));
            given.crl()
                    .forEach(
                            file -> ExpectedFile.add(builder, file, "a list by an ARK", SnpVectorInput::hasListByRoot));
        }
        return builder.build();
    }

    private static boolean hasLeaf(Endorsements read) {
        return leaf(read).isPresent();
    }

    private static boolean hasAuthority(Endorsements read) {
        return read.certificates().stream()
                .anyMatch(certificate -> AmdAuthority.named(certificate.getSubjectX500Principal())
                        .isPresent());
    }

    private static boolean hasListByRoot(Endorsements read) {
        return read.crls().stream()
                .anyMatch(crl -> AmdAuthority.named(crl.getIssuerX500Principal())
                        .filter(issuer -> issuer.role() == AmdAuthority.Role.ARK)
                        .isPresent());
    }

    /** Only for a vector with anchors that are some. */
    static VerificationOptions options(Vector vector) {
        Options given = vector.options();
        VerificationOptions options = VerificationOptions.defaults()
                .withTrustAnchors(VectorAnchors.of(vector))
                .withCrlMode(VectorOptions.crl(given))
                .withMaskedChipId(given.allowMaskedChipId());
        Duration skew = given.skew();
        if (skew != null) {
            options = options.withClockSkew(skew);
        }
        Optional<Product> product = product(given);
        return product.isPresent() ? options.withExpectedProduct(product.get()) : options;
    }

    /** Says what a vector asks for that this library has no way to do; such a vector must not count as run. */
    static Optional<String> unsupported(Vector vector) {
        Options given = vector.options();
        if (given.grace() != null) {
            return Optional.of("options.grace for SEV-SNP");
        }
        if (given.product() != null && product(given).isEmpty()) {
            return Optional.of("options.product " + given.product());
        }
        return VectorOptions.unsupportedSkew(given);
    }

    /** The product of the authority that issued the given leaf, by its name alone. */
    static Optional<Product> leafProduct(Endorsements endorsements) {
        return leaf(endorsements)
                .flatMap(leaf -> AmdAuthority.named(leaf.getIssuerX500Principal()))
                .map(AmdAuthority::product);
    }

    /** The kind of the given leaf, by its name alone. */
    static Optional<SigningKey> leafKey(Endorsements endorsements) {
        return leaf(endorsements)
                .map(leaf ->
                        leaf.getSubjectX500Principal().equals(AmdAuthority.VCEK) ? SigningKey.VCEK : SigningKey.VLEK);
    }

    private static Optional<X509Certificate> leaf(Endorsements endorsements) {
        return endorsements.certificates().stream()
                .filter(certificate -> certificate.getSubjectX500Principal().equals(AmdAuthority.VCEK)
                        || certificate.getSubjectX500Principal().equals(AmdAuthority.VLEK))
                .findFirst();
    }

    private static Optional<Product> product(Options given) {
        return Optional.ofNullable(given.product()).flatMap(Product::named);
    }
}
