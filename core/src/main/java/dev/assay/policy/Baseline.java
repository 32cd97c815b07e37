package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.policy.RuleResult.Status;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.GuestPolicy;
import dev.assay.snp.GuestPolicyBit;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every SEV-SNP guest is held to when nothing else is asked for: it cannot be debugged or migrated, its policy holds
 * nothing unknown, and the report is its own. It does not say which guest it is; the rules for that are listed as not
 * asked.
 */
public final class Baseline {
    private Baseline() {}

    /**
     * Appraises a report.
     *
     * @param verified the verified report
     * @param reportData what REPORT_DATA must be, all 64 bytes; if empty, it is not looked at
     * @return every rule with what it came to
     */
    public static Appraisal appraise(VerifiedReport verified, Optional<Bytes> reportData) {
        AttestationReport report = verified.evidence();
        GuestPolicy policy = report.policy();
        List<RuleResult> rules = new ArrayList<>();
        rules.add(reportData
                .map(expected -> result(
                        Rule.REPORT_DATA,
                        report.reportData().equals(expected),
                        expected.hex(),
                        report.reportData().hex()))
                .orElse(new RuleResult(
                        Rule.REPORT_DATA,
                        Status.NOT_ASKED,
                        "anything: this may be an old report, or somebody else's",
                        report.reportData().hex())));
        rules.add(new RuleResult(
                Rule.MEASUREMENT,
                Status.NOT_ASKED,
                "anything",
                report.measurement().hex()));
        rules.add(forbidden(Rule.DEBUG, policy, GuestPolicyBit.DEBUG));
        rules.add(forbidden(Rule.MIGRATE_MA, policy, GuestPolicyBit.MIGRATE_MA));
        rules.add(result(
                Rule.GUEST_POLICY_RESERVED,
                policy.unknownBits() == 0 && policy.reservedOneIsSet(),
                "bit 17 one, bits 63:26 zero",
                "0x" + Long.toHexString(policy.value())));
        rules.add(result(
                Rule.VMPL,
                report.vmpl() == 0,
                "0",
                report.vmpl() == AttestationReport.HOST_REQUESTED ? "asked for by the host" : "" + report.vmpl()));
        return new Appraisal(rules);
    }

    private static RuleResult forbidden(Rule rule, GuestPolicy policy, GuestPolicyBit bit) {
        boolean set = policy.has(bit);
        return result(rule, !set, bit + " forbidden", set ? "allowed by the guest's policy" : "forbidden");
    }

    private static RuleResult result(Rule rule, boolean passed, String expected, String actual) {
        return new RuleResult(rule, passed ? Status.PASSED : Status.FAILED, expected, actual);
    }
}
