package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.model.Effect;
import dev.assay.model.TcbStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An attestation result in brief: enough to tell later whether anything has changed, and what.
 *
 * @param verdict the answer
 * @param codes what spoke against the evidence: findings and failed rules, sorted, none twice
 * @param tcbStatus Intel's judgement of the TCB; empty for SEV-SNP and for quotes that were not accepted
 * @param advisories the security advisories that the TCB is open to, sorted, none twice
 * @param policy which policy was asked
 * @param sha256 SHA-256 of the result's JSON form, 32 bytes
 */
public record ResultSummary(
        Verdict verdict,
        List<String> codes,
        Optional<TcbStatus> tcbStatus,
        List<String> advisories,
        PolicyReference policy,
        Bytes sha256) {
    /**
     * Keeps its own copies of the lists, in order.
     *
     * @param verdict the answer
     * @param codes what spoke against the evidence
     * @param tcbStatus Intel's judgement of the TCB
     * @param advisories the security advisories that the TCB is open to
     * @param policy which policy was asked
     * @param sha256 SHA-256 of the result's JSON form
     */
    public ResultSummary {
        codes = codes.stream().distinct().sorted().toList();
        advisories = advisories.stream().distinct().sorted().toList();
    }

    /**
     * Sums up a result.
     *
     * @param result the result
     * @return its summary
     */
    public static ResultSummary of(AttestationResult result) {
        Stream<String> findings = result.findings().stream()
                .filter(finding -> finding.effect() != Effect.NOTED)
                .map(FindingFact::code);
        Stream<String> rules = result.failedRules().stream().map(RuleResult::code);
        Optional<TcbStatus> status = Optional.ofNullable(result.claims().get("tdx_tcb_status"))
                .map(String::valueOf)
                .flatMap(TcbStatus::named);
        List<String> advisories = result.claims().get("tdx_advisory_ids") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
        return new ResultSummary(
                result.verdict(),
                Stream.concat(findings, rules).toList(),
                status,
                advisories,
                result.audit().policy(),
                result.digest());
    }
}
