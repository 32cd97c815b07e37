package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.Optional;

/** Puts a policy with rules together. Not for use by several threads at once. */
public final class PolicyBuilder {
    private final String id;
    private final String version;
    private PolicySection<Verified<?>> common = PolicySection.common();
    private Optional<PolicySection<VerifiedReport>> snp = Optional.empty();
    private Optional<PolicySection<VerifiedQuote>> tdx = Optional.empty();

    PolicyBuilder(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /**
     * Says what report data must be. Every policy has to.
     *
     * @param demand one of {@link ReportData}, or {@link Demand#any()}
     * @return this builder
     * @throws PolicyException if it is not one that can be demanded
     */
    public PolicyBuilder reportData(Demand<Bytes> demand) {
        return with(CommonRules.REPORT_DATA, demand);
    }

    /**
     * Says what one of {@link CommonRules} demands.
     *
     * @param rule the rule
     * @param demand what it demands
     * @param <F> the type of the fact
     * @return this builder
     * @throws PolicyException if the rule is of another section, or cannot demand that
     */
    public <F> PolicyBuilder with(PolicyRule<Verified<?>, F> rule, Demand<F> demand) {
        common = common.with(rule, demand);
        return this;
    }

    /**
     * Accepts SEV-SNP reports.
     *
     * @param section what is demanded of them
     * @return this builder
     */
    public PolicyBuilder snp(PolicySection<VerifiedReport> section) {
        snp = Optional.of(section);
        return this;
    }

    /**
     * Accepts TDX quotes.
     *
     * @param section what is demanded of them
     * @return this builder
     */
    public PolicyBuilder tdx(PolicySection<VerifiedQuote> section) {
        tdx = Optional.of(section);
        return this;
    }

    /**
     * Makes the policy.
     *
     * @return the policy
     * @throws PolicyException if it forgets something or contradicts itself
     */
    public PlainPolicy build() {
        return new PlainPolicy(id, version, common, snp, tdx);
    }
}
