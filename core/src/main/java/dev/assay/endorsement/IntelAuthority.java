package dev.assay.endorsement;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * The holders of certificates in Intel's hierarchy for SGX and TDX, by the subjects that Intel gives them ("Intel SGX PCK
 * Certificate and Certificate Revocation List Profile"). The name alone proves nothing; anybody can make a certificate
 * with it.
 */
public enum IntelAuthority {
    /** The root of everything. */
    ROOT("Intel SGX Root CA"),
    /** Issues PCK certificates of platforms with several packages, and of all known TDX machines. */
    PLATFORM_CA("Intel SGX PCK Platform CA"),
    /** Issues PCK certificates of platforms with one package. */
    PROCESSOR_CA("Intel SGX PCK Processor CA"),
    /** Signs TCB infos and enclave identities. */
    TCB_SIGNING("Intel SGX TCB Signing"),
    /** The key of a platform that vouches for its quoting enclave. */
    PCK("Intel SGX PCK Certificate");

    private final String commonName;

    IntelAuthority(String commonName) {
        this.commonName = commonName;
    }

    /**
     * The last part of the name.
     *
     * @return for instance {@code Intel SGX Root CA}
     */
    public String commonName() {
        return commonName;
    }

    /**
     * The distinguished name.
     *
     * @return with all of Intel's attributes
     */
    public X500Principal subject() {
        return Subjects.of(this);
    }

    /**
     * Whether this is one of the two that issue PCK certificates.
     *
     * @return true for {@link #PLATFORM_CA} and {@link #PROCESSOR_CA}
     */
    public boolean issuesPcks() {
        return this == PLATFORM_CA || this == PROCESSOR_CA;
    }

    /**
     * Finds which holder a name belongs to.
     *
     * @param name a distinguished name
     * @return the holder, or empty if it is none of Intel's
     */
    public static Optional<IntelAuthority> named(X500Principal name) {
        for (IntelAuthority authority : values()) {
            if (authority.subject().equals(name)) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }

    /** Taken apart once. */
    private static final class Subjects {
        private static final Map<IntelAuthority, X500Principal> ALL =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Subjects::parse));

        private static X500Principal parse(IntelAuthority authority) {
            return new X500Principal("C=US, ST=CA, L=Santa Clara, O=Intel Corporation, CN=" + authority.commonName);
        }

        static X500Principal of(IntelAuthority authority) {
            return Objects.requireNonNull(ALL.get(authority));
        }
    }
}
