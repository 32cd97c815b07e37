package dev.assay.x509;

import dev.assay.model.Bytes;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What was worked out from the bytes of one certificate or list. Safe for use by several threads at once. */
public final class Facts {
    private static final int USUAL = 8;

    private final ConcurrentHashMap<Object, Object> known = new ConcurrentHashMap<>(USUAL);

    Facts() {}

    /**
     * Works something out of a certificate, once if the certificate is a {@link KeptCertificate}.
     *
     * @param certificate the certificate
     * @param type what it is, and what it is kept under
     * @param work a function of the certificate's bytes alone
     * @param <T> what it is, immutable
     * @return the result
     */
    public static <T> T of(X509Certificate certificate, Class<T> type, Function<? super X509Certificate, T> work) {
        return of(certificate, type, type, work);
    }

    /**
     * Works something out of a certificate that has several of its type, once if it is a {@link KeptCertificate}.
     *
     * @param certificate the certificate
     * @param name which of its type it is
     * @param type what it is
     * @param work a function of the certificate's bytes and the name alone
     * @param <T> what it is, immutable
     * @return the result
     */
    public static <T> T of(
            X509Certificate certificate, Object name, Class<T> type, Function<? super X509Certificate, T> work) {
        return certificate instanceof KeptCertificate kept
                ? kept.facts().get(name, type, certificate, work)
                : work.apply(certificate);
    }

    /**
     * Whether something holds for a certificate. Kept only if it does, and if it is a {@link KeptCertificate}: that it does
     * not may have had another reason, which passes.
     *
     * @param certificate the certificate
     * @param name what is asked
     * @param check a function of the certificate's bytes and the name alone, if all goes well
     * @return the result
     */
    public static boolean hold(X509Certificate certificate, Object name, Predicate<? super X509Certificate> check) {
        return certificate instanceof KeptCertificate kept
                ? kept.facts().hold(name, certificate, check)
                : check.test(certificate);
    }

    /**
     * Works something out of a revocation list, once if the list is a {@link KeptCrl}.
     *
     * @param crl the list
     * @param type what it is, and what it is kept under
     * @param work a function of the list's bytes alone
     * @param <T> what it is, immutable
     * @return the result
     */
    public static <T> T of(X509CRL crl, Class<T> type, Function<? super X509CRL, T> work) {
        return crl instanceof KeptCrl kept ? kept.facts().get(type, type, crl, work) : work.apply(crl);
    }

    /**
     * The encoding, without the checked exception that a parsed certificate never throws.
     *
     * @param certificate the certificate
     * @return its DER; no copy if it is a {@link KeptCertificate}
     */
    public static Bytes der(X509Certificate certificate) {
        if (certificate instanceof KeptCertificate kept) {
            return kept.der();
        }
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
    }

    /**
     * The encoding, without the checked exception that a parsed list never throws.
     *
     * @param crl the list
     * @return its DER; no copy if it is a {@link KeptCrl}
     */
    public static Bytes der(X509CRL crl) {
        if (crl instanceof KeptCrl kept) {
            return kept.der();
        }
        try {
            return Bytes.copyOf(crl.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("a parsed list has its encoding", e);
        }
    }

    private boolean hold(Object name, X509Certificate certificate, Predicate<? super X509Certificate> check) {
        if (known.containsKey(name)) {
            return true;
        }
        boolean holds = check.test(certificate);
        if (holds) {
            known.put(name, true);
        }
        return holds;
    }

    /** Two threads may do the same work at once, to the same result. */
    <S, T> T get(Object name, Class<T> type, S subject, Function<? super S, T> work) {
        Object found = known.get(name);
        if (found == null) {
            found = work.apply(subject);
            known.put(name, found);
        }
        return type.cast(found);
    }
}
