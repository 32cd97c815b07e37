package dev.assay.verify;

import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PcsUrl;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Part of steps 8.2 and 8.3: the revocation lists of one issuer. Every given list in its name must be authentic and of
 * Intel's form. A certificate that any of them names is revoked, however old the list; that none does counts only if one
 * of them is current.
 */
final class TdxCrl {
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
        CrlMode mode = options.tdx().crlMode();
        if (mode == CrlMode.OFF) {
            findings.add(TdxCheck.CRL_NOT_CHECKED, wanted(authority), "switched off by the caller");
            return new TdxCrl(List.of(), CrlState.OFF, Optional.empty());
        }
        List<X509CRL> ofIssuer = new ArrayList<>();
        for (X509CRL crl : given) {
            if (crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                ofIssuer.add(crl);
            }
        }
        if (ofIssuer.isEmpty()) {
            String found = given.isEmpty() ? "none given" : "only lists by others";
            if (mode == CrlMode.REQUIRED) {
                findings.add(TdxCheck.CRL_MISSING, wanted(authority), found, "Get it from " + PcsUrl.crl(authority));
            } else {
                findings.add(TdxCheck.CRL_NOT_CHECKED, wanted(authority), found + ", and none required");
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

    private static String wanted(IntelAuthority authority) {
        return "the revocation list of " + authority.commonName();
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
        CrlTraits traits = CrlTraits.of(crl);
        String fault = traits.partial()
                .or(() -> options.trustAnchors().custom() || traits.lacking().isEmpty()
                        ? Optional.empty()
                        : Optional.of("no extensions " + traits.lacking()))
                .or(traits::unsupported)
                .orElse(null);
        if (fault != null) {
            findings.add(TdxCheck.CRL_PROFILE, "a complete list as Intel issues them", fault);
        }
        return fault == null;
    }

    /** Intel's lists always have both; a hierarchy that the caller names as an anchor may do without. */
    private static void noteReduced(X509CRL crl, VerificationOptions options, FindingList findings) {
        List<String> lacking = CrlTraits.of(crl).lacking();
        if (options.trustAnchors().custom() && !lacking.isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_REDUCED,
                    "a list with CRL number and authority key identifier",
                    "no extensions " + lacking);
        }
    }

    private static boolean isSigned(
            X509CRL crl, X509Certificate issuer, VerificationOptions options, FindingList findings) {
        boolean good = CrlTraits.of(crl).ecdsaSha256() && new P256Signatures(options).crl(issuer, crl);
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
        ValidityWindow best = null;
        for (X509CRL crl : authentic) {
            ValidityWindow window = CrlTraits.window(crl);
            if (best == null || isBetter(window, best, timeline)) {
                best = window;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(timeline.collateral(
                        TdxCheck.CRL_VALIDITY,
                        "revocation list of " + authority.commonName(),
                        best,
                        () -> "Get it from " + PcsUrl.crl(authority),
                        findings));
    }

    private static boolean isBetter(ValidityWindow window, ValidityWindow other, TdxTimeline timeline) {
        int more = rank(window, timeline) - rank(other, timeline);
        return more > 0 || (more == 0 && window.notAfter().isAfter(other.notAfter()));
    }

    private static int rank(ValidityWindow window, TdxTimeline timeline) {
        return timeline.current(window) ? 2 : timeline.inGrace(window) ? 1 : 0;
    }
}
