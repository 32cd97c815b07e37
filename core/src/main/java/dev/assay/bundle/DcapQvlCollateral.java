package dev.assay.bundle;

import dev.assay.Evidence;
import dev.assay.TdxEvidence;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PckExtensionReader;
import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.SignedBody;
import dev.assay.endorsement.TcbInfo;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.result.json.JsonWriter;
import dev.assay.tdx.CertificationData;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.PckLeaf;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The endorsements of a TDX quote in the JSON form that dcap-qvl calls {@code QuoteCollateralV3}: bodies and signatures
 * apart, revocation lists in hexadecimal, chains in PEM. Any set of endorsements takes that form in again, see
 * {@link Endorsements.Builder#add(String, Bytes)}.
 *
 * <p>The form has room for one of each item. Of several, those for the quote's platform are taken, and of these the one
 * of the highest evaluation number, then of the latest date.
 */
public final class DcapQvlCollateral {
    private final Endorsements endorsements;
    private final Optional<X509Certificate> leaf;
    private final Optional<PckExtensions> platform;

    /** The quote's own certificate counts, whatever others the bundle has. */
    private DcapQvlCollateral(Endorsements endorsements, Optional<X509Certificate> own) {
        this.endorsements = endorsements;
        this.leaf = own.or(() -> find(IntelAuthority.PCK));
        platform = leaf.flatMap(pck -> PckExtensionReader.of(pck).extensions());
    }

    /**
     * Writes a bundle's endorsements.
     *
     * @param bundle a bundle with the collateral of one quote; the quote itself is needed only for its PCK chain
     * @return JSON, indented, with a line feed at the end
     * @throws BundleException if the bundle lacks something that the form must have
     */
    public static String of(Bundle bundle) throws BundleException {
        Optional<Bytes> quoted = quoted(bundle);
        Endorsements.Builder all = Endorsements.builder();
        quoted.ifPresent(chain -> all.add("certification data", chain));
        Optional<X509Certificate> own = quoted.flatMap(chain -> Endorsements.of(chain.toArray()).certificates().stream()
                .filter(one -> one.getSubjectX500Principal().equals(IntelAuthority.PCK.subject()))
                .findFirst());
        return new DcapQvlCollateral(all.add(bundle.endorsements()).build(), own).text();
    }

    private String text() throws BundleException {
        TcbInfo info = newest(
                        endorsements.tcbInfos(),
                        one -> one.id().equals(TcbInfo.TDX)
                                && platform.map(pck -> pck.fmspc().equals(one.fmspc()))
                                        .orElse(true),
                        Comparator.comparing(TcbInfo::tcbEvaluationDataNumber).thenComparing(TcbInfo::issueDate))
                .orElseThrow(() -> missing("a TCB info for TDX"
                        + platform.map(pck -> " and FMSPC " + pck.fmspc().hex()).orElse("")));
        QeIdentity identity = newest(
                        endorsements.qeIdentities(),
                        one -> one.id().equals(QeIdentity.TD_QE),
                        Comparator.comparing(QeIdentity::tcbEvaluationDataNumber)
                                .thenComparing(QeIdentity::issueDate))
                .orElseThrow(() -> missing("the identity of the TD quoting enclave"));
        X509Certificate signer =
                find(IntelAuthority.TCB_SIGNING).orElseThrow(() -> missing("the TCB signing certificate"));
        String signerChain = Pem.chain(List.of(signer, root()));
        X509CRL pckCrl = pckCrl();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pck_crl_issuer_chain", Pem.chain(List.of(issuer(pckCrl), root())));
        members.put("root_ca_crl", hex(rootCrl()));
        members.put("pck_crl", hex(pckCrl));
        members.put("tcb_info_issuer_chain", signerChain);
        put(members, "tcb_info", info.signed());
        members.put("qe_identity_issuer_chain", signerChain);
        put(members, "qe_identity", identity.signed());
        if (leaf.isPresent()) {
            members.put("pck_certificate_chain", Pem.chain(List.of(leaf.get(), issuer(pckCrl), root())));
        }
        return JsonWriter.indented(members);
    }

    /** What is signed is the compact form; dcap-qvl hashes the text as it stands. */
    private static void put(Map<String, Object> members, String name, SignedBody signed) {
        members.put(name, new String(signed.compact().toArray(), StandardCharsets.US_ASCII));
        members.put(name + "_signature", signed.signature().hex());
    }

    private X509CRL pckCrl() throws BundleException {
        Predicate<IntelAuthority> wanted = platform.<Predicate<IntelAuthority>>map(pck -> one -> one == pck.issuer())
                .orElse(IntelAuthority::issuesPcks);
        return crl(wanted).orElseThrow(() -> missing("the revocation list for the PCK certificate"));
    }

    private X509CRL rootCrl() throws BundleException {
        return crl(one -> one == IntelAuthority.ROOT).orElseThrow(() -> missing("the revocation list of Intel's root"));
    }

    private Optional<X509CRL> crl(Predicate<IntelAuthority> issuer) {
        return newest(
                endorsements.crls(),
                crl -> IntelAuthority.named(crl.getIssuerX500Principal())
                        .filter(issuer)
                        .isPresent(),
                Comparator.comparing(X509CRL::getThisUpdate));
    }

    private X509Certificate issuer(X509CRL crl) throws BundleException {
        return endorsements.certificates().stream()
                .filter(one -> one.getSubjectX500Principal().equals(crl.getIssuerX500Principal()))
                .findFirst()
                .orElseThrow(() -> missing(
                        "the certificate of " + crl.getIssuerX500Principal().getName()));
    }

    private X509Certificate root() throws BundleException {
        return find(IntelAuthority.ROOT)
                .or(() -> TrustAnchors.embedded().named(IntelAuthority.ROOT.subject()).stream()
                        .findFirst())
                .orElseThrow(() -> missing("Intel's root certificate"));
    }

    private Optional<X509Certificate> find(IntelAuthority holder) {
        return newest(
                endorsements.certificates(),
                one -> one.getSubjectX500Principal().equals(holder.subject()),
                Comparator.comparing(X509Certificate::getNotBefore));
    }

    private static <T> Optional<T> newest(List<T> all, Predicate<T> wanted, Comparator<T> order) {
        return all.stream().filter(wanted).max(order);
    }

    /** The quote's own chain, which says what platform is meant. */
    private static Optional<Bytes> quoted(Bundle bundle) throws BundleException {
        try {
            Optional<Evidence> evidence = bundle.decoded();
            if (evidence.isEmpty()) {
                return Optional.empty();
            }
            if (!(evidence.get() instanceof TdxEvidence tdx)) {
                throw new BundleException("evidence", "is no TDX quote");
            }
            CertificationData data = tdx.quote().signatureData().certificationData();
            return data instanceof PckChain chain
                    ? Optional.of(chain.content())
                    : data instanceof PckLeaf leaf ? Optional.of(leaf.content()) : Optional.empty();
        } catch (MalformedEvidenceException e) {
            throw new BundleException("evidence", "is malformed: " + e.getMessage());
        }
    }

    private static String hex(X509CRL crl) throws BundleException {
        try {
            return Bytes.copyOf(crl.getEncoded()).hex();
        } catch (CRLException e) {
            throw missing("a revocation list in DER");
        }
    }

    private static BundleException missing(String what) {
        return new BundleException("endorsements", "lack " + what);
    }
}
