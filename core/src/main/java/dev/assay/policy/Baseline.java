package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.AttestationResult;
import dev.assay.verify.Verified;
import java.util.Optional;

/**
 * The policy that applies when there is none: every default, and nothing pinned. It does not say which guest it is, nor
 * that the evidence is fresh, and its results list that as left open.
 */
public final class Baseline {
    private static final Policy POLICY = Policy.builder("assay-baseline", "1")
            .reportData(Demand.any())
            .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any()))
            .tdx(PolicySection.tdx().with(TdxRules.MR_TD, Demand.any()))
            .build();

    private Baseline() {}

    /**
     * The baseline as a policy.
     *
     * @return the policy
     */
    public static Policy policy() {
        return POLICY;
    }

    /**
     * Appraises evidence by the baseline.
     *
     * @param verified the evidence
     * @param reportData what report data must be, 1 to 64 bytes with zeros after them; if empty, it is left open
     * @return every rule with what it came to
     * @throws PolicyException if it is not 1 to 64 bytes
     */
    public static AttestationResult appraise(Verified<?> verified, Optional<Bytes> reportData) {
        return withReportData(reportData).appraise(verified);
    }

    /**
     * The baseline with an expectation of report data.
     *
     * @param reportData what report data must be, 1 to 64 bytes with zeros after them; if empty, it is left open
     * @return the policy
     * @throws PolicyException if it is not 1 to 64 bytes
     */
    public static Policy withReportData(Optional<Bytes> reportData) {
        try {
            return reportData
                    .map(bytes -> POLICY.withReportData(ReportData.prefix(bytes)))
                    .orElse(POLICY);
        } catch (PolicyException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PolicyException("reportData", String.valueOf(e.getMessage()));
        }
    }
}
