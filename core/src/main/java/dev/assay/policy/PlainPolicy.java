package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;
import java.util.Optional;

/**
 * A policy with rules. A kind of evidence that it has no section for is refused.
 *
 * @param id what the author calls it
 * @param version which edition it is
 * @param common demands on evidence of either kind, the one on report data among them
 * @param snp demands on SEV-SNP reports; empty to refuse them
 * @param tdx demands on TDX quotes; empty to refuse them
 */
public record PlainPolicy(
        String id,
        String version,
        PolicySection<Verified<?>> common,
        Optional<PolicySection<VerifiedReport>> snp,
        Optional<PolicySection<VerifiedQuote>> tdx)
        implements Policy {
    /**
     * Checks that nothing is forgotten and nothing contradicts itself.
     *
     * @param id what the author calls it
     * @param version which edition it is
     * @param common demands on evidence of either kind, the one on report data among them
     * @param snp demands on SEV-SNP reports; empty to refuse them
     * @param tdx demands on TDX quotes; empty to refuse them
     * @throws PolicyException if the policy does not say what it expects of report data, and of the measurement or its
     *     signer in each section, if only that anything will do; if it has no section; or if no evidence could meet it
     */
    public PlainPolicy {
        PolicyJson.checkName("id", id);
        PolicyJson.checkName("version", version);
        Completeness.check(common, snp, tdx);
        snp.ifPresent(SnpContradictions::check);
        tdx.ifPresent(TdxContradictions::check);
    }

    @Override
    public List<PlainPolicy> leaves() {
        return List.of(this);
    }

    @Override
    public PlainPolicy withReportData(Demand<Bytes> demand) {
        return withCommon(common.with(CommonRules.REPORT_DATA, demand));
    }

    @Override
    public PlainPolicy withTrustAnchors(TrustedRoots roots) {
        return withCommon(common.with(CommonRules.TRUST_ANCHORS, roots));
    }

    private PlainPolicy withCommon(PolicySection<Verified<?>> other) {
        return new PlainPolicy(id, version, other, snp, tdx);
    }
}
