package dev.assay.verify;

/**
 * What one set of collateral makes of a quote.
 *
 * @param collateral what the set is called
 * @param outcome what verification concluded with it
 */
public record CollateralVerdict(String collateral, Outcome<VerifiedQuote> outcome) {}
