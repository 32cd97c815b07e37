package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.model.Effect;
import dev.assay.model.TcbStatus;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedQuote;
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
 * @param sha256 SHA-256 of the result's JSON form, 32 bytes; empty if nobody asked for that form
 */
public record ResultSummary(
        Verdict verdict,
        List<String> codes,
        Optional<TcbStatus> tcbStatus,
        List<String> advisories,
        PolicyReference policy,
        Optional<Bytes> sha256) {
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
     * Sums up a result, with the digest of its JSON form.
     *
     * @param result the result
     * @return its summary
     */
    public static ResultSummary of(AttestationResult result) {
        Optional<TcbStatus> status = Optional.ofNullable(result.claims().get("tdx_tcb_status"))
                .map(String::valueOf)
                .flatMap(TcbStatus::named);
        List<String> advisories = result.claims().get("tdx_advisory_ids") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
        return new ResultSummary(
                result.verdict(),
                codes(result),
                status,
                advisories,
                result.audit().policy(),
                Optional.of(result.digest()));
    }

    /**
     * Sums up a result without putting it into words where that can be avoided, for callers who have many.
     *
     * @param outcome what verification concluded
     * @param result what the policy made of it
     * @param policy which policy it was
     * @return the summary, without a digest
     */
    public static ResultSummary brief(Outcome<?> outcome, AttestationResult result, PolicyReference policy) {
        Optional<VerifiedQuote> quote =
                outcome.verified().filter(VerifiedQuote.class::isInstance).map(VerifiedQuote.class::cast);
        return new ResultSummary(
                result.verdict(),
                result.passed() ? List.of() : codes(result),
                quote.map(VerifiedQuote::tcbStatus),
                quote.map(VerifiedQuote::advisories).orElse(List.of()),
                policy,
                Optional.empty());
    }

    private static List<String> codes(AttestationResult result) {
        Stream<String> findings = result.findings().stream()
                .filter(finding -> finding.effect() != Effect.NOTED)
                .map(FindingFact::code);
        return Stream.concat(findings, result.failedRules().stream().map(RuleResult::code))
                .toList();
    }
}
