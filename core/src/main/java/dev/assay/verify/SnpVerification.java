package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.UnreadableItem;
import dev.assay.endorsement.VekExtensions;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The procedure for SEV-SNP reports. Its steps, each in a class of its own:
 *
 * <ol>
 *   <li>{@link SnpReportForm}: is it a report that firmware signed, by what it says itself
 *   <li>{@link SnpLeafSelection}: which of the given certificates is for its signing key
 *   <li>{@link SnpChain}: does that chain to an anchor, with {@link SnpAuthorityProfile} and {@link SnpRevocation}
 *   <li>{@link SnpLeafProfile}: is it a VCEK or VLEK in every extension
 *   <li>{@link SnpBinding}: was it issued for this product, TCB and chip
 *   <li>{@link SnpReportSignature}: did its key sign the bytes as received
 * </ol>
 *
 * <p>Checks go on after a failure as far as they still mean something, so that the findings tell the whole story. Nothing
 * is accepted unless every step ran and found nothing against it.
 */
public final class SnpVerification {
    private final VerificationOptions options;
    private final EvidenceCertificates certificates;

    /**
     * Makes the procedure for some options.
     *
     * @param options anchors, demands and implementation
     */
    public SnpVerification(VerificationOptions options) {
        this.options = options;
        this.certificates = new EvidenceCertificates(options.memory());
    }

    /**
     * Verifies a report.
     *
     * @param report a strictly decoded report
     * @param endorsements certificates and revocation lists, at least that of the signing key
     * @param at the time to verify for
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedReport> verify(AttestationReport report, Endorsements endorsements, Instant at) {
        return options.memory()
                .attempt(trial -> new SnpVerification(options.withMemory(trial)).attempt(report, endorsements, at));
    }

    private Outcome<VerifiedReport> attempt(AttestationReport report, Endorsements endorsements, Instant at) {
        FindingList findings = new FindingList();
        for (UnreadableItem item : endorsements.unreadable()) {
            findings.add(SnpCheck.ENDORSEMENT_UNREADABLE, "a certificate or revocation list", item.toString());
        }
        if (!SnpReportForm.check(report, findings)) {
            return findings.refusal();
        }
        List<X509Certificate> leaves = SnpLeafSelection.select(report, endorsements, at, findings);
        Outcome<VerifiedReport> best = null;
        for (X509Certificate leaf : leaves) {
            FindingList own = new FindingList();
            own.addAll(findings);
            Outcome<VerifiedReport> outcome = verify(report, leaf, endorsements, at, own);
            if (outcome instanceof Accepted) {
                return outcome;
            }
            if (best == null || (best instanceof Rejected && outcome instanceof Indeterminate)) {
                best = outcome;
            }
        }
        return best == null ? findings.refusal() : best;
    }

    /**
     * Verifies a report with the certificates that came along.
     *
     * @param report a strictly decoded report
     * @param table what came with it
     * @param endorsements what there is besides
     * @param at the time to verify for
     * @return the outcome; no exception for any input
     */
    public Outcome<VerifiedReport> verify(
            AttestationReport report, CertificateTable table, Endorsements endorsements, Instant at) {
        Optional<Endorsements> known = certificates.table(report.chipId(), table);
        Endorsements read =
                known.orElseGet(() -> Endorsements.builder().add(table).build());
        Outcome<VerifiedReport> outcome = verify(
                report, Endorsements.builder().add(endorsements).add(read).build(), at);
        if (known.isEmpty() && outcome instanceof Accepted) {
            certificates.keepTable(report.chipId(), table, read);
        }
        return outcome;
    }

    /** Steps 3 to 6 for one leaf. */
    private Outcome<VerifiedReport> verify(
            AttestationReport report,
            X509Certificate leaf,
            Endorsements endorsements,
            Instant at,
            FindingList findings) {
        Optional<SnpPath> path = new SnpChain(options, endorsements, at).build(leaf, findings);
        if (path.isEmpty()) {
            return findings.refusal();
        }
        Optional<VekExtensions> extensions = SnpLeafProfile.check(report, path.get(), findings);
        SnpBinding.checkProduct(report, path.get().product(), options, findings);
        extensions.ifPresent(present -> SnpBinding.check(report, path.get().product(), present, options, findings));
        SnpReportSignature.check(report, leaf, options, findings);
        if (extensions.isEmpty()) {
            return findings.refusal();
        }
        return findings.outcome(noted -> new VerifiedReport(report, at, path.get(), extensions.get(), noted));
    }
}
