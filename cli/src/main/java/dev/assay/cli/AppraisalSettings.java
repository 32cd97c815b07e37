package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.policy.Baseline;
import dev.assay.policy.CommonRules;
import dev.assay.policy.Demand;
import dev.assay.policy.Policy;
import dev.assay.policy.ReportData;
import dev.assay.policy.TrustedRoots;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says about what is wanted of evidence.
 *
 * @param policy the policy that was named; empty for the built-in baseline
 * @param reportData what REPORT_DATA must be, 64 bytes, if that was said
 * @param verifyOnly whether to stop before appraisal
 */
record AppraisalSettings(Optional<Policy> policy, Optional<Bytes> reportData, boolean verifyOnly) {
    private static final int REPORT_DATA_SIZE = 64;

    static Syntax declare(Syntax syntax) {
        return syntax.value(
                        "--policy", "FILE", "appraise by this policy; default: a built-in baseline that pins nothing")
                .value("--report-data", "HEX", "what REPORT_DATA must be, all 64 bytes")
                .flag("--verify-only", "stop before appraisal: genuine is all that is asked");
    }

    static AppraisalSettings of(ParseResult arguments) throws UsageException {
        Optional<Bytes> reportData = reportData(arguments.matchedOptionValue("--report-data", (String) null));
        String file = arguments.matchedOptionValue("--policy", (String) null);
        boolean verifyOnly = arguments.hasMatchedOption("--verify-only");
        if (verifyOnly) {
            for (String option : new String[] {"--report-data", "--policy", "--ear", "--html"}) {
                if (arguments.hasMatchedOption(option)) {
                    throw new UsageException(option + " is part of appraisal, which --verify-only leaves out");
                }
            }
        }
        Optional<Policy> policy = file == null ? Optional.empty() : Optional.of(PolicyFile.read(file));
        AppraisalSettings settings = new AppraisalSettings(policy, reportData, verifyOnly);
        settings.checkReportData();
        return settings;
    }

    /** What a policy pins is not replaced by the command line, unless by something that the policy accepts. */
    private void checkReportData() throws UsageException {
        if (policy.isEmpty() || reportData.isEmpty()) {
            return;
        }
        Bytes bytes = reportData.get();
        if (policy.get().leaves().stream()
                .map(part -> part.common().demand(CommonRules.REPORT_DATA))
                .anyMatch(demand -> !demand.open() && !demand.accepts(bytes))) {
            throw new UsageException("--report-data is not what the policy demands as reportData");
        }
    }

    /** What to call the policy before a person. */
    String name() {
        return policy.map(named -> named.id() + ", version " + named.version()).orElse("built-in baseline");
    }

    /**
     * The policy as it is applied. Anchors that the command line names are those that were asked for, but a policy that was
     * named has to name them itself.
     */
    Policy applied(TrustAnchors anchors) {
        if (policy.isPresent()) {
            Policy named = policy.get();
            return reportData
                    .<Demand<Bytes>>map(ReportData::exact)
                    .map(named::withReportData)
                    .orElse(named);
        }
        Policy baseline = Baseline.withReportData(reportData);
        return anchors.custom() ? baseline.withTrustAnchors(TrustedRoots.of(anchors.certificates())) : baseline;
    }

    private static Optional<Bytes> reportData(@Nullable String hex) throws UsageException {
        if (hex == null) {
            return Optional.empty();
        }
        try {
            Bytes bytes = Bytes.fromHex(hex);
            if (bytes.length() == REPORT_DATA_SIZE) {
                return Optional.of(bytes);
            }
            throw new UsageException("--report-data must be 64 bytes, 128 hexadecimal digits, not " + bytes.length()
                    + " bytes: say what stands behind a shorter value too");
        } catch (IllegalArgumentException e) {
            throw new UsageException("--report-data must be 128 hexadecimal digits");
        }
    }
}
