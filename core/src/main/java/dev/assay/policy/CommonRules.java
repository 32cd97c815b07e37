package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.TrustClaim;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.CrlState;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;

/** The rules for evidence of either kind. */
public final class CommonRules {
    /** What the guest had bound into its report. */
    public static final PolicyRule<Verified<?>, Bytes> REPORT_DATA = RuleDraft.<Verified<?>, Bytes>rule(
                    "report-data", "reportData", new ReportDataForm(), CommonRules::reportData)
            .says(
                    "REPORT_DATA or REPORTDATA is as expected: this report was made for this request",
                    "56860, REPORT_DATA; Intel TDX module, REPORTDATA",
                    "Ask the guest for a new report over your own nonce or key.");

    /** The roots that the evidence chains to. */
    public static final PolicyRule<Verified<?>, Bytes> TRUST_ANCHORS = RuleDraft.<Verified<?>, Bytes>rule(
                    "trust-anchors", "trustAnchors", new RootsForm(), CommonRules::root)
            .unsaid(TrustedRoots.vendorsOnly())
            .bearsOn(TrustClaim.HARDWARE, 97)
            .says(
                    "the certificate chain ends at one of these roots",
                    "57230, ARK; Intel SGX Root CA",
                    "Verify with the vendor's roots, or name the custom root in the policy if you mean it.");

    /** Whether revocation was checked. */
    public static final PolicyRule<Verified<?>, Boolean> REVOCATION = RuleDraft.<Verified<?>, Boolean>rule(
                    "revocation", "revocationCheck", BitForm.only(BitState.REQUIRED), CommonRules::checked)
            .shown(checked -> checked ? "checked" : "not checked")
            .bearsOn(TrustClaim.HARDWARE, 97)
            .says(
                    "current revocation lists were checked",
                    "RFC 5280, 6.3",
                    "Give the vendor's revocation lists to verification.");

    static final RuleTable<Verified<?>> TABLE = new RuleTable<>("", List.of(REPORT_DATA, TRUST_ANCHORS, REVOCATION));

    private CommonRules() {}

    /**
     * All rules for evidence of either kind.
     *
     * @return an immutable list in the order of results
     */
    public static List<PolicyRule<Verified<?>, ?>> rules() {
        return TABLE.rules();
    }

    private static Bytes reportData(Verified<?> verified) {
        return verified instanceof VerifiedReport report
                ? report.evidence().reportData()
                : ((VerifiedQuote) verified).evidence().body().reportData();
    }

    /** The third of either chain. */
    private static Bytes root(Verified<?> verified) {
        List<CertificateFact> chain =
                verified instanceof VerifiedReport report ? report.chain() : ((VerifiedQuote) verified).chain();
        return chain.get(2).keyFingerprint();
    }

    private static boolean checked(Verified<?> verified) {
        CrlState state =
                verified instanceof VerifiedReport report ? report.crlState() : ((VerifiedQuote) verified).crlState();
        return state == CrlState.CHECKED;
    }
}
