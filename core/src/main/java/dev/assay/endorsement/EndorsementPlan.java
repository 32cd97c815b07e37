package dev.assay.endorsement;

import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import dev.assay.tdx.Quote;
import java.util.List;
import java.util.Optional;

/**
 * Which endorsements evidence takes to verify. Nothing is fetched here and the evidence is not trusted: a forged report
 * leads to requests for what its forger named, which {@link EndorsementSource#restrictedTo} can keep to one's own chips.
 *
 * @param requests what to ask for, the most necessary first
 * @param carried what the evidence brought along
 * @param obstacles what is needed and cannot be asked for, one sentence each
 */
public record EndorsementPlan(List<EndorsementRequest> requests, Endorsements carried, List<String> obstacles) {
    /**
     * Keeps its own copies of the lists.
     *
     * @param requests what to ask for
     * @param carried what the evidence brought along
     * @param obstacles what cannot be asked for
     */
    public EndorsementPlan {
        requests = List.copyOf(requests);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * What an SEV-SNP report takes.
     *
     * @param report the report
     * @param certificates the table that came with it
     * @param options what to ask for
     * @return the plan
     */
    public static EndorsementPlan of(
            AttestationReport report, Optional<CertificateTable> certificates, PlanOptions options) {
        return SnpPlan.of(report, certificates, options);
    }

    /**
     * What a TDX quote takes.
     *
     * @param quote the quote
     * @param options what to ask for
     * @return the plan
     */
    public static EndorsementPlan of(Quote quote, PlanOptions options) {
        return TdxPlan.of(quote, options);
    }

    /**
     * What is to be asked for once an item is there. Only a PCK certificate leads on, to what its platform's FMSPC and its
     * issuer name.
     *
     * @param item an item that this plan asked for
     * @return requests that are not in the plan
     */
    public List<EndorsementRequest> following(EndorsementItem item) {
        return TdxPlan.following(this, item);
    }
}
