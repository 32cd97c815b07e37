package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * The TD report of TDX 1.5: 648 bytes, body type 3 of version 5. Source: DCAP {@code sgx_quote_5.h}, {@code sgx_report2_body_v1_5_t}.
 *
 * @param raw the 648 bytes as received
 */
public record TdReport15(Bytes raw) implements TdReportSince15 {
    /**
     * Wraps a report.
     *
     * @param raw the 648 bytes as received
     * @throws IllegalArgumentException if they are not 648
     */
    public TdReport15 {
        FixedSize.require(raw, TdReportType.TD_1_5.size(), TdReportType.TD_1_5.title());
    }

    @Override
    public TdReportType type() {
        return TdReportType.TD_1_5;
    }
}
