package dev.assay;

import dev.assay.endorsement.EndorsementPlan;
import dev.assay.endorsement.PlanOptions;
import dev.assay.explain.Description;
import dev.assay.explain.QuoteDescription;
import dev.assay.model.Bytes;
import dev.assay.tdx.Quote;

/**
 * Evidence of a TD.
 *
 * @param quote the quote
 */
public record TdxEvidence(Quote quote) implements Evidence {
    @Override
    public Bytes raw() {
        return quote.raw();
    }

    @Override
    public Description describe() {
        return QuoteDescription.of(quote);
    }

    @Override
    public EndorsementPlan endorsementPlan(PlanOptions options) {
        return EndorsementPlan.of(quote, options);
    }
}
