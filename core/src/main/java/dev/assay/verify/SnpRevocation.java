package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.KdsUrl;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Part of step 3: whether an authority of the chain is revoked. AMD's lists are issued by the ARK and name ASKs and
 * ASVKs; leaves cannot be revoked by them, since every VCEK has serial number 0.
 *
 * <p>Every given list in the ARK's name must be authentic and complete. An authority that any of them names is revoked,
 * however old the list; that none does counts only if one of them is current.
 */
final class SnpRevocation {
    private static final int CRL_SIGN = 6;

    /** Each list may cost an RSA operation for every leaf that is tried. */
    private static final int MOST_LISTS = 16;

    private final VerificationOptions options;
    private final List<X509CRL> crls;
    private final Instant at;

    SnpRevocation(VerificationOptions options, List<X509CRL> crls, Instant at) {
        this.options = options;
        this.crls = crls;
        this.at = at;
    }

    /**
     * What is known about revocation.
     *
     * @param state the conclusion, if nothing was found against the chain
     * @param window when the list that it rests on is current
     */
    record Result(CrlState state, Optional<ValidityWindow> window) {}

    Result check(AmdAuthority issuer, X509Certificate intermediate, X509Certificate root, FindingList findings) {
        if (options.crlMode() == CrlMode.OFF) {
            findings.add(SnpCheck.CRL_NOT_CHECKED, "a check of revocation", "switched off by the caller");
            return new Result(CrlState.OFF, Optional.empty());
        }
        List<X509CRL> ofRoot = new ArrayList<>();
        for (X509CRL crl : crls) {
            if (crl.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
                ofRoot.add(crl);
            }
        }
        if (ofRoot.isEmpty()) {
            return missing(issuer, root, findings);
        }
        if (ofRoot.size() > MOST_LISTS) {
            findings.add(
                    SnpCheck.CRL_UNSUPPORTED,
                    "at most " + MOST_LISTS + " lists by one authority",
                    ofRoot.size() + " lists",
                    "Give the newest list only.");
            return new Result(CrlState.NOT_GIVEN, Optional.empty());
        }
        List<X509CRL> authentic = new ArrayList<>();
        for (X509CRL crl : ofRoot) {
            if (checkForm(crl, findings) && checkSignature(crl, root, findings)) {
                authentic.add(crl);
            }
        }
        for (X509CRL crl : authentic) {
            checkListed(crl, intermediate, findings);
            checkListed(crl, root, findings);
        }
        return new Result(CrlState.CHECKED, checkCurrent(issuer, authentic, findings));
    }

    private Result missing(AmdAuthority issuer, X509Certificate root, FindingList findings) {
        String wanted = "a revocation list by " + root.getSubjectX500Principal().getName();
        if (options.crlMode() == CrlMode.REQUIRED) {
            findings.add(
                    SnpCheck.CRL_MISSING,
                    wanted,
                    crls.isEmpty() ? "none given" : "only lists by others",
                    "Get it from " + KdsUrl.crl(issuer));
        } else {
            findings.add(SnpCheck.CRL_NOT_CHECKED, wanted, "none given, and none required");
        }
        return new Result(CrlState.NOT_GIVEN, Optional.empty());
    }

    private boolean checkForm(X509CRL crl, FindingList findings) {
        Optional<String> fault = CrlTraits.of(crl).fault();
        fault.ifPresent(found -> findings.add(SnpCheck.CRL_UNSUPPORTED, "a complete list with a next update", found));
        return fault.isEmpty();
    }

    private boolean checkSignature(X509CRL crl, X509Certificate root, FindingList findings) {
        boolean[] usage = root.getKeyUsage();
        boolean allowed = usage == null ? options.trustAnchors().custom() : usage[CRL_SIGN];
        if (!allowed) {
            findings.add(
                    SnpCheck.CRL_SIGNATURE,
                    "a list by a root with key usage cRLSign",
                    usage == null ? "no key usage" : "key usage without it");
            return false;
        }
        boolean usual = CrlTraits.of(crl).pss();
        boolean good = usual && new CertificateSignatures(options).signed(root, crl);
        if (!good) {
            findings.add(
                    SnpCheck.CRL_SIGNATURE,
                    "a signature by " + root.getSubjectX500Principal().getName() + ", " + PssProfile.DESCRIPTION,
                    usual ? "a signature that does not verify" : "signed with another algorithm");
        }
        return good;
    }

    private void checkListed(X509CRL crl, X509Certificate authority, FindingList findings) {
        X509CRLEntry entry = crl.getRevokedCertificate(authority.getSerialNumber());
        if (entry != null) {
            findings.add(
                    SnpCheck.CHAIN_REVOKED,
                    authority.getSubjectX500Principal().getName() + " not revoked",
                    "serial number 0x" + authority.getSerialNumber().toString(16) + " revoked since "
                            + entry.getRevocationDate().toInstant());
        }
    }

    private Optional<ValidityWindow> checkCurrent(AmdAuthority issuer, List<X509CRL> authentic, FindingList findings) {
        ValidityWindow current = null;
        for (X509CRL crl : authentic) {
            ValidityWindow window = CrlTraits.window(crl);
            if (window.contains(at, options.clockSkew())
                    && (current == null || window.notAfter().isAfter(current.notAfter()))) {
                current = window;
            }
        }
        if (current == null && !authentic.isEmpty()) {
            findings.add(
                    SnpCheck.CRL_VALIDITY,
                    "a list that is current at " + at,
                    authentic.stream().map(CrlTraits::window).toList().toString(),
                    "Get it from " + KdsUrl.crl(issuer));
        }
        return Optional.ofNullable(current);
    }
}
