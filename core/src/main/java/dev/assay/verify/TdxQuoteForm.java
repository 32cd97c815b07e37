package dev.assay.verify;

import dev.assay.model.Bytes;
import dev.assay.tdx.Quote;

/**
 * Step 8.1: what the quote says of itself. Version, sizes, types and the kind of attestation key are decoding's to
 * enforce; a quote that is here has them.
 */
final class TdxQuoteForm {
    /** 939a7233-f79c-4ca9-940a-0db3957f0607, Intel's quoting enclaves. */
    private static final Bytes INTEL = Bytes.fromHex("939a7233f79c4ca9940a0db3957f0607");

    private TdxQuoteForm() {}

    static void check(Quote quote, FindingList findings) {
        if (!quote.irregularities().isEmpty()) {
            findings.add(
                    TdxCheck.QUOTE_IRREGULAR,
                    "a well-formed quote",
                    quote.irregularities().toString());
        }
        if (!quote.header().reserved().isZero()) {
            findings.add(
                    TdxCheck.QUOTE_RESERVED,
                    "reserved bytes of the header zero",
                    quote.header().reserved().hex());
        }
        if (!quote.header().qeVendorId().equals(INTEL)) {
            findings.add(
                    TdxCheck.QUOTE_VENDOR,
                    "QE vendor id " + INTEL.hex(),
                    quote.header().qeVendorId().hex());
        }
    }
}
