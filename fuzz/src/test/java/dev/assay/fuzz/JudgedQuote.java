package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.TcbStatus;
import dev.assay.policy.PolicyDraft;
import dev.assay.result.AttestationResult;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedQuote;

/** A quote with its collateral, verified and appraised, and what must hold for all of them. */
record JudgedQuote(Outcome<VerifiedQuote> outcome, AttestationResult result, String text) {
    static JudgedQuote of(TdxEvidence evidence) throws Exception {
        Quote quote = Quote.decode(evidence.quote());
        Outcome<VerifiedQuote> outcome = Minted.VERIFIER.verify(quote, Minted.endorsements(evidence), evidence.at());
        boolean verified = outcome.verified().isPresent();
        assertEquals(
                !verified, outcome.findings().stream().anyMatch(Findings::stands), "verified, or a reason why not");
        AttestationResult result = Minted.DEFAULTS.appraise(outcome, quote, evidence.at());
        assertTrue(verified || !result.passed(), "passed and not verified");
        StringBuilder text = new StringBuilder(outcome.findings() + Results.text(result));
        if (verified) {
            VerifiedQuote value = outcome.orElseThrow();
            assertTrue(value.tcbStatus() != TcbStatus.REVOKED, "verified and revoked");
            AttestationResult draft = PolicyDraft.from(value, "draft", "1").appraise(value);
            assertTrue(draft.passed(), () -> "a draft refuses what it was made of: " + draft.failedRules());
            text.append(value.explain()).append(value.advisories()).append(value.window());
        }
        return new JudgedQuote(outcome, result, text.toString());
    }

    boolean verified() {
        return outcome.verified().isPresent();
    }

    boolean passed() {
        return result.passed();
    }

    boolean upToDate() {
        return outcome.verified().stream().allMatch(value -> value.tcbStatus() == TcbStatus.UP_TO_DATE);
    }
}
