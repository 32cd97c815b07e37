package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.policy.PlainPolicy;
import dev.assay.policy.PolicyDraft;
import dev.assay.policy.PolicyException;
import dev.assay.result.AttestationResult;
import dev.assay.verify.Verified;

/** A draft accepts what it was made of; there is none if the evidence shows what no policy could demand. */
final class Drafts {
    private Drafts() {}

    static String text(Verified<?> verified) {
        PlainPolicy draft;
        try {
            draft = PolicyDraft.from(verified, "draft", "1");
        } catch (PolicyException e) {
            return "no draft: " + e.getMessage();
        }
        AttestationResult result = draft.appraise(verified);
        assertTrue(result.passed(), () -> "a draft refuses what it was made of: " + result.failedRules());
        return draft.toJson();
    }
}
