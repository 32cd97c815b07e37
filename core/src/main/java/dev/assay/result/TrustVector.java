package dev.assay.result;

import dev.assay.model.Effect;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The trustworthiness vector of a result (draft-ietf-rats-ar4si), and the status that follows from it. What this library
 * does not judge has no value.
 */
public final class TrustVector {
    private static final int CRYPTO_FAILED = 99;
    private static final int NOT_RECOGNISED = 97;
    private static final int CONTRAINDICATED = 96;
    private static final int KNOWN_WEAKNESS = 32;
    private static final int NO_CLAIM = 0;
    private static final int AFFIRMING = 2;
    private static final int APPROVED_BOOT = 3;

    /** Rules that say which software was launched; one of them passed means that its boot is approved. */
    private static final Set<String> BOOT =
            Set.of("policy.measurement", "policy.id-key", "policy.author-key", "policy.mr-td", "policy.registers");

    /** Rules that say which guest or machine it is. */
    private static final Set<String> IDENTITY =
            Set.of("policy.report-id", "policy.chip-id", "policy.ppid", "policy.platform-instance-id");

    private final Map<TrustClaim, Integer> values = new EnumMap<>(TrustClaim.class);
    private TrustTier tier = TrustTier.NONE;

    private TrustVector() {}

    /**
     * Makes the vector of a result.
     *
     * @param result the result
     * @return its vector; affirming in the whole only if the result is a pass
     */
    public static TrustVector of(AttestationResult result) {
        TrustVector vector = new TrustVector();
        switch (result.verdict()) {
            case REJECTED -> vector.rejected(result.findings());
            case INDETERMINATE -> {
                // Nothing can be asserted, which is what an empty vector says.
            }
            case PASS, FAIL -> vector.judged(result);
        }
        for (int value : vector.values.values()) {
            vector.tier = vector.tier.worse(TrustTier.of(value));
        }
        return vector;
    }

    private void rejected(List<FindingFact> findings) {
        boolean forged = rejects(findings, "signature");
        boolean revoked = rejects(findings, "revoked");
        values.put(TrustClaim.HARDWARE, forged ? CRYPTO_FAILED : revoked ? CONTRAINDICATED : NOT_RECOGNISED);
        tier = TrustTier.CONTRAINDICATED;
    }

    private static boolean rejects(List<FindingFact> findings, String word) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.effect() == Effect.REJECTS && finding.code().contains(word));
    }

    private void judged(AttestationResult result) {
        values.put(TrustClaim.HARDWARE, upToDate(result) ? AFFIRMING : KNOWN_WEAKNESS);
        boolean debug = "enabled".equals(result.claims().get("dbgstat"));
        values.put(TrustClaim.RUNTIME_OPAQUE, debug ? CONTRAINDICATED : AFFIRMING);
        for (RuleResult rule : result.rules()) {
            if (rule.status() == RuleStatus.PASSED) {
                rule.claim().ifPresent(claim -> values.merge(claim, passed(rule), Math::max));
            }
        }
        result.failedRules().forEach(this::failed);
    }

    /** That software is approved, or an instance known, takes more than a version number or a kind of key. */
    private static int passed(RuleResult rule) {
        return switch (rule.claim().orElseThrow()) {
            case EXECUTABLES -> BOOT.contains(rule.code()) ? APPROVED_BOOT : NO_CLAIM;
            case INSTANCE_IDENTITY -> IDENTITY.contains(rule.code()) ? AFFIRMING : NO_CLAIM;
            default -> AFFIRMING;
        };
    }

    private static boolean upToDate(AttestationResult result) {
        Object status = result.claims().get("tdx_tcb_status");
        return status == null || status.equals("UpToDate");
    }

    /** A rule that bears on no claim condemns the whole. */
    private void failed(RuleResult rule) {
        if (rule.claim().isEmpty()) {
            tier = TrustTier.CONTRAINDICATED;
            return;
        }
        int value = rule.failedValue().orElseThrow();
        values.merge(rule.claim().get(), value, TrustVector::worse);
    }

    private static int worse(int a, int b) {
        int order = TrustTier.of(a).compareTo(TrustTier.of(b));
        return order != 0 ? (order > 0 ? a : b) : Math.max(a, b);
    }

    /**
     * The status of the whole.
     *
     * @return the worst tier there is
     */
    public TrustTier status() {
        return tier;
    }

    /**
     * The claims that have a value.
     *
     * @return an unmodifiable map in the order of the claims, to values from -128 to 127
     */
    public Map<TrustClaim, Integer> values() {
        return Collections.unmodifiableMap(values);
    }
}
