package dev.assay.endorsement;

import dev.assay.snp.Product;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * One of AMD's certificate authorities for SEV-SNP, as its name says (documents 57230 and 58369). The name alone proves
 * nothing; anybody can make a certificate with it.
 *
 * @param role which of a product's three authorities
 * @param product whose
 */
public record AmdAuthority(Role role, Product product) {
    /** The part that an authority plays. */
    public enum Role {
        /** The root key of a product. */
        ARK("ARK-"),
        /** Issues VCEKs. */
        ASK("SEV-"),
        /** Issues VLEKs. */
        ASVK("SEV-VLEK-");

        private final String prefix;

        Role(String prefix) {
            this.prefix = prefix;
        }
    }

    /** The subject of every VCEK. */
    public static final X500Principal VCEK = name("SEV-VCEK");

    /** The subject of every VLEK. */
    public static final X500Principal VLEK = name("SEV-VLEK");

    /** As a record does by itself, but without code that the platform has to generate for the first comparison. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AmdAuthority authority && role == authority.role && product == authority.product;
    }

    @Override
    public int hashCode() {
        return role.hashCode() * 31 + product.hashCode();
    }

    /**
     * The authority's distinguished name.
     *
     * @return with all of AMD's attributes
     */
    public X500Principal name() {
        return Names.of(this);
    }

    /**
     * The last part of the name.
     *
     * @return for instance {@code SEV-VLEK-Milan}
     */
    public String commonName() {
        return role.prefix + product.label();
    }

    /**
     * Finds which authority a name belongs to.
     *
     * @param name a distinguished name
     * @return the authority, or empty if it is none of AMD's
     */
    public static Optional<AmdAuthority> named(X500Principal name) {
        return Optional.ofNullable(Names.BY_NAME.get(name));
    }

    private static X500Principal name(String commonName) {
        return new X500Principal(
                "CN=" + commonName + ", O=Advanced Micro Devices, ST=CA, L=Santa Clara, C=US, OU=Engineering");
    }

    /** Taken apart once. */
    private static final class Names {
        static final Map<X500Principal, AmdAuthority> BY_NAME = Stream.of(Product.values())
                .flatMap(product -> Stream.of(Role.values()).map(role -> new AmdAuthority(role, product)))
                .collect(Collectors.toUnmodifiableMap(authority -> name(authority.commonName()), Function.identity()));
        private static final Map<AmdAuthority, X500Principal> ALL = BY_NAME.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

        static X500Principal of(AmdAuthority authority) {
            return Objects.requireNonNull(ALL.get(authority));
        }
    }
}
