package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * The TD report of TDX 1.0: 584 bytes, in version 4 quotes and as body type 2 of version 5. Source: DCAP {@code sgx_quote_4.h}, {@code sgx_report2_body_t}.
 *
 * @param raw the 584 bytes as received
 */
public record TdReport10(Bytes raw) implements TdReport {
    /**
     * Wraps a report.
     *
     * @param raw the 584 bytes as received
     * @throws IllegalArgumentException if they are not 584
     */
    public TdReport10 {
        FixedSize.require(raw, TdReportType.TD_1_0.size(), TdReportType.TD_1_0.title());
    }

    @Override
    public TdReportType type() {
        return TdReportType.TD_1_0;
    }
}
