package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.TcbStatus;
import dev.assay.result.AttestationResult;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedQuote;

/** A quote with its collateral, verified and appraised, and what must hold for all of them. */
record JudgedQuote(Outcome<VerifiedQuote> outcome, AttestationResult result, String text) {
    static JudgedQuote of(TdxEvidence evidence) throws Exception {
        return of(evidence.quote(), Minted.endorsements(evidence));
    }

    static JudgedQuote of(byte[] bytes, Endorsements endorsements) throws Exception {
        Quote quote = Quote.decode(bytes);
        Outcome<VerifiedQuote> outcome = Minted.VERIFIER.verify(quote, endorsements, Minted.TD.at());
        boolean verified = outcome.verified().isPresent();
        assertEquals(
                !verified, outcome.findings().stream().anyMatch(Findings::stands), "verified, or a reason why not");
        AttestationResult result = Minted.DEFAULTS.appraise(outcome, quote, Minted.TD.at());
        assertTrue(verified || !result.passed(), "passed and not verified");
        StringBuilder text = new StringBuilder(outcome.findings() + Results.text(result));
        if (verified) {
            VerifiedQuote value = outcome.orElseThrow();
            assertTrue(value.tcbStatus() != TcbStatus.REVOKED, "verified and revoked");
            text.append(Drafts.text(value));
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
