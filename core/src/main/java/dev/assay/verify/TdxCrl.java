package dev.assay.verify;

import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PcsUrl;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Part of steps 8.2 and 8.3: the revocation lists of one issuer. Every given list in its name must be authentic and of
 * Intel's form. A certificate that any of them names is revoked, however old the list; that none does counts only if one
 * of them is current.
 */
final class TdxCrl {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String CRL_NUMBER = "2.5.29.20";
    private static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final String AUTHORITY_KEY_ID = "2.5.29.35";
    private static final int VERSION_2 = 2;

    /** Lists of one issuer that are looked at; each costs a signature check. */
    private static final int MOST_LISTS = 16;

    private final List<X509CRL> authentic;
    private final CrlState state;
    private final Optional<DatedItem> item;

    private TdxCrl(List<X509CRL> authentic, CrlState state, Optional<DatedItem> item) {
        this.authentic = authentic;
        this.state = state;
        this.item = item;
    }

    static TdxCrl of(
            IntelAuthority authority,
            X509Certificate issuer,
            List<X509CRL> given,
            VerificationOptions options,
            TdxTimeline timeline,
            FindingList findings) {
        String wanted = "the revocation list of " + authority.commonName();
        CrlMode mode = options.tdx().crlMode();
        if (mode == CrlMode.OFF) {
            findings.add(TdxCheck.CRL_NOT_CHECKED, wanted, "switched off by the caller");
            return new TdxCrl(List.of(), CrlState.OFF, Optional.empty());
        }
        List<X509CRL> ofIssuer = given.stream()
                .filter(crl -> crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .toList();
        if (ofIssuer.isEmpty()) {
            String found = given.isEmpty() ? "none given" : "only lists by others";
            if (mode == CrlMode.REQUIRED) {
                findings.add(TdxCheck.CRL_MISSING, wanted, found, "Get it from " + PcsUrl.crl(authority));
            } else {
                findings.add(TdxCheck.CRL_NOT_CHECKED, wanted, found + ", and none required");
            }
            return new TdxCrl(List.of(), CrlState.NOT_GIVEN, Optional.empty());
        }
        if (ofIssuer.size() > MOST_LISTS) {
            findings.add(
                    TdxCheck.CRL_PROFILE,
                    "at most " + MOST_LISTS + " lists by one authority",
                    ofIssuer.size() + " lists");
            return new TdxCrl(List.of(), CrlState.NOT_GIVEN, Optional.empty());
        }
        List<X509CRL> authentic = new ArrayList<>();
        for (X509CRL crl : ofIssuer) {
            noteReduced(crl, options, findings);
            if (hasForm(crl, options, findings) && isSigned(crl, issuer, options, findings)) {
                authentic.add(crl);
            }
        }
        return new TdxCrl(authentic, CrlState.CHECKED, newest(authority, authentic, timeline, findings));
    }

    CrlState state() {
        return state;
    }

    /** The list that a conclusion rests on, if there is one. */
    Optional<DatedItem> item() {
        return item;
    }

    void check(X509Certificate certificate, TdxCheck revoked, FindingList findings) {
        for (X509CRL crl : authentic) {
            X509CRLEntry entry = crl.getRevokedCertificate(certificate.getSerialNumber());
            if (entry != null) {
                findings.add(
                        revoked,
                        certificate.getSubjectX500Principal().getName() + " not revoked",
                        "serial number 0x" + certificate.getSerialNumber().toString(16) + " revoked since "
                                + entry.getRevocationDate().toInstant());
                return;
            }
        }
    }

    private static boolean hasForm(X509CRL crl, VerificationOptions options, FindingList findings) {
        Set<String> critical =
                Optional.ofNullable(crl.getCriticalExtensionOIDs()).orElse(Set.of());
        String fault = null;
        if (crl.getVersion() != VERSION_2) {
            fault = "version " + crl.getVersion();
        } else if (crl.getExtensionValue(DELTA_CRL_INDICATOR) != null) {
            fault = "a delta list";
        } else if (crl.getExtensionValue(ISSUING_DISTRIBUTION_POINT) != null) {
            fault = "a list of limited scope (issuing distribution point)";
        } else if (!options.trustAnchors().custom() && !lacking(crl).isEmpty()) {
            fault = "no extensions " + lacking(crl);
        } else if (!critical.isEmpty()) {
            fault = "critical extensions " + critical;
        } else if (crl.getNextUpdate() == null) {
            fault = "no next update";
        } else if (entries(crl).anyMatch(TdxCrl::hasCriticalExtensions)) {
            fault = "an entry with critical extensions";
        } else if (entries(crl).anyMatch(entry -> entry.getCertificateIssuer() != null)) {
            // The platform files such an entry, and those after it, under the other issuer, where no look-up finds it.
            fault = "an entry for another issuer's certificate";
        }
        if (fault != null) {
            findings.add(TdxCheck.CRL_PROFILE, "a complete list as Intel issues them", fault);
        }
        return fault == null;
    }

    private static List<String> lacking(X509CRL crl) {
        return Stream.of(CRL_NUMBER, AUTHORITY_KEY_ID)
                .filter(oid -> crl.getExtensionValue(oid) == null)
                .toList();
    }

    /** Intel's lists always have both; a hierarchy that the caller names as an anchor may do without. */
    private static void noteReduced(X509CRL crl, VerificationOptions options, FindingList findings) {
        if (options.trustAnchors().custom() && !lacking(crl).isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_REDUCED,
                    "a list with CRL number and authority key identifier",
                    "no extensions " + lacking(crl));
        }
    }

    private static Stream<? extends X509CRLEntry> entries(X509CRL crl) {
        Set<? extends X509CRLEntry> entries = crl.getRevokedCertificates();
        return entries == null ? Stream.empty() : entries.stream();
    }

    private static boolean hasCriticalExtensions(X509CRLEntry entry) {
        Set<String> critical = entry.getCriticalExtensionOIDs();
        return critical != null && !critical.isEmpty();
    }

    private static boolean isSigned(
            X509CRL crl, X509Certificate issuer, VerificationOptions options, FindingList findings) {
        boolean good = crl.getSigAlgOID().equals(ECDSA_SHA256)
                && crl.getSigAlgParams() == null
                && AlgorithmIdentifiers.agree(CertificateBytes.der(crl))
                && new P256Signatures(options).crl(issuer, crl);
        if (!good) {
            findings.add(
                    TdxCheck.CRL_SIGNATURE,
                    "a signature by " + issuer.getSubjectX500Principal().getName() + ", ECDSA with SHA-256",
                    "one that does not verify, or by another algorithm");
        }
        return good;
    }

    /** Takes a current list, else one in grace, else whichever there is; of several the one that lasts longest. */
    private static Optional<DatedItem> newest(
            IntelAuthority authority, List<X509CRL> authentic, TdxTimeline timeline, FindingList findings) {
        List<ValidityWindow> windows = authentic.stream()
                .map(crl -> new ValidityWindow(
                        crl.getThisUpdate().toInstant(), crl.getNextUpdate().toInstant()))
                .sorted((a, b) -> b.notAfter().compareTo(a.notAfter()))
                .toList();
        Optional<ValidityWindow> best = windows.stream()
                .filter(timeline::current)
                .findFirst()
                .or(() -> windows.stream().filter(timeline::inGrace).findFirst())
                .or(() -> windows.stream().findFirst());
        return best.map(window -> timeline.collateral(
                TdxCheck.CRL_VALIDITY,
                "revocation list of " + authority.commonName(),
                window,
                "Get it from " + PcsUrl.crl(authority),
                findings));
    }
}
