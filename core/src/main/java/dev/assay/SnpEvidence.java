package dev.assay;

import dev.assay.endorsement.EndorsementPlan;
import dev.assay.endorsement.PlanOptions;
import dev.assay.explain.Description;
import dev.assay.explain.ReportDescription;
import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import java.util.Optional;

/**
 * Evidence of an SEV-SNP guest.
 *
 * @param report the attestation report
 * @param certificates the certificate table that came with it, if there was one
 * @param raw everything that was given
 */
public record SnpEvidence(AttestationReport report, Optional<CertificateTable> certificates, Bytes raw)
        implements Evidence {
    @Override
    public Description describe() {
        return ReportDescription.of(report, certificates);
    }

    @Override
    public EndorsementPlan endorsementPlan(PlanOptions options) {
        return EndorsementPlan.of(report, certificates, options);
    }
}
