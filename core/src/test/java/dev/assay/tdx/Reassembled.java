package dev.assay.tdx;

import dev.assay.model.Bytes;

/** Puts the slices of a decoded quote together again, with the lengths and types that stand between them. */
final class Reassembled {
    private Reassembled() {}

    static Bytes from(Quote quote) {
        QuoteSignatureData data = quote.signatureData();
        CertificationData certificates = data.certificationData();
        byte[] outer = QuoteBuilder.concat(
                data.qeReport().raw().toArray(),
                data.qeReportSignature().toArray(),
                QuoteBuilder.le(2, data.qeAuthenticationData().length()),
                data.qeAuthenticationData().toArray(),
                QuoteBuilder.le(2, certificates.type()),
                QuoteBuilder.le(4, certificates.content().length()),
                certificates.content().toArray());
        byte[] descriptor = quote.header().version() == 4
                ? new byte[0]
                : QuoteBuilder.concat(
                        QuoteBuilder.le(2, quote.bodyType().number()),
                        QuoteBuilder.le(4, quote.bodyType().size()));
        return Bytes.copyOf(QuoteBuilder.concat(
                quote.header().raw().toArray(),
                descriptor,
                quote.body().raw().toArray(),
                QuoteBuilder.le(4, data.raw().length()),
                data.signature().toArray(),
                data.attestationKey().toArray(),
                QuoteBuilder.le(2, 6),
                QuoteBuilder.le(4, outer.length),
                outer,
                new byte[quote.trailingZeros()]));
    }
}
