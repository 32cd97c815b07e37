package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A policy with rules. A kind of evidence that it has no section for is refused. */
public final class PlainPolicy implements Policy {
    private final String id;
    private final String version;
    private final PolicySection<Verified<?>> common;
    private final Optional<PolicySection<VerifiedReport>> snp;
    private final Optional<PolicySection<VerifiedQuote>> tdx;
    private final PolicyDigest digest = new PolicyDigest();

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
    public PlainPolicy(
            String id,
            String version,
            PolicySection<Verified<?>> common,
            Optional<PolicySection<VerifiedReport>> snp,
            Optional<PolicySection<VerifiedQuote>> tdx) {
        PolicyJson.checkName("id", id);
        PolicyJson.checkName("version", version);
        Completeness.check(common, snp, tdx);
        snp.ifPresent(SnpContradictions::check);
        tdx.ifPresent(TdxContradictions::check);
        this.id = id;
        this.version = version;
        this.common = common;
        this.snp = snp;
        this.tdx = tdx;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return version;
    }

    /**
     * The demands on evidence of either kind.
     *
     * @return a section with a demand on report data
     */
    public PolicySection<Verified<?>> common() {
        return common;
    }

    /**
     * The demands on SEV-SNP reports.
     *
     * @return empty if reports are refused
     */
    public Optional<PolicySection<VerifiedReport>> snp() {
        return snp;
    }

    /**
     * The demands on TDX quotes.
     *
     * @return empty if quotes are refused
     */
    public Optional<PolicySection<VerifiedQuote>> tdx() {
        return tdx;
    }

    @Override
    public Bytes digest() {
        return digest.of(this);
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

    /** By name, version and sections. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlainPolicy that
                && id.equals(that.id)
                && version.equals(that.version)
                && common.equals(that.common)
                && snp.equals(that.snp)
                && tdx.equals(that.tdx);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version, common, snp, tdx);
    }

    /** Its name and version. */
    @Override
    public String toString() {
        return "policy " + id + ", version " + version;
    }
}
