package dev.assay.policy;

import dev.assay.result.AttestationResult;
import dev.assay.result.RuleResult;
import dev.assay.result.RuleStatus;
import dev.assay.result.TrustClaim;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rule that a policy has by its sections: evidence of a kind that it has none for is refused. */
final class TeeRule {
    static final String CODE = "policy.tee";
    static final String MEANING = "the evidence is of a kind that the policy has a section for";
    static final String SOURCE = "the policy's sections";
    static final String NEXT_STEP = "Add a section for this kind of evidence, if you want to accept it.";

    private TeeRule() {}

    static boolean accepts(PlainPolicy policy, Verified<?> verified) {
        return verified instanceof VerifiedReport
                ? policy.snp().isPresent()
                : policy.tdx().isPresent();
    }

    static RuleResult explain(PlainPolicy policy, Verified<?> verified) {
        List<String> kinds = new ArrayList<>();
        policy.snp().ifPresent(section -> kinds.add(AttestationResult.SEV_SNP));
        policy.tdx().ifPresent(section -> kinds.add(AttestationResult.TDX));
        return new RuleResult(
                CODE,
                accepts(policy, verified) ? RuleStatus.PASSED : RuleStatus.FAILED,
                false,
                String.join(" or ", kinds),
                verified instanceof VerifiedReport ? AttestationResult.SEV_SNP : AttestationResult.TDX,
                SOURCE,
                NEXT_STEP,
                Optional.of(TrustClaim.HARDWARE),
                OptionalInt.of(97));
    }
}
